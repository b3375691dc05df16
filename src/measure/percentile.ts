// Percentiles of samples, and how far they can be from the product's.
import { binomialQuantile } from "./binomial.ts";
import { BucketFinder } from "./buckets.ts";
import type { Samples } from "./samples.ts";

/**
 * The nearest-rank percentile (Hyndman and Fan 1996, type 1): the least sample that at least `share` of the samples do
 * not exceed. It is a value that was measured, and it agrees with a gate's count: the p95 is within a bound exactly
 * when at most 5 % of the samples are beyond it. Undefined without samples.
 *
 * Of bucketed samples it is known to within 0.2 %. It lies when there are few: the p99 of 20 samples is their largest.
 */
export function percentile(samples: Samples, share: number): number | undefined {
  return valueAt(samples, rankOf(share, samples.count));
}

/** An end is undefined where the samples are too few to bound that side. */
export interface PercentileInterval {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * The two order statistics between which the product's percentile lies with at least this confidence, whatever the
 * distribution: ranks from the binomial distribution, exact (Hahn and Meeker 1991, §5.2; David and Nagaraja 2003, §7.1).
 *
 * Assumes independent samples whose number was fixed before. It lies when samples depend on each other. After a stop at
 * the moment of a decision it promises nothing either; measured there it still held in 95 to 99 of 100 (docs/measuring.md).
 */
export function percentileInterval(
  samples: Samples,
  share: number,
  confidence = 0.95,
): PercentileInterval {
  const { count } = samples;
  if (count === 0) return { low: undefined, high: undefined };
  const tail = (1 - confidence) / 2;
  // Number of samples below the percentile ~ Binomial(count, share); with k of them it lies above the k-th.
  const low = binomialQuantile(tail, count, share);
  const high = binomialQuantile(1 - tail, count, share) + 1;
  return { low: valueAt(samples, low), high: valueAt(samples, high) };
}

function rankOf(share: number, count: number): number {
  // 0.07 × 100 is 7.000000000000001 in doubles, and not the eighth.
  return Math.max(1, Math.ceil(share * count - 1e-9));
}

/** The sample of this rank, from 1; undefined where there is none. */
function valueAt(samples: Samples, rank: number): number | undefined {
  if (rank < 1 || rank > samples.count) return undefined;
  if (samples.kind === "exact") return samples.values[rank - 1];
  if (rank === 1) return samples.min;
  if (rank === samples.count) return samples.max;
  return middleAt(samples, rank);
}

function middleAt({ buckets, min, max }: Samples & { kind: "bucketed" }, rank: number): number {
  let counted = 0;
  for (const [bucket, count] of buckets) {
    counted += count;
    if (counted >= rank) {
      // The middle of an outermost bucket may lie outside of what was measured.
      return Math.min(max, Math.max(min, new BucketFinder().middleOf(bucket)));
    }
  }
  return max;
}
