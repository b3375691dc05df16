// Samples of one quantity as a value: exact while few, in histogram buckets when many. It keeps no order and no times;
// for what depends on order see `Series`.

/** A limit known before the first sample, so that what lies beyond it is counted exactly however many come. */
export interface SampleBound {
  readonly limit: number;
  /** Whether the limit itself is still within: `<=`. */
  readonly isInclusive: boolean;
}

export interface CountedBound extends SampleBound {
  readonly excesses: number;
}

/** What values are of: milliseconds, or a number without unit such as a layout shift. */
export type SampleUnit = "ms" | "1";

interface SamplesBase {
  readonly unit: SampleUnit;
  readonly count: number;
  /** In the order in which they were declared. */
  readonly bounds: readonly CountedBound[];
}

/** Plain JSON, so it travels in attachments and between workers as it is. Equal samples are equal values. */
export type Samples =
  | (SamplesBase & {
      readonly kind: "exact";
      /** Ascending; `count` of them, possibly none. */
      readonly values: readonly number[];
    })
  | (SamplesBase & {
      readonly kind: "bucketed";
      readonly min: number;
      readonly max: number;
      /** [bucket, count], by bucket ascending; see `BucketFinder` for what is in which. */
      readonly buckets: readonly (readonly [bucket: number, count: number])[];
    });

/** Up to so many are kept one by one: 2,000 numbers are some 20 KB in an attachment. */
export const mostExactSamples = 2_000;

export function isExcess({ limit, isInclusive }: SampleBound, value: number): boolean {
  return isInclusive ? value > limit : value >= limit;
}

/** How many samples lie beyond a declared bound, exact; undefined when it was not declared. */
export function countExcesses(samples: Samples, bound: SampleBound): number | undefined {
  return samples.bounds.find(
    ({ limit, isInclusive }) => limit === bound.limit && isInclusive === bound.isInclusive,
  )?.excesses;
}
