import { isPlanned, listScenarios } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const outlineNoRows: StoryRule = {
  id: "structure/outline-no-rows",
  scope: "story",
  severity: "error",
  summary: "examples without rows",
  reason: "Without rows nothing is run, and nothing says so: every run passes over it in silence.",
  bad: `Feature: Sign in

  Scenario Outline: A short password is refused
    When I choose the password "<password>"
    Then I should see "Too short"

    Examples:
      | password |
`,
  good: `Feature: Sign in

  Scenario Outline: A short password is refused
    When I choose the password "<password>"
    Then I should see "Too short"

    Examples:
      | password    |
      | abc         |
      | abcdefghijk |
`,
  *check(story) {
    for (const scenario of listScenarios(story)) {
      if (isPlanned(scenario)) continue;
      for (const examples of scenario.examples) {
        if (examples.rows.length > 0) continue;
        yield {
          uri: story.uri,
          line: examples.line,
          subject: scenario.id,
          message: "these examples have no row, so nothing is run for them.",
          wayOut: "Add a row for each value that matters, or remove them.",
        };
      }
    }
  },
};
