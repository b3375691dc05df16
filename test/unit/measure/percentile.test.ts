import { describe, expect, it } from "vitest";
import { percentile, percentileInterval } from "../../../src/measure/percentile.ts";
import { SampleRecorder } from "../../../src/measure/sample-recorder.ts";
import type { Samples } from "../../../src/measure/samples.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";

function record(values: Iterable<number>): Samples {
  const recorder = new SampleRecorder("ms");
  for (const value of values) recorder.record(value);
  return recorder.snapshot();
}

const oneTo = (count: number) => record(Array.from({ length: count }, (_, at) => at + 1));

describe("percentile", () => {
  it.each([
    [100, 0.95, 95],
    [100, 0.07, 7],
    [20, 0.95, 19],
    [20, 0.99, 20],
    [5, 0.5, 3],
    [1000, 0.999, 999],
    [3, 1, 3],
  ])("of 1 … %d at %d is %d, by nearest rank", (count, share, expected) => {
    expect(percentile(oneTo(count), share)).toBe(expected);
  });

  it("of no samples is not known", () => {
    expect(percentile(record([]), 0.5)).toBeUndefined();
  });

  it.each([0, 0.001, 0.5, 0.95, 0.999, 1])("of many is within 0.2 % at %d", (share) => {
    const exact = Math.max(1, share * 100_000);
    const found = percentile(oneTo(100_000), share) ?? 0;
    expect(Math.abs(found - exact) / exact).toBeLessThan(0.002);
  });
});

describe("percentileInterval", () => {
  it.each([
    // Ranks as in the tables: Conover 1999, §3.2; 59 samples are the fewest whose largest bounds a p95 on one side.
    [100, 0.5, { low: 40, high: 61 }],
    [10, 0.5, { low: 2, high: 9 }],
    [20, 0.95, { low: 17, high: undefined }],
    [4, 0.5, { low: undefined, high: undefined }],
  ])("of 1 … %d at %d", (count, share, expected) => {
    expect(percentileInterval(oneTo(count), share)).toEqual(expected);
  });

  it("of no samples has no ends", () => {
    expect(percentileInterval(record([]), 0.5)).toEqual({ low: undefined, high: undefined });
  });

  it("holds the true percentile in at least 95 of 100 measurements", () => {
    const random = seededRandom(5);
    let held = 0;
    for (let run = 0; run < 1_000; run += 1) {
      // Exponential with mean 100: its p95 is −100 ln 0.05.
      const samples = record(Array.from({ length: 200 }, () => -100 * Math.log(1 - random())));
      const { low = 0, high = Infinity } = percentileInterval(samples, 0.95);
      if (low <= 299.573 && 299.573 <= high) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(950);
    // And it is not so by being useless.
    expect(held).toBeLessThan(995);
  });
});
