import { listResolved } from "../../resolved-steps.ts";
import type { StoryRule } from "../../rule.ts";

export const noOutcome: StoryRule = {
  id: "structure/no-outcome",
  scope: "story",
  severity: "warning",
  summary: "a scenario without an outcome step",
  reason:
    "Without a Then nothing is expected, so the scenario passes whatever the product does, and proves nothing.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
    Given a customer
    When I sign in
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    Given a customer
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    for (const { scenario, steps } of listResolved(story)) {
      if (steps.length === 0) continue;
      // What a `*` is, its keyword does not tell: such a scenario is left alone.
      if (steps.some(({ kind }) => kind === "outcome" || kind === "unknown")) continue;
      yield {
        uri: story.uri,
        line: scenario.line,
        subject: scenario.id,
        message: "this scenario expects nothing: it has no outcome step.",
        wayOut: "Add a Then that says what holds afterwards.",
      };
    }
  },
};
