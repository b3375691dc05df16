// Whether samples depend on each other or on when they were taken, and what is to be done about it.
import { autocorrelationTime, isAutocorrelated } from "./autocorrelation.ts";
import { type Drift, findDrift } from "./drift.ts";
import { rank } from "./ranks.ts";
import { findWarmUp } from "./warm-up.ts";

export interface Ordered {
  readonly values: readonly number[];
  /** Whether each is beyond the bound; as long as `values`. */
  readonly excesses: readonly boolean[];
  /** How many came before the first of these; a series that has lost its beginning shows no warm-up. Default 0. */
  readonly dropped?: number;
}

export interface Dependence {
  /** So many at the beginning are warm-up and do not count. */
  readonly warmUp: number;
  /** So many samples are worth one: the autocorrelation time of what remains, 1 when none was found. */
  readonly samplesPerIndependentOne: number;
  readonly drift: Drift | undefined;
  /** Excesses come back regularly, every so many samples: a pause with a period. */
  readonly period: number | undefined;
}

/** Below this nothing of it can be told from chance, at least not what would matter. */
const leastForDependence = 30;

/** What the order of at least 30 samples shows; undefined for fewer. Each finding by itself is wrong in about 1 of 100. */
export function findDependence(series: Ordered): Dependence | undefined {
  if (series.values.length < leastForDependence) return undefined;
  const warmUp = (series.dropped ?? 0) > 0 ? 0 : findWarmUp(series.values);
  const rest = {
    values: series.values.slice(warmUp),
    excesses: series.excesses.slice(warmUp),
  };
  const drift = findDrift(rest.values);
  return {
    warmUp,
    // A drift makes neighbours alike by itself; it is answered as what it is.
    samplesPerIndependentOne: drift?.samplesPerIndependentOne ?? findTime(rest),
    drift,
    period: findPeriod(rest.excesses),
  };
}

/**
 * The larger time of two series: ranks show what moves all samples, and excesses alone what only stops some (a pause).
 * Of each it is asked only when Ljung-Box finds something among near or among farther neighbours.
 */
function findTime({ values, excesses }: Ordered): number {
  const flags = excesses.map((isExcess) => (isExcess ? 1 : 0));
  const times = [rank(values), flags].map((series) => {
    const isDependent = isAutocorrelated(series, 5) || isAutocorrelated(series, 20);
    return isDependent ? autocorrelationTime(series) : 1;
  });
  return Math.max(...times);
}

/** Gaps between beginnings of runs of excesses that are a fourth as irregular as chance would make them. */
function findPeriod(excesses: readonly boolean[]): number | undefined {
  const begins = excesses.flatMap((isExcess, at) => (isExcess && !excesses[at - 1] ? [at] : []));
  const gaps = begins.slice(1).map((at, before) => at - (begins[before] ?? 0));
  if (gaps.length < 4) return undefined;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
  // Chance has a standard deviation as large as the mean.
  return mean >= 3 && Math.sqrt(variance) < mean / 4 ? Math.round(mean) : undefined;
}
