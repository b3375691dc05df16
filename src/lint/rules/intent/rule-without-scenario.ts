import { hasTag } from "../../../story/walk.ts";
import type { StoryRule } from "../../rule.ts";

export const ruleWithoutScenario: StoryRule = {
  id: "intent/rule-without-scenario",
  scope: "story",
  severity: "warning",
  summary: "a rule without a scenario",
  reason: "A rule is a promise; without a scenario nothing ever shows that it is kept.",
  bad: `Feature: Sign in

  Rule: Five wrong passwords lock the account for 15 minutes
`,
  good: `Feature: Sign in

  Rule: Five wrong passwords lock the account for 15 minutes

    Scenario: The sixth try is refused
      Given 5 wrong passwords
      When I sign in
      Then I should see "Locked"
`,
  *check(story) {
    for (const rule of story.rules) {
      if (rule.scenarios.length > 0 || hasTag(rule.tags, "@planned")) continue;
      yield {
        uri: story.uri,
        line: rule.line,
        words: rule.title,
        subject: rule.id,
        message: "this rule has no scenario.",
        wayOut: "Add a scenario that shows it, or tag the rule @planned.",
      };
    }
  },
};
