// Samples of several workers or shards as one value.
import { BucketFinder } from "./buckets.ts";
import { type CountedBound, mostExactSamples, type Samples } from "./samples.ts";

/**
 * What one recorder would hold that had seen both: nothing is lost, and neither the order nor the grouping of merges
 * matters. Throws a RangeError when units or declared bounds differ, since then they are not of one measurement.
 */
export function mergeSamples(a: Samples, b: Samples): Samples {
  if (a.unit !== b.unit) throw new RangeError(`samples in ${a.unit} and in ${b.unit} do not merge`);
  const base = { unit: a.unit, count: a.count + b.count, bounds: mergeBounds(a.bounds, b.bounds) };
  if (a.kind === "exact" && b.kind === "exact" && base.count <= mostExactSamples) {
    return { kind: "exact", ...base, values: [...a.values, ...b.values].sort((x, y) => x - y) };
  }
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  return {
    kind: "bucketed",
    ...base,
    min: Math.min(minOf(a), minOf(b)),
    max: Math.max(maxOf(a), maxOf(b)),
    buckets: addUp([...bucketsOf(a), ...bucketsOf(b)]),
  };
}

function mergeBounds(
  a: readonly CountedBound[],
  b: readonly CountedBound[],
): readonly CountedBound[] {
  const isSame =
    a.length === b.length &&
    a.every(({ limit, isInclusive }, at) => {
      return limit === b[at]?.limit && isInclusive === b[at]?.isInclusive;
    });
  if (!isSame) throw new RangeError("samples that were counted over different bounds do not merge");
  return a.map((bound, at) => ({ ...bound, excesses: bound.excesses + (b[at]?.excesses ?? 0) }));
}

/** Only asked of samples that are there. */
function minOf(samples: Samples): number {
  return samples.kind === "exact" ? (samples.values[0] ?? Infinity) : samples.min;
}

function maxOf(samples: Samples): number {
  return samples.kind === "exact" ? (samples.values.at(-1) ?? 0) : samples.max;
}

function bucketsOf(samples: Samples): readonly (readonly [number, number])[] {
  if (samples.kind === "bucketed") return samples.buckets;
  const finder = new BucketFinder();
  return samples.values.map((value) => [finder.bucketOf(value), 1] as const);
}

function addUp(buckets: readonly (readonly [number, number])[]): readonly [number, number][] {
  const counts = new Map<number, number>();
  for (const [bucket, count] of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  return [...counts].sort(([a], [b]) => a - b);
}
