import type { Case } from "../../../story/story.ts";
import { listScenarios } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const duplicateRow: StoryRule = {
  id: "structure/duplicate-row",
  scope: "story",
  severity: "warning",
  summary: "a row of examples that stands twice in one outline",
  reason:
    "The same is run twice and proves nothing more; often another value was meant. Rows whose tags differ may be equal.",
  bad: `Feature: Vouchers

  Scenario Outline: A voucher lowers the price
    When I redeem "<code>"
    Then the price should be <amount>

    Examples:
      | code   | amount |
      | SUMMER | 10     |
      | SUMMER | 10     |
`,
  good: `Feature: Vouchers

  Scenario Outline: A voucher lowers the price
    When I redeem "<code>"
    Then the price should be <amount>

    Examples:
      | code   | amount |
      | SUMMER | 10     |
      | WINTER | 20     |
`,
  *check(story) {
    for (const { cases, id } of listScenarios(story)) {
      if (cases.length < 2 || areDistinct(cases)) continue;
      const first = new Map<string, number>();
      for (const one of cases) {
        const said = describe(one);
        const before = first.get(said);
        if (before === undefined) first.set(said, one.line);
        else {
          yield {
            uri: story.uri,
            line: one.line,
            subject: id,
            message: "this row stands here twice.",
            wayOut: "Remove it, or write the values that were meant.",
            related: [{ uri: story.uri, line: before, message: "the same row" }],
          };
        }
      }
    }
  },
};

/** Whether no two rows have the same values, wherever they stand: told without describing them. */
function areDistinct(cases: readonly Case[]): boolean {
  const seen = new Set(cases.map(({ values = {} }) => Object.values(values).sort().join("\n")));
  return seen.size === cases.length;
}

function describe({ values = {}, tags, line }: Case): string {
  const cells = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  // A case without values is the scenario itself.
  if (cells.length === 0) return String(line);
  return JSON.stringify([cells, tags.map(({ name }) => name)]);
}
