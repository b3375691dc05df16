import { countRows, listScenarios } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const outlineOneRow: StoryRule = {
  id: "structure/outline-one-row",
  scope: "story",
  severity: "note",
  summary: "an outline with one row",
  reason:
    "With one row an outline is a scenario whose values a reader has to look up further down.",
  bad: `Feature: Sign in

  Scenario Outline: A short password is refused
    When I choose the password "<password>"
    Then I should see "Too short"

    Examples:
      | password |
      | abc      |
`,
  good: `Feature: Sign in

  Scenario: A short password is refused
    When I choose the password "abc"
    Then I should see "Too short"
`,
  *check(story) {
    for (const scenario of listScenarios(story)) {
      if (countRows(scenario) !== 1) continue;
      yield {
        uri: story.uri,
        line: scenario.line,
        subject: scenario.id,
        message: "this outline has one row only.",
        wayOut: "Write it as a scenario with its values in the steps, or add the rows that matter.",
      };
    }
  },
};
