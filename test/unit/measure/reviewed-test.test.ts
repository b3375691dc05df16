import { describe, expect, it } from "vitest";
import { reviewDecision } from "../../../src/measure/review-decision.ts";
import { ReviewedTest, type ReviewOptions } from "../../../src/measure/reviewed-test.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { SequentialTest } from "../../../src/measure/sequential-test.ts";
import { longestSeries, Series } from "../../../src/measure/series.ts";

const p95 = { allowedShare: 0.05, confidence: 0.95 };
const limit = 228;

function normals(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Lognormal around 100: 5 % are over 228. */
function lognormal(seed: number, phi = 0): () => number {
  const normal = normals(seed);
  let z = normal();
  return () => {
    const value = 100 * Math.exp(0.5 * z);
    z = phi * z + Math.sqrt(1 - phi * phi) * normal();
    return value;
  };
}

function decide(next: (at: number) => number, options: ReviewOptions = {}, most = 2_000) {
  const test = new ReviewedTest(p95, { limit, ...options });
  for (let at = 0; at < most; at += 1) {
    const value = next(at);
    const { kind } = test.observe(value, value >= limit);
    if (kind === "proven" || kind === "refuted") break;
  }
  return { ...test.decision, samples: test.counts.samples };
}

describe("ReviewedTest", () => {
  it("decides independent samples as the plain test does", () => {
    expect(decide(() => 100)).toEqual({ kind: "proven", notes: [], samples: 74 });
    const random = seededRandom(1);
    const plain = new SequentialTest(p95);
    const values: number[] = [];
    while (plain.decision.kind === "undecided") {
      values.push(100 * random());
      plain.observe(values.at(-1) === undefined);
    }
    expect(decide((at) => values[at] ?? 0)).toMatchObject({
      kind: "proven",
      samples: values.length,
    });
  });

  it("says how many more are needed while it is undecided", () => {
    expect(decide(() => 100, {}, 70)).toMatchObject({ kind: "undecided", needed: 4 });
  });

  it("refutes half over within 20 samples, and all over within 10", () => {
    const samples = Array.from({ length: 100 }, (_, seed) => {
      const random = seededRandom(seed);
      const decision = decide(() => (random() < 0.5 ? 400 : 100));
      expect(decision.kind).toBe("refuted");
      return decision.samples;
    });
    expect(samples.reduce((sum, count) => sum + count, 0) / 100).toBeLessThan(20);
    expect(decide(() => 400)).toMatchObject({ kind: "refuted", samples: 10 });
  });

  it("stays with what it decided", () => {
    const test = new ReviewedTest(p95, { limit });
    for (let at = 0; at < 74; at += 1) test.observe(100, false);
    for (let at = 0; at < 50; at += 1) test.observe(400, true);
    expect(test.decision).toEqual({ kind: "proven", notes: [] });
  });

  it("does not refute for one pause at the beginning, and goes on until it knows", () => {
    const pause = (at: number) => (at >= 3 && at < 6 ? 1_000 : 100 + (at % 7));
    const plain = new SequentialTest(p95);
    for (let at = 0; at < 6; at += 1) plain.observe(pause(at) >= limit);
    expect(plain.decision).toEqual({ kind: "refuted" });
    expect(decide(pause)).toMatchObject({ kind: "proven" });
  });

  it("is wrong seldom where neighbours correlate by 0.6, and the plain test is wrong often", () => {
    const count = (kindOf: (seed: number) => string) => {
      const kinds = Array.from({ length: 100 }, (_, seed) => kindOf(seed));
      return kinds.filter((kind) => kind === "proven" || kind === "refuted").length;
    };
    const plain = count((seed) => {
      const test = new SequentialTest(p95);
      const next = lognormal(seed, 0.6);
      for (let at = 0; at < 1_000; at += 1) test.observe(next() >= limit);
      return test.decision.kind;
    });
    expect(plain).toBeGreaterThan(25);
    expect(count((seed) => decide(lognormal(seed, 0.6), {}, 1_000).kind)).toBeLessThanOrEqual(10);
  });

  it("with enough samples takes a warm-up away, and says so", () => {
    const next = lognormal(4);
    const decision = decide((at) => (at < 20 ? 5 : 0.6) * next(), { leastSamples: 100 });
    expect(decision.kind).toBe("proven");
    expect(decision.kind === "proven" && decision.notes).toEqual([
      expect.stringMatching(/^The first (?:20|25) samples were warm-up and are not counted\.$/),
    ]);
  });

  it("decides nothing before the samples that it was told to take", () => {
    expect(decide(() => 400, { leastSamples: 60 }).samples).toBe(60);
    expect(decide(() => 100, { leastSamples: 200 }).samples).toBe(200);
  });

  it("is doubtful when it becomes slower all along and the bound is near", () => {
    const wobble = (at: number) => ((at * 37) % 11) - 5;
    const decision = decide((at) => 60 + 0.5 * at + wobble(at), { leastSamples: 300 }, 300);
    expect(decision).toMatchObject({
      kind: "doubtful",
      reason:
        "It became slower all along (the median went from 84.5 to 185); if that goes on, the bound is broken.",
    });
  });

  it("does not mind a drift far from the bound", () => {
    const wobble = (at: number) => ((at * 37) % 11) - 5;
    const decision = decide((at) => 20 + 0.05 * at + wobble(at), { leastSamples: 300 }, 300);
    expect(decision.kind).toBe("proven");
  });

  it("is doubtful when it was too slow, becomes faster all along, and keeps the bound by now", () => {
    const wobble = (at: number) => ((at * 37) % 11) - 5;
    const decision = decide((at) => 280 - 0.5 * at + wobble(at), { leastSamples: 300 }, 300);
    expect(decision).toMatchObject({
      kind: "doubtful",
      reason: expect.stringMatching(
        /^It became faster all along .* keeps the bound: warm up longer\.$/,
      ),
    });
  });
});

describe("reviewDecision", () => {
  it("tells how many more samples are needed when some are worth one", () => {
    const next = lognormal(2, 0.7);
    const values = Array.from({ length: 90 }, () => Math.min(220, next()));
    const review = reviewDecision({
      claim: p95,
      counts: { samples: 90, excesses: 0 },
      series: { values, excesses: values.map(() => false) },
      limit,
    });
    expect(review).toMatchObject({ kind: "open", needed: expect.any(Number) });
    expect(review.notes).toEqual([
      expect.stringMatching(
        /^Samples depend on each other: [\d.]+ are worth one independent sample\.$/,
      ),
    ]);
    expect(review.kind === "open" && review.needed).toBeGreaterThan(74);
  });
});

describe("Series", () => {
  it("keeps the last thousands and forgets what was before", () => {
    const series = new Series();
    for (let at = 0; at < 50_000; at += 1) series.push(at, at % 2 === 0);
    expect(series.values.length).toBeLessThan(2 * longestSeries);
    expect(series.values.length).toBeGreaterThanOrEqual(longestSeries);
    expect(series.values.at(-1)).toBe(49_999);
    expect(series.excesses.length).toBe(series.values.length);
    expect(series.dropped + series.values.length).toBe(50_000);
  });
});
