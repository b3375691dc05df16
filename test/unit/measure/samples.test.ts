import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BucketFinder, relativeErrorBound } from "../../../src/measure/buckets.ts";
import { mergeSamples } from "../../../src/measure/merge-samples.ts";
import { readSamples } from "../../../src/measure/read-samples.ts";
import { SampleRecorder } from "../../../src/measure/sample-recorder.ts";
import {
  countExcesses,
  mostExactSamples,
  type SampleBound,
  type Samples,
} from "../../../src/measure/samples.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";

const below300: SampleBound = { limit: 300, isInclusive: false };
const upTo300: SampleBound = { limit: 300, isInclusive: true };

function record(values: Iterable<number>, bounds: readonly SampleBound[] = [below300]): Samples {
  const recorder = new SampleRecorder("ms", bounds);
  for (const value of values) recorder.record(value);
  return recorder.snapshot();
}

const measurement = fc.double({ min: 0, max: 1e9, noNaN: true });

/** Few samples, and so many that they are in buckets: made from a seed, since a list of thousands shrinks slowly. */
const manyOrFew = fc.oneof(
  fc.array(measurement, { maxLength: 40 }),
  fc
    .tuple(fc.integer(), fc.integer({ min: 1_500, max: 2_600 }))
    .map(([seed, length]) => makeValues(seed, length)),
);

function makeValues(seed: number, length: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length }, () => 300 * random() ** 2 * 4);
}

describe("buckets", () => {
  it("stand for a value to within 0.2 %, from nanoseconds to days", () => {
    const finder = new BucketFinder();
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
        const middle = finder.middleOf(finder.bucketOf(value));
        expect(Math.abs(middle - value) / value).toBeLessThanOrEqual(relativeErrorBound);
      }),
    );
  });

  it("keep the order of values, and zero is in the first", () => {
    const finder = new BucketFinder();
    fc.assert(
      fc.property(measurement, measurement, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(finder.bucketOf(less)).toBeLessThanOrEqual(finder.bucketOf(more));
      }),
    );
    expect([finder.bucketOf(0), finder.bucketOf(-0), finder.middleOf(0)]).toEqual([0, 0, 0]);
  });
});

describe("SampleRecorder", () => {
  it("keeps samples exactly while they are few", () => {
    expect(record([30.25, 10, 20.125])).toEqual({
      kind: "exact",
      unit: "ms",
      count: 3,
      bounds: [{ ...below300, excesses: 0 }],
      values: [10, 20.125, 30.25],
    });
  });

  it("counts in buckets from 2,001 on, whose number stays bounded", () => {
    expect(record(makeValues(1, mostExactSamples)).kind).toBe("exact");
    const samples = record(makeValues(1, 200_000));
    expect(samples).toMatchObject({ kind: "bucketed", count: 200_000 });
    // 200,000 values over more than 30 doublings; nearly all of them in the upper ten.
    expect(samples.kind === "bucketed" && samples.buckets.length).toBeLessThan(30 * 256);
  });

  it("counts excesses exactly at any number, at the limit itself as the bound says", () => {
    const values = Array.from(
      { length: 30_000 },
      (_, at) => [299.9999999, 300, 300.0000001][at % 3] ?? 0,
    );
    const samples = record(values, [below300, upTo300]);
    expect(samples.kind).toBe("bucketed");
    expect(countExcesses(samples, below300)).toBe(20_000);
    expect(countExcesses(samples, upTo300)).toBe(10_000);
    expect(countExcesses(samples, { limit: 200, isInclusive: true })).toBeUndefined();
  });

  it.each([-1, Number.NaN, Infinity])("refuses %d, which is no measurement", (value) => {
    expect(() => record([value])).toThrow(`${value} is no measurement`);
  });

  it("gives values that later samples do not change", () => {
    const recorder = new SampleRecorder("ms", [below300]);
    recorder.record(400);
    const before = recorder.snapshot();
    recorder.record(500);
    expect(before).toMatchObject({ count: 1, values: [400], bounds: [{ excesses: 1 }] });
  });
});

describe("mergeSamples", () => {
  it("gives what one recorder would hold that had seen all", () => {
    fc.assert(
      fc.property(manyOrFew, manyOrFew, (a, b) => {
        expect(mergeSamples(record(a), record(b))).toEqual(record([...a, ...b]));
      }),
      { numRuns: 50 },
    );
  });

  it("does not mind order or grouping", () => {
    fc.assert(
      fc.property(manyOrFew, manyOrFew, manyOrFew, (first, second, third) => {
        const [a, b, c] = [record(first), record(second), record(third)];
        expect(mergeSamples(a, b)).toEqual(mergeSamples(b, a));
        expect(mergeSamples(mergeSamples(a, b), c)).toEqual(mergeSamples(a, mergeSamples(b, c)));
      }),
      { numRuns: 50 },
    );
  });

  it("refuses what is not of one measurement", () => {
    const shifts = new SampleRecorder("1", [below300]).snapshot();
    expect(() => mergeSamples(record([1]), shifts)).toThrow("samples in ms and in 1 do not merge");
    expect(() => mergeSamples(record([1]), record([1], [upTo300]))).toThrow("different bounds");
  });
});

describe("readSamples", () => {
  it("reads what was written, after a journey as JSON", () => {
    fc.assert(
      fc.property(manyOrFew, (values) => {
        const samples = record(values);
        const reading = readSamples(JSON.parse(JSON.stringify(samples)));
        expect(reading).toEqual({ kind: "read", samples });
      }),
      { numRuns: 30 },
    );
  });

  const few = record([100, 200, 400]);
  const many = record(makeValues(2, 3_000));

  it.each([
    [null, "samples are an object"],
    [{ ...few, unit: "s" }, 'the unit is "ms" or "1"'],
    [{ ...few, count: 1.5 }, "the count is a whole number"],
    [{ ...few, bounds: [{ limit: 1 }] }, "each bound has limit, isInclusive and excesses"],
    [{ ...few, bounds: [{ ...below300, excesses: 4 }] }, "there are more excesses than samples"],
    [{ ...few, bounds: [{ ...below300, excesses: 2 }] }, "excesses are not those of the values"],
    [{ ...few, kind: "rough" }, 'the kind is "exact" or "bucketed"'],
    [{ ...few, values: [100, -1, 3] }, "values are numbers of 0 or more"],
    [{ ...few, values: [100] }, "1 values are not the 3 that were counted"],
    [{ ...few, values: [200, 100, 400] }, "values are in ascending order"],
    [
      { ...many, kind: "exact", values: makeValues(2, 3_000) },
      "more than 2000 samples are in buckets",
    ],
    [{ ...many, min: 1e9 }, "min is at most max"],
    [{ ...many, buckets: [[1]] }, "buckets are pairs of bucket and count"],
    [
      {
        ...many,
        buckets: [
          [2, 1500],
          [1, 1500],
        ],
      },
      "buckets are in ascending order",
    ],
    [{ ...many, buckets: [[600_000, 3_000]] }, "buckets are pairs of bucket and count"],
    [{ ...many, buckets: [[1, 5]] }, "buckets hold 5 and not the 3000 that were counted"],
  ])("says what is wrong: case %#", (json, reason) => {
    expect(readSamples(json)).toEqual({ kind: "malformed", reason });
  });
});
