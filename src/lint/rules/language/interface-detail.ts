import { findInterfaceDetails } from "../../interface-detail.ts";
import type { StoryRule } from "../../rule.ts";
import { listWrittenSteps, placeInStep } from "../../written-steps.ts";

export const interfaceDetail: StoryRule = {
  id: "language/interface-detail",
  scope: "story",
  severity: "warning",
  summary: "a selector, a sleep or a machine's address where behaviour is meant",
  reason:
    "A story that names `#submit-btn` or waits five seconds says how the product is built today and not what it promises; it breaks with the next redesign although nothing is broken, and no owner can read it. Looked at are the texts of steps in any language, but not tables and doc strings. In quotes count selectors, ids and addresses; what a step sees, reads or shows in quotes is text of the product and counts for nothing.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
    When I click "#submit-btn"
    And I wait 5 seconds
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in

  Scenario: A known customer signs in
    When I press "Sign in"
    Then I should see "Your workspace" within 5 seconds
`,
  *check(story) {
    for (const written of listWrittenSteps(story)) {
      for (const { at, text, problem, wayOut } of findInterfaceDetails(written.step.text)) {
        yield {
          uri: story.uri,
          ...placeInStep(written, at, text.length),
          message: `\`${text}\` ${problem}.`,
          wayOut,
        };
      }
    }
  },
};
