import { isPlanned, listScenarios, ownSteps } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const noSteps: StoryRule = {
  id: "structure/no-steps",
  scope: "story",
  severity: "warning",
  summary: "a scenario without steps",
  reason:
    "Nothing is done and nothing expected: the scenario stays unproven in every report, and readers take its name for a fact.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"

  @planned
  Scenario: A customer signs in with a passkey
`,
  *check(story) {
    for (const scenario of listScenarios(story)) {
      if (ownSteps(scenario).length > 0 || isPlanned(scenario)) continue;
      yield {
        uri: story.uri,
        line: scenario.line,
        subject: scenario.id,
        message: "this scenario has no steps.",
        wayOut: "Write its steps, or tag it @planned until it is built.",
      };
    }
  },
};
