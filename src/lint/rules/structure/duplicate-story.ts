import { normaliseText } from "../../../story/identity.ts";
import { copyText } from "../../copy-text.ts";
import { inFileOrder, type Ordered } from "../../file-order.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";

export const duplicateStory: GatheringRule<readonly NamedStory[]> = {
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
    const named: NamedStory[] = [];
    return {
      see({ id, uri, line, title }, order) {
        if (normaliseText(title) === "") return;
        named.push({ id: copyText(id), uri, line, title: copyText(title), order });
      },
      facts: () => named,
    };
  },
  *finish(parts) {
    const known = new Map<string, NamedStory>();
    for (const story of inFileOrder(parts)) {
      const name = normaliseText(story.title);
      const first = known.get(name);
      if (first === undefined) known.set(name, story);
      else yield describe(story, first);
    }
  },
};

interface NamedStory extends Ordered {
  readonly id: string;
  readonly uri: string;
  readonly line: number;
  readonly title: string;
}

function describe({ uri, line, title, id }: NamedStory, first: NamedStory): RuleFinding {
  return {
    uri,
    line,
    words: title,
    subject: id,
    message: `${first.uri} has the same name.`,
    wayOut: "Say in the names what the two differ in.",
    related: [{ uri: first.uri, line: first.line, message: "the first of that name" }],
  };
}
