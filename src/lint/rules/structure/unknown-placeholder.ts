import type { Scenario, Story } from "../../../story/story.ts";
import { listScenarios } from "../../../story/walk.ts";
import { findPlaceholders, listPlaceholderTexts, nearestColumn } from "../../placeholders.ts";
import type { RuleFinding, StoryRule } from "../../rule.ts";

export const unknownPlaceholder: StoryRule = {
  id: "structure/unknown-placeholder",
  scope: "story",
  severity: "error",
  summary: "a placeholder in an outline that no column of its examples has",
  reason:
    "cucumber leaves such a placeholder as it is, so the step is run with the text `<amout>`: it fails for a reason that nobody sees, or worse, it holds. In tags cucumber replaces no placeholder at all. Looked at are names, steps, tables and doc strings; markup such as `<b>` and what is closed by `</…>` are left alone.",
  bad: `Feature: Vouchers

  Scenario Outline: A voucher lowers the price
    When I redeem "<code>"
    Then the price should be <amout>

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
  *check(story) {
    for (const scenario of listScenarios(story)) {
      if (scenario.examples.length === 0) continue;
      yield* checkTexts(story, scenario);
      yield* checkTags(story, scenario);
    }
  },
};

function* checkTexts({ uri }: Story, scenario: Scenario): Generator<RuleFinding> {
  const tables = scenario.examples.filter(({ columns }) => columns.length > 0);
  if (tables.length === 0) return;
  const seen = new Set<string>();
  const common = new Set(tables.length === 1 ? tables[0]?.columns : []);
  for (const text of listPlaceholderTexts(scenario)) {
    if (holdsOnly(common, text.text)) continue;
    for (const { name, at } of findPlaceholders(text)) {
      const lacking = tables.find(({ columns }) => !columns.includes(name));
      if (lacking === undefined || seen.has(`${text.line} ${name}`)) continue;
      seen.add(`${text.line} ${name}`);
      const words = `<${name}>`;
      const near = nearestColumn(name, lacking.columns);
      const others = lacking.columns.map((column) => `<${column}>`).join(", ");
      yield {
        uri,
        line: text.line,
        ...(text.column === undefined
          ? { words }
          : { column: text.column + at, length: words.length }),
        subject: scenario.id,
        message: `the examples of line ${lacking.line} have no column for ${words}, so it stays as it is.`,
        wayOut:
          near === undefined
            ? `Add the column, or write one of ${others}.`
            : `Write <${near}>, or add the column; there are ${others}.`,
      };
    }
  }
}

/** Whether every `<` begins one of the placeholders: most texts are told at once to be right. */
function holdsOnly(names: ReadonlySet<string>, text: string): boolean {
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const end = text.indexOf(">", at);
    if (end < 0 || !names.has(text.slice(at + 1, end))) return false;
  }
  return true;
}

/** Inherited tags are another thing's. */
function* checkTags({ uri }: Story, scenario: Scenario): Generator<RuleFinding> {
  const own = scenario.tags.filter(({ level }) => level === "scenario");
  for (const { name, line, column } of [...own, ...scenario.examples.flatMap(({ tags }) => tags)]) {
    if (!/<[^<>]+>/.test(name)) continue;
    yield {
      uri,
      line,
      column,
      length: name.length,
      subject: scenario.id,
      message: `cucumber replaces no placeholder in a tag: every row has ${name} as it stands here.`,
      wayOut: "Write examples of their own for each tag, with the tag above them.",
    };
  }
}
