import type { Story } from "../../../story/story.ts";
import { copyText } from "../../copy-text.ts";
import { inFileOrder, type Ordered } from "../../file-order.ts";
import type { KnownDefinition } from "../../known-definition.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";
import { listRunSteps, type RunStep } from "../../run-steps.ts";
import { placeInStep } from "../../written-steps.ts";

export const ambiguousStep: GatheringRule<readonly AmbiguousText[]> = {
  id: "steps/ambiguous",
  usesSteps: true,
  scope: "gathering",
  severity: "error",
  summary: "a step that more than one definition takes",
  reason:
    "cucumber does not choose between definitions: the step fails, whatever the product does. A text is told once, at its first place.",
  bad: `Feature: Cart

  Scenario: A lamp is added
    When I add "Lamp" to the cart
    Then the cart should hold 2 things
`,
  good: `Feature: Cart

  Scenario: A lamp is added
    When I add "Lamp" to the cart
    Then the cart should hold 2 lamps
`,
  exampleDefinitions: [
    "I add {string} to the cart",
    "the cart should hold {int} things",
    "the cart should hold {int} {word}",
  ],
  begin({ steps }) {
    const found = new Map<string, AmbiguousText>();
    const see = (story: Story, order: number): void => {
      if (steps === undefined) return;
      for (const step of listRunSteps(story)) {
        const taking = steps.definitionsOf(step.text);
        if (taking.length < 2 || found.has(step.text)) continue;
        const text = copyText(step.text);
        found.set(text, { text, order, finding: tell(step, taking) });
      }
    };
    return { see, facts: () => [...found.values()] };
  },
  *finish(parts) {
    const told = new Set<string>();
    for (const { text, finding } of inFileOrder(parts)) {
      if (told.has(text)) continue;
      told.add(text);
      yield finding;
    }
  },
};

/** A text at its first place. */
interface AmbiguousText extends Ordered {
  readonly text: string;
  readonly finding: RuleFinding;
}

function tell(step: RunStep, taking: readonly KnownDefinition[]): RuleFinding {
  const filled =
    step.rowLine === undefined ? "" : ` as "${step.text}" (row of line ${step.rowLine})`;
  const patterns = taking.map(({ pattern }) => `\`${pattern}\``).join(", ");
  return {
    uri: step.story.uri,
    ...placeInStep(step, 0, step.step.text.length),
    message: `${taking.length} definitions take this step${filled}: ${patterns}.`,
    wayOut: suggest(taking),
    related: taking.map(({ uri, line, pattern }) => ({ uri, line, message: pattern })),
  };
}

/** What is packaged cannot be changed, but kept out of the way. */
function suggest(taking: readonly KnownDefinition[]): string {
  const own = taking.filter(({ isOwn }) => isOwn);
  if (own.length === taking.length)
    return "Make one of the definitions narrower, or take one away.";
  return own.length === 0
    ? "Write the step in other words; `storyproof steps` lists what can be written."
    : "Write your own definition in other words, or set `prefix` in the configuration for the packaged phrases.";
}
