import { hasTag, listScenarios } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const noScenario: StoryRule = {
  id: "structure/no-scenario",
  scope: "story",
  severity: "warning",
  summary: "a story without scenarios",
  reason: "A story without scenarios guarantees nothing, and no run shows that it is there.",
  bad: `Feature: Sign in
  Customers sign in with email and password.
`,
  good: `Feature: Sign in
  Customers sign in with email and password.

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    // A rule that stands empty has a finding of its own.
    if (story.rules.length > 0 || hasTag(story.tags, "@planned")) return;
    if (listScenarios(story).length > 0) return;
    yield {
      uri: story.uri,
      line: story.line,
      subject: story.id,
      message: "this story has no scenario.",
      wayOut: "Add a scenario that says what holds, or tag the feature @planned.",
    };
  },
};
