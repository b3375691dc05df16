import type { Background, Story } from "../../../story/story.ts";
import type { RuleFinding, StoryRule } from "../../rule.ts";

export const actionInBackground: StoryRule = {
  id: "structure/action-in-background",
  scope: "story",
  severity: "note",
  summary: "a When in a background",
  reason:
    "A background says what holds before each scenario, and a scenario shows what one action leads to. With the action up there a reader of the scenario does not see what its outcome is about.",
  bad: `Feature: Cart

  Background:
    Given I am a known customer
    When I add a lamp to the cart

  Scenario: The cart shows what is in it
    Then the cart should show "Lamp"
`,
  good: `Feature: Cart

  Background:
    Given I am a known customer

  Scenario: The cart shows what is in it
    When I add a lamp to the cart
    Then the cart should show "Lamp"
`,
  *check(story) {
    yield* judge(story, story.background);
    for (const { background } of story.rules) yield* judge(story, background);
  },
};

function* judge({ uri, id }: Story, background: Background | undefined): Generator<RuleFinding> {
  const step = background?.steps.find(({ kind }) => kind === "action");
  if (step === undefined) return;
  yield {
    uri,
    line: step.line,
    subject: id,
    message: "this is an action in a background.",
    wayOut: "Make it a Given when it only prepares the ground, or move it into the scenarios.",
  };
}
