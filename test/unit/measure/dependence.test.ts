import { describe, expect, it } from "vitest";
import {
  autocorrelations,
  autocorrelationTime,
  isAutocorrelated,
} from "../../../src/measure/autocorrelation.ts";
import { findDependence } from "../../../src/measure/dependence.ts";
import { findDrift } from "../../../src/measure/drift.ts";
import { rank } from "../../../src/measure/ranks.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { findWarmUp } from "../../../src/measure/warm-up.ts";

function normals(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Lognormal around 100, neighbours correlated by phi, each times a factor of its place. */
function series(
  seed: number,
  length: number,
  { phi = 0, factor = (_: number) => 1 }: { phi?: number; factor?: (at: number) => number } = {},
): number[] {
  const normal = normals(seed);
  let z = normal();
  return Array.from({ length }, (_, at) => {
    const value = 100 * Math.exp(0.5 * z) * factor(at);
    z = phi * z + Math.sqrt(1 - phi * phi) * normal();
    return value;
  });
}

const over = (values: readonly number[], limit: number) => values.map((value) => value >= limit);

/** In how many of so many seeds it holds. */
function countSeeds(seeds: number, holds: (seed: number) => boolean): number {
  return Array.from({ length: seeds }, (_, seed) => holds(seed)).filter(Boolean).length;
}

describe("rank", () => {
  it("shares the mean rank among equal values", () => {
    expect(rank([30, 10, 30, 20])).toEqual([3.5, 1, 3.5, 2]);
    expect(rank([])).toEqual([]);
  });
});

describe("autocorrelation", () => {
  it("is that of the definition: 1, 2, 3, 4 has 0.25 at distance 1", () => {
    expect(autocorrelations([1, 2, 3, 4], 3)).toEqual([0.25, -0.3, -0.45]);
    expect(autocorrelations([5, 5, 5], 2)).toEqual([0, 0]);
  });

  it("raises a false alarm in about 1 of 100 independent series", () => {
    const alarms = (lags: number) =>
      countSeeds(400, (seed) => isAutocorrelated(rank(series(seed, 100)), lags));
    expect(alarms(5)).toBeLessThan(12);
    expect(alarms(20)).toBeLessThan(14);
  });

  it("is seen in 100 samples when neighbours correlate by 0.5", () => {
    const seen = countSeeds(100, (seed) =>
      isAutocorrelated(rank(series(seed, 100, { phi: 0.5 })), 5),
    );
    expect(seen).toBeGreaterThan(75);
  });

  it.each([
    // τ of an autoregressive series is (1 + φ) / (1 − φ).
    [0, 1],
    [0.5, 3],
    [0.8, 9],
  ])("correlated by %d: about %d samples are worth one", (phi, time) => {
    const values = series(1, 20_000, { phi }).map(Math.log);
    const found = autocorrelationTime(values);
    expect(found).toBeGreaterThan(0.85 * time);
    expect(found).toBeLessThan(1.25 * time);
  });

  it("of a constant series is none", () => {
    expect(autocorrelationTime([1, 1, 1, 1])).toBe(1);
  });
});

describe("findWarmUp", () => {
  it("finds where a slow beginning ends, to within a few samples", () => {
    const found = Array.from({ length: 50 }, (_, seed) =>
      findWarmUp(series(seed, 150, { factor: (at) => (at < 30 ? 3 : 1) })),
    );
    expect(found.filter((samples) => samples >= 30 && samples <= 60).length).toBeGreaterThan(45);
  });

  it("finds none in independent samples, nearly always", () => {
    expect(countSeeds(300, (seed) => findWarmUp(series(seed, 150)) > 0)).toBeLessThan(9);
  });

  it("is not misled by one very slow sample at the beginning", () => {
    const values = series(1, 100);
    expect(findWarmUp([60_000, ...values])).toBe(0);
  });
});

describe("findDrift", () => {
  it("finds what doubles over 300 samples, and which way", () => {
    const rising = series(1, 300, { factor: (at) => 2 ** (at / 300) });
    expect(findDrift(rising)?.direction).toBe("rising");
    expect(findDrift(rising.toReversed())?.direction).toBe("falling");
    const { fromMedian = 0, toMedian = 0 } = findDrift(rising) ?? {};
    expect(toMedian / fromMedian).toBeGreaterThan(1.3);
  });

  it("finds none in independent samples, nearly always", () => {
    expect(countSeeds(300, (seed) => findDrift(series(seed, 150)) !== undefined)).toBeLessThan(6);
  });

  it("does not take correlation for drift: at most 1 in 20 where neighbours correlate by 0.8", () => {
    const found = countSeeds(
      200,
      (seed) => findDrift(series(seed, 400, { phi: 0.8 })) !== undefined,
    );
    expect(found).toBeLessThan(10);
  });
});

describe("findDependence", () => {
  it("says nothing of fewer than 30 samples", () => {
    const values = series(1, 29);
    expect(findDependence({ values, excesses: over(values, 200) })).toBeUndefined();
  });

  it("of independent samples finds nothing", () => {
    const values = series(3, 200);
    expect(findDependence({ values, excesses: over(values, 228) })).toEqual({
      warmUp: 0,
      samplesPerIndependentOne: 1,
      drift: undefined,
      period: undefined,
    });
  });

  it("looks for warm-up only in a series that has its beginning", () => {
    const values = series(3, 200, { factor: (at) => (at < 30 ? 4 : 1) });
    const excesses = over(values, 228);
    expect(findDependence({ values, excesses })?.warmUp).toBeGreaterThanOrEqual(30);
    expect(findDependence({ values, excesses, dropped: 4_096 })?.warmUp).toBe(0);
  });

  it("sees a pause that returns, which only excesses show, and its period", () => {
    const values = series(2, 400, { factor: (at) => (at % 40 >= 37 ? 20 : 1) });
    const found = findDependence({ values, excesses: over(values, 600) });
    expect(found?.period).toBe(40);
    expect(found?.samplesPerIndependentOne).toBeGreaterThan(1.5);
  });

  it("takes excesses at random for no period", () => {
    const periods = countSeeds(200, (seed) => {
      const values = series(seed, 400);
      return findDependence({ values, excesses: over(values, 228) })?.period !== undefined;
    });
    expect(periods).toBeLessThan(4);
  });
});
