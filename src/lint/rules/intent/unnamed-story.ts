import type { StoryRule } from "../../rule.ts";

export const unnamedStory: StoryRule = {
  id: "intent/unnamed-story",
  scope: "story",
  severity: "warning",
  summary: "a feature without a name",
  reason: "Reports list stories by name; without one, readers see a path and no purpose.",
  bad: `Feature:

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    if (story.title.trim() !== "") return;
    yield {
      uri: story.uri,
      line: story.line,
      subject: story.id,
      message: "this feature has no name.",
      wayOut: "Name it after what people do with it.",
    };
  },
};
