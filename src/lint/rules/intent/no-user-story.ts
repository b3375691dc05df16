import type { StoryRule } from "../../rule.ts";
import { missingParts } from "../../user-story.ts";

export const noUserStory: StoryRule = {
  id: "intent/no-user-story",
  scope: "story",
  severity: "warning",
  summary: "a story that does not say who wants it and why",
  reason:
    "Without the intent nobody can judge whether the scenarios are the right ones, or whether the story may go.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in
  As a customer
  I want to sign in with my email and password
  so that I can reach my workspace

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    if (missingParts(story).length < 3) return;
    yield {
      uri: story.uri,
      line: story.line,
      subject: story.id,
      message: "this story does not say who wants it and why.",
      wayOut: 'Write "As a …", "I want …" and "so that …" below its name.',
    };
  },
};
