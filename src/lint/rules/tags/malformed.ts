import { checkTags } from "../../../tags/check-tags.ts";
import type { StoryRule } from "../../rule.ts";

export const malformedTag: StoryRule = {
  id: "tags/malformed",
  scope: "story",
  severity: "error",
  summary: "a tag that storyproof knows, with a value that it cannot have",
  reason:
    "A mistyped gate measures nothing and looks as if it did, so no run begins before all tags are right.",
  bad: `Feature: Sign in

  @latency:p95<300
  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in

  @latency:p95<300ms
  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    for (const { uri, line, column, length, message, wayOut } of checkTags(story)) {
      yield { uri, line, column, length, subject: story.id, message, wayOut };
    }
  },
};
