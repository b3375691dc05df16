import type { Tag } from "../../../story/story.ts";
import { listScenarios } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const noOwner: StoryRule = {
  id: "intent/no-owner",
  scope: "story",
  severity: "note",
  summary: "a story without an owner",
  reason: "When the story is refuted, somebody has to know whom to ask.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `@owner:identity
Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    if (hasOwner(story.tags)) return;
    const scenarios = listScenarios(story);
    if (scenarios.length > 0 && scenarios.every(({ tags }) => hasOwner(tags))) return;
    yield {
      uri: story.uri,
      line: story.line,
      subject: story.id,
      message: "this story has no owner.",
      wayOut: "Tag the feature @owner: with the name of a team.",
    };
  },
};

function hasOwner(tags: readonly Tag[]): boolean {
  return tags.some(({ name }) => name.startsWith("@owner:"));
}
