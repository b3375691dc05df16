// What each step of a scenario is for: given, done, expected. It reads keywords, and words only where those mislead.
import type { Scenario, Step } from "./story.ts";

/** What a step is for; unknown where only `*` was written. */
export type ResolvedKind = "context" | "action" | "outcome" | "unknown";

export interface ResolvedStep {
  readonly step: Step;
  readonly kind: ResolvedKind;
}

/**
 * The scenario's own steps. A conjunction is what the step before it is, in a background too; in English, one that
 * says "should" or "must" is an outcome wherever it stands (`And I should see …` after a When).
 */
export function resolveOwnKinds(scenario: Scenario, language: string): readonly ResolvedStep[] {
  const isEnglish = language.startsWith("en");
  let last: ResolvedKind = "unknown";
  const resolved = scenario.steps.map((step) => {
    if (step.kind !== "conjunction") last = step.kind;
    else if (isEnglish && expecting.test(step.text)) last = "outcome";
    return { step, kind: last };
  });
  return scenario.backgroundSteps === 0 ? resolved : resolved.slice(scenario.backgroundSteps);
}

const expecting = /\b(?:should|must)\b/;
