import { checkTags } from "../../../tags/check-tags.ts";
import type { StoryRule } from "../../rule.ts";

export const malformedTag: StoryRule = {
  id: "tags/malformed",
  scope: "story",
  severity: "error",
  summary: "a tag that storyproof knows, with a value that it cannot have",
  reason:
    "A mistyped gate measures nothing and looks as if it did, so no run begins before all tags are right. That is why neither a comment nor the configuration can silence this rule: the stories would pass here and be refused by cucumber-js.",
  fixed:
    "cucumber-js refuses a run with such a tag, so a check that passes it over would promise what does not hold",
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
  *check(story, { parseTag }) {
    for (const { uri, line, column, length, message, wayOut } of checkTags(story, parseTag)) {
      yield { uri, line, column, length, subject: story.id, message, wayOut };
    }
  },
};
