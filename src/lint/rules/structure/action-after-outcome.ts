import { resolveOwnKinds } from "../../../story/step-kinds.ts";
import type { Step } from "../../../story/story.ts";
import { listScenarios } from "../../../story/walk.ts";
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
    for (const scenario of listScenarios(story)) {
      const step = findLateAction(resolveOwnKinds(scenario, story.language));
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

function findLateAction(steps: ReturnType<typeof resolveOwnKinds>): Step | undefined {
  const outcome = steps.findIndex(({ kind }) => kind === "outcome");
  if (outcome < 0) return undefined;
  return steps.find(({ kind }, index) => index > outcome && kind === "action")?.step;
}
