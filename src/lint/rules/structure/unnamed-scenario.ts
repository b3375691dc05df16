import { listScenarios } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const unnamedScenario: StoryRule = {
  id: "structure/unnamed-scenario",
  scope: "story",
  severity: "warning",
  summary: "a scenario without a name",
  reason:
    "Reports list scenarios by name, and the id of a scenario is made from it: without one, its history is lost as soon as another stands before it.",
  bad: `Feature: Sign in

  Scenario:
    When I sign in
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    for (const scenario of listScenarios(story)) {
      if (scenario.title.trim() !== "") continue;
      yield {
        uri: story.uri,
        line: scenario.line,
        subject: scenario.id,
        message: "this scenario has no name.",
        wayOut: "Say in its name what holds.",
      };
    }
  },
};
