import type { ResolvedStep } from "../../../story/step-kinds.ts";
import type { Step } from "../../../story/story.ts";
import { listResolved } from "../../resolved-steps.ts";
import type { StoryRule } from "../../rule.ts";

export const actionAfterOutcome: StoryRule = {
  id: "structure/action-after-outcome",
  scope: "story",
  severity: "note",
  summary: "an action after an outcome",
  reason:
    "What comes after a Then is a second behaviour in the same scenario: when the first fails, nothing is known of it.",
  bad: `Feature: Basket

  Scenario: The basket is kept
    When I add the book to my basket
    Then my basket should have 1 item
    When I sign out
    Then my basket should be empty
`,
  good: `Feature: Basket

  Scenario: A book is added
    When I add the book to my basket
    Then my basket should have 1 item

  Scenario: Signing out empties the basket
    Given my basket has 1 item
    When I sign out
    Then my basket should be empty
`,
  *check(story) {
    for (const { scenario, steps } of listResolved(story)) {
      const step = findLateAction(steps);
      if (step === undefined) continue;
      yield {
        uri: story.uri,
        line: step.line,
        subject: scenario.id,
        message: "this action comes after an outcome.",
        wayOut: "Make it a scenario of its own that begins where this one ends.",
      };
    }
  },
};

function findLateAction(steps: readonly ResolvedStep[]): Step | undefined {
  let isAfter = false;
  for (const { step, kind } of steps) {
    if (kind === "outcome") isAfter = true;
    else if (isAfter && kind === "action") return step;
  }
  return undefined;
}
