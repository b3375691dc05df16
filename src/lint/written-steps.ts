// Every step of a story once, where it was written: those of a background are not told again for each scenario.
import type { Background, Scenario, Step, Story } from "../story/story.ts";
import { memoise } from "./memo.ts";
import type { RuleFinding } from "./rule.ts";

export interface WrittenStep {
  readonly step: Pick<Step, "text" | "line" | "textColumn">;
  /** Absent in a background. */
  readonly scenario?: Pick<Scenario, "id">;
}

/** Longer texts are data that somebody pasted: no person reads them as a sentence. */
export const longestSentence = 1000;

/**
 * The sentences in the order of the file; a step longer than a sentence can be is left out. Several rules ask for those
 * of one story, one after the other.
 */
export const listWrittenSteps: (story: Story) => readonly WrittenStep[] = memoise((story) => {
  const written: WrittenStep[] = [];
  addShared(story.background, written);
  for (const scenario of story.scenarios) addOwn(scenario, written);
  for (const rule of story.rules) {
    addShared(rule.background, written);
    for (const scenario of rule.scenarios) addOwn(scenario, written);
  }
  return written;
});

function addShared(background: Background | undefined, written: WrittenStep[]): void {
  for (const step of background?.steps ?? []) {
    if (step.text.length <= longestSentence) written.push({ step });
  }
}

function addOwn(scenario: Scenario, written: WrittenStep[]): void {
  for (let at = scenario.backgroundSteps; at < scenario.steps.length; at += 1) {
    const step = scenario.steps[at];
    if (step !== undefined && step.text.length <= longestSentence) written.push({ step, scenario });
  }
}

/** Where a part of a step's text stands, for a finding. */
export function placeInStep(
  { step, scenario }: WrittenStep,
  at: number,
  length: number,
): Pick<RuleFinding, "line" | "column" | "length" | "words" | "subject"> {
  return {
    line: step.line,
    column: step.textColumn + at,
    length: Math.max(1, length),
    words: step.text.slice(at, at + length),
    ...(scenario === undefined ? {} : { subject: scenario.id }),
  };
}
