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

  const feed = (test: ReviewedTest, count: number, value: number) => {
    for (let at = 0; at < count; at += 1) test.observe(value, value >= limit);
  };

  it("does not stay with a proof that the samples after it break", () => {
    const test = new ReviewedTest(p95, { limit });
    feed(test, 74, 100);
    expect(test.decision).toEqual({ kind: "proven", notes: [] });
    feed(test, 50, 400);
    expect(test.decision.kind).toBe("undecided");
    expect(test.decision.notes).toContain(
      "It was proven after 74 samples and broke the bound later.",
    );
    feed(test, 300, 400);
    expect(test.conclude()).toEqual({
      kind: "refuted",
      notes: ["It was proven after 74 samples and broke the bound later."],
    });
  });

  it("concludes with all samples, those since the last look included", () => {
    const test = new ReviewedTest(p95, { limit });
    feed(test, 74, 100);
    feed(test, 4, 400);
    expect(test.decision.kind).toBe("proven");
    expect(test.conclude()).toMatchObject({
      kind: "undecided",
      needed: expect.any(Number),
      notes: expect.arrayContaining([expect.stringContaining("broke the bound later")]),
    });
    expect(test.decision.kind).toBe("undecided");
    feed(test, 1_000, 100);
    expect(test.conclude().kind).toBe("proven");
  });

  it("stays with a refutation as long as all counts refute, and makes no proof of it then", () => {
    const test = new ReviewedTest(p95, { limit });
    feed(test, 40, 400);
    expect(test.decision.kind).toBe("refuted");
    // By themselves the first 40 would be taken for a warm-up.
    feed(test, 160, 100);
    expect(test.conclude()).toEqual({ kind: "refuted", notes: [] });
    feed(test, 2_000, 100);
    expect(test.conclude()).toEqual({
      kind: "undecided",
      notes: ["It was refuted after 10 samples, and is not with those that came later."],
    });
  });

  it("proves nothing that would not hold with the unseen beyond the bound", () => {
    const test = new ReviewedTest(p95, { limit });
    feed(test, 74, 100);
    test.observeUnseen();
    expect(test.conclude()).toMatchObject({ kind: "undecided", needed: expect.any(Number) });
    feed(test, 60, 100);
    expect(test.conclude().kind).toBe("proven");
    expect(test.conclude(20).kind).toBe("undecided");
    expect(test.conclude().kind).toBe("proven");
    for (let at = 0; at < 1_000; at += 1) test.observeUnseen();
    expect(test.conclude().kind).toBe("undecided");
  });

  it("at the limit is wrong seldom as well when it goes on to the end and concludes there", () => {
    const kinds = Array.from({ length: 200 }, (_, seed) => {
      const test = new ReviewedTest(p95, { limit, leastSamples: 200 });
      const next = lognormal(5_000 + seed);
      for (let at = 0; at < 600; at += 1) {
        const value = next();
        test.observe(value, value >= limit);
      }
      return test.conclude().kind;
    });
    expect(kinds.filter((kind) => kind === "proven").length).toBeLessThanOrEqual(10);
    expect(kinds.filter((kind) => kind === "refuted").length).toBeLessThanOrEqual(10);
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
    expect(decide(() => 100, { leastSamples: 200 }, 150)).toEqual({
      kind: "undecided",
      needed: 50,
      notes: ["Nothing is decided before 200 samples."],
      samples: 150,
    });
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
