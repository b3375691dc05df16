import { normaliseText } from "../../../story/identity.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";

export const duplicateStory: GatheringRule = {
  id: "structure/duplicate-story",
  scope: "gathering",
  severity: "note",
  summary: "two stories of one name",
  reason: "Reports list stories by name: a reader cannot tell which of the two is refuted.",
  bad: {
    "features/shop/orders.feature": "Feature: Orders\n",
    "features/admin/orders.feature": "Feature: Orders\n",
  },
  good: {
    "features/shop/orders.feature": "Feature: A customer's orders\n",
    "features/admin/orders.feature": "Feature: All orders of a day\n",
  },
  begin() {
    const known = new Map<string, { readonly uri: string; readonly line: number }>();
    const found: RuleFinding[] = [];
    return {
      see({ id, uri, line, title }) {
        const name = normaliseText(title);
        const first = known.get(name);
        if (name === "") return;
        if (first === undefined) {
          known.set(name, { uri, line });
          return;
        }
        found.push({
          uri,
          line,
          words: title,
          subject: id,
          message: `${first.uri} has the same name.`,
          wayOut: "Say in the names what the two differ in.",
          related: [{ ...first, message: "the first of that name" }],
        });
      },
      finish: () => found,
    };
  },
};
