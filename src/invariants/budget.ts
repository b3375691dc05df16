// How many inputs are tried, and for how long: by the run's tier, within what the scenario's own tags say.
import type { Tag } from "../story/story.ts";
import type { Tier } from "../tags/known-keys.ts";
import { readTagText } from "../tags/read-tag-text.ts";
import { smokeScenarioMs } from "../tags/tier-budgets.ts";

/** What `@runs` and `@seed` say; the nearest of each. */
export interface SearchLimits {
  readonly runs?: number;
  readonly seed?: number;
}

export interface SearchBudget {
  /** False when only a counterexample is asked for: what is not proven is no failure of the run. */
  readonly demandsProof: boolean;
  /** So many runs without a counterexample prove the invariant. */
  readonly runs: number;
  /** So many are tried here: a smoke run tries fewer than it takes to prove. */
  readonly mostRuns: number;
  /** From the first run to the last, shrinking aside. */
  readonly mostMs: number;
  /** For making a counterexample small. */
  readonly shrinkMs: number;
  readonly mostShrinkRuns: number;
}

/**
 * 200 runs find with 95 % what goes wrong for 1.5 % of the inputs (1 - 0.985^200), and 1,000 what does for 0.3 %; the
 * ends of ranges, where most goes wrong, are drawn far more often than that. A smoke run asks only whether something
 * is refuted, in the time that it gives a scenario.
 */
const budgets: Readonly<Record<Tier, Omit<SearchBudget, "mostShrinkRuns">>> = {
  smoke: {
    demandsProof: false,
    runs: 200,
    mostRuns: 20,
    mostMs: smokeScenarioMs / 2,
    shrinkMs: smokeScenarioMs / 2,
  },
  regression: { demandsProof: true, runs: 200, mostRuns: 200, mostMs: 60_000, shrinkMs: 30_000 },
  full: { demandsProof: true, runs: 1_000, mostRuns: 1_000, mostMs: 300_000, shrinkMs: 60_000 },
};

/** Shrinking that has not ended by then hardly makes anything smaller. */
const mostShrinkRuns = 500;

export function searchBudgetFor(tier: Tier, { runs }: SearchLimits): SearchBudget {
  const own = budgets[tier];
  const asked = runs ?? own.runs;
  const mostRuns = own.demandsProof ? asked : Math.min(asked, own.mostRuns);
  return { ...own, runs: asked, mostRuns, mostShrinkRuns };
}

/** Of tags in the order farthest first; what is malformed is left to check-tags.ts. */
export function readSearchLimits(tags: readonly Tag[]): SearchLimits {
  return Object.assign({}, ...tags.map(({ name }) => readLimit(name)));
}

function readLimit(tag: string): SearchLimits {
  const reading = readTagText(tag);
  if (reading.kind !== "known") return {};
  const { value } = reading;
  if (value.kind === "runs") return { runs: value.count };
  return value.kind === "seed" ? { seed: value.seed } : {};
}
