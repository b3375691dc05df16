import { listScenarios, ownSteps } from "../../../story/walk.ts";
import { findPlaceholders } from "../../placeholders.ts";
import type { StoryRule } from "../../rule.ts";

export const placeholderWithoutExamples: StoryRule = {
  id: "structure/placeholder-without-examples",
  scope: "story",
  severity: "note",
  summary: "what looks like a placeholder in a scenario without examples",
  reason:
    "Without examples nothing is put in its place: the step is run with the text `<code>`. Often the examples were forgotten, or a scenario was made of an outline. Looked at are the sentences of steps.",
  bad: `Feature: Vouchers

  Scenario: A voucher lowers the price
    When I redeem "<code>"
    Then the price should be 10
`,
  good: `Feature: Vouchers

  Scenario: A voucher lowers the price
    When I redeem "SUMMER"
    Then the price should be 10
`,
  *check(story) {
    for (const scenario of listScenarios(story)) {
      if (scenario.examples.length > 0) continue;
      for (const { text, line, textColumn } of ownSteps(scenario)) {
        if (!text.includes("<")) continue;
        const [first] = findPlaceholders({ text, line });
        if (first === undefined) continue;
        const words = `<${first.name}>`;
        yield {
          uri: story.uri,
          line,
          column: textColumn + first.at,
          length: words.length,
          subject: scenario.id,
          message: `this scenario has no examples, so ${words} stays as it is.`,
          wayOut: "Write the value, or add an Examples table with that column.",
        };
      }
    }
  },
};
