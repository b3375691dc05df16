// How much is measured: by the run's tier, within what the scenario's own tags say. It knows no claims.
import type { Tag } from "../story/story.ts";
import type { Tier } from "../tags/known-keys.ts";
import { readTagText } from "../tags/read-tag-text.ts";
import { smokeScenarioMs } from "../tags/tier-budgets.ts";

/** What `@samples`, `@hold`, `@warmup` and `@seed` say; the nearest of each. */
export interface MeasureLimits {
  readonly samples?: number;
  readonly holdMs?: number;
  readonly warmUp?: number;
  readonly seed?: number;
}

export interface Budget {
  /** False when only a refutation is asked for: what stays undecided is no failure of the run. */
  readonly demandsProof: boolean;
  readonly mostSamples: number;
  /** From the first journey to the last. */
  readonly mostMs: number;
  /** So many journeys at the beginning count for no latency and no web vital. */
  readonly warmUp: number;
  /** A warm-up that nobody asked for ends then, and that of a smoke run. */
  readonly warmUpMs: number;
  /** Nothing is decided before so many samples, as far as they fit into `leastMs`. */
  readonly leastSamples: number;
  readonly leastMs: number;
  /** How long a rate is held at least before it counts as kept. */
  readonly leastHoldMs: number;
  /** Where no `@hold` says, a rate is held on until the other gates are decided. */
  readonly isHoldFixed: boolean;
}

type TierBudget = Omit<Budget, "isHoldFixed" | "warmUpMs">;

/**
 * 200 samples are what docs/measuring.md recommends where time allows: two seconds do for a regression run, since a
 * quick API has them by then and a slow one has lasted as long as most pauses; ten for a full run.
 */
const budgets: Readonly<Record<Tier, TierBudget>> = {
  smoke: {
    demandsProof: false,
    mostSamples: 30,
    mostMs: smokeScenarioMs / 2,
    warmUp: 3,
    leastSamples: 0,
    leastMs: 0,
    leastHoldMs: 2_000,
  },
  regression: {
    demandsProof: true,
    mostSamples: 5_000,
    mostMs: 60_000,
    warmUp: 20,
    leastSamples: 200,
    leastMs: 2_000,
    leastHoldMs: 10_000,
  },
  full: {
    demandsProof: true,
    mostSamples: 20_000,
    mostMs: 300_000,
    warmUp: 20,
    leastSamples: 200,
    leastMs: 10_000,
    leastHoldMs: 30_000,
  },
};

/** A smoke run never measures more than its own budget, whatever tags say; the others as much as tags allow. */
export function budgetFor(tier: Tier, { samples, holdMs, warmUp }: MeasureLimits): Budget {
  const own = budgets[tier];
  const within = (most: number, asked = most) => (own.demandsProof ? asked : Math.min(most, asked));
  const mostMs = within(own.mostMs, holdMs);
  const isOwnWarmUp = warmUp === undefined || !own.demandsProof;
  return {
    ...own,
    mostSamples: within(own.mostSamples, samples),
    mostMs,
    // Of a smoke run's own number of journeys, or there would be more of what does not count than of what does.
    warmUp: Math.min(own.demandsProof ? Infinity : own.mostSamples, warmUp ?? own.warmUp),
    warmUpMs: isOwnWarmUp ? mostMs / 5 : mostMs,
    leastHoldMs: Math.min(mostMs, holdMs ?? own.leastHoldMs),
    isHoldFixed: holdMs !== undefined,
  };
}

/** Of tags in the order farthest first; what is malformed is left to check-tags.ts. */
export function readMeasureLimits(tags: readonly Tag[]): MeasureLimits {
  return Object.assign({}, ...tags.map(({ name }) => readLimit(name)));
}

function readLimit(tag: string): MeasureLimits {
  const reading = readTagText(tag);
  if (reading.kind !== "known") return {};
  const { value } = reading;
  switch (value.kind) {
    case "samples":
      return { samples: value.count };
    case "warmup":
      return { warmUp: value.count };
    case "hold":
      return { holdMs: value.durationMs };
    case "seed":
      return { seed: value.seed };
    default:
      return {};
  }
}
