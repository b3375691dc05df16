import type { Scenario } from "../../../story/story.ts";
import { isPlanned, listScenarios } from "../../../story/walk.ts";
import { listPlaceholderTexts } from "../../placeholders.ts";
import type { FileRule } from "../../rule.ts";

export const unusedColumn: FileRule = {
  id: "structure/unused-column",
  scope: "file",
  severity: "warning",
  summary: "a column of examples that no step uses",
  reason:
    "Its values change nothing: readers believe that they are tried, and often the step that should use them has its value written out. A column that tells the reader what a row is about may stay: `case`, `description`, `comment`, `note`, `reason`.",
  bad: `Feature: Vouchers

  Scenario Outline: A voucher lowers the price
    When I redeem "<code>"
    Then the price should be 10

    Examples:
      | code   | amount |
      | SUMMER | 10     |
      | WINTER | 20     |
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
  *check({ story, lines }) {
    for (const scenario of listScenarios(story)) {
      if (scenario.examples.length === 0 || scenario.steps.length === 0) continue;
      if (isPlanned(scenario)) continue;
      const told = new Set<string>();
      for (const { column, index, line } of listUnused(scenario)) {
        if (told.has(column)) continue;
        told.add(column);
        yield {
          uri: story.uri,
          ...placeOfCell(lines(), line, index),
          subject: scenario.id,
          message: `no step of this outline uses the column \`${column}\`.`,
          wayOut: `Write <${column}> where its values belong, or remove the column.`,
        };
      }
    }
  },
};

/** They speak to the reader alone. */
const remark =
  /^(?:|#|no\.?|nr\.?|id|(?:test ?)?case|scenario|example|description|comment|note|remark|reason|why)s?$/i;

interface Column {
  readonly column: string;
  /** From 0. */
  readonly index: number;
  /** Of its Examples. */
  readonly line: number;
}

function* listUnused(scenario: Scenario): Generator<Column> {
  const columns = scenario.examples.flatMap(({ columns: own, line }) =>
    own.map((column, index): Column => ({ column, index, line })),
  );
  const texts = [...listPlaceholderTexts(scenario)].map(({ text }) => text).join("\n");
  for (const one of columns) {
    if (!remark.test(one.column.trim()) && !texts.includes(`<${one.column}>`)) yield one;
  }
}

/** The column's heading in the first row below the Examples: a model of a story keeps no places of cells. */
function placeOfCell(
  lines: readonly string[],
  line: number,
  index: number,
): { readonly line: number; readonly column?: number; readonly length?: number } {
  const at = lines.findIndex((text, row) => row >= line && text.trimStart().startsWith("|"));
  const heading = [...(lines[at] ?? "").matchAll(/\|((?:\\.|[^|\\])*)(?=\|)/g)][index];
  if (heading === undefined) return { line };
  const [, cell = ""] = heading;
  const column = heading.index + 2 + cell.length - cell.trimStart().length;
  return { line: at + 1, column, length: Math.max(1, cell.trim().length) };
}
