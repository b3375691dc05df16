import type { ResolvedStep } from "../../../story/step-kinds.ts";
import type { Step } from "../../../story/story.ts";
import { listResolved } from "../../resolved-steps.ts";
import type { StoryRule } from "../../rule.ts";

export const severalActions: StoryRule = {
  id: "structure/several-actions",
  scope: "story",
  severity: "note",
  summary: "several actions, one When each, before anything is expected",
  reason:
    "A scenario shows what one action leads to. With several, a reader cannot tell which of them the outcome is about; what only prepares the ground is a Given.",
  bad: `Feature: Orders

  Scenario: An order is cancelled
    When I order a book
    When I cancel the order
    Then the order should be cancelled
`,
  good: `Feature: Orders

  Scenario: An order is cancelled
    Given I have ordered a book
    When I open the order
    And I cancel it
    Then the order should be cancelled
`,
  *check(story) {
    for (const { scenario, steps } of listResolved(story)) {
      const step = findSecondAction(steps);
      if (step === undefined) continue;
      yield {
        uri: story.uri,
        line: step.line,
        subject: scenario.id,
        message: "this is a second action before anything is expected.",
        wayOut:
          "Make the first a Given, join them with And when they are one action, or write two scenarios.",
      };
    }
  },
};

/** `And` goes on with the same action; only a second When begins another. */
function findSecondAction(steps: readonly ResolvedStep[]): Step | undefined {
  let acting = false;
  for (const { step, kind } of steps) {
    if (kind === "outcome") acting = false;
    if (step.kind !== "action") continue;
    if (acting) return step;
    acting = true;
  }
  return undefined;
}
