import type { StoryRule } from "../../rule.ts";
import { missingParts, type UserStoryPart } from "../../user-story.ts";

export const halfUserStory: StoryRule = {
  id: "intent/half-user-story",
  scope: "story",
  severity: "warning",
  summary: "a user story of which a part is missing",
  reason:
    "Who, what and why belong together: without the why, nobody can say when the story is done.",
  bad: `Feature: Sign in
  As a customer
  I want to sign in with my email and password

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
    const missing = missingParts(story);
    if (missing.length === 0 || missing.length === 3) return;
    yield {
      uri: story.uri,
      line: story.line,
      subject: story.id,
      message: `the user story does not say ${missing.map((part) => asked[part]).join(" or ")}.`,
      wayOut: `Add ${missing.map((part) => openings[part]).join(" and ")} to the description.`,
    };
  },
};

const asked: Readonly<Record<UserStoryPart, string>> = {
  role: "who wants it",
  want: "what is wanted",
  benefit: "what it is good for",
};

const openings: Readonly<Record<UserStoryPart, string>> = {
  role: '"As a …"',
  want: '"I want …"',
  benefit: '"so that …"',
};
