// Samples out of JSON that came from elsewhere: an attachment, another worker.
import { lastBucket } from "./buckets.ts";
import { type CountedBound, isExcess, mostExactSamples, type Samples } from "./samples.ts";

export type SamplesReading =
  | { readonly kind: "read"; readonly samples: Samples }
  | { readonly kind: "malformed"; readonly reason: string };

/** Checks that it is what a recorder would have written: sizes, order and counts agree with each other. */
export function readSamples(json: unknown): SamplesReading {
  const reason = findFault(json);
  return reason === undefined
    ? { kind: "read", samples: json as Samples }
    : { kind: "malformed", reason };
}

function findFault(json: unknown): string | undefined {
  if (!isRecord(json)) return "samples are an object";
  if (json["unit"] !== "ms" && json["unit"] !== "1") return 'the unit is "ms" or "1"';
  if (!isCount(json["count"])) return "the count is a whole number";
  if (!isListOf(json["bounds"], isBound)) return "each bound has limit, isInclusive and excesses";
  const count = json["count"];
  if (json["bounds"].some(({ excesses }) => excesses > count))
    return "there are more excesses than samples";
  if (json["kind"] === "exact") return findExactFault(json, count, json["bounds"]);
  if (json["kind"] === "bucketed") return findBucketFault(json, count);
  return 'the kind is "exact" or "bucketed"';
}

function findExactFault(
  { values }: Readonly<Record<string, unknown>>,
  count: number,
  bounds: readonly CountedBound[],
): string | undefined {
  if (!isListOf(values, isMeasurement)) return "values are numbers of 0 or more";
  if (values.length !== count)
    return `${values.length} values are not the ${count} that were counted`;
  if (count > mostExactSamples) return `more than ${mostExactSamples} samples are in buckets`;
  if (!isAscending(values)) return "values are in ascending order";
  const isWrong = (bound: CountedBound) =>
    values.filter((value) => isExcess(bound, value)).length !== bound.excesses;
  return bounds.some(isWrong) ? "excesses are not those of the values" : undefined;
}

function findBucketFault(
  { min, max, buckets }: Readonly<Record<string, unknown>>,
  count: number,
): string | undefined {
  if (!isMeasurement(min) || !isMeasurement(max) || min > max) return "min is at most max";
  if (!isListOf(buckets, isBucket)) return "buckets are pairs of bucket and count";
  const numbers = buckets.map(([bucket]) => bucket);
  if (!isAscending(numbers) || new Set(numbers).size !== numbers.length)
    return "buckets are in ascending order";
  const sum = buckets.reduce((total, [, inBucket]) => total + inBucket, 0);
  return sum === count ? undefined : `buckets hold ${sum} and not the ${count} that were counted`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isMeasurement(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Infinity;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isBound(value: unknown): value is CountedBound {
  return (
    isRecord(value) &&
    isMeasurement(value["limit"]) &&
    typeof value["isInclusive"] === "boolean" &&
    isCount(value["excesses"])
  );
}

function isBucket(value: unknown): value is readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(isCount)) return false;
  return Number(value[0]) <= lastBucket;
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));
}
