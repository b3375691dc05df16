import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { SequentialTest } from "../../../src/measure/sequential-test.ts";
import { countNeeded, decideShare } from "../../../src/measure/share-claim.ts";

const p95 = { allowedShare: 0.05, confidence: 0.95 };

function decideUntil(most: number, next: () => boolean, claim = p95) {
  const test = new SequentialTest(claim);
  while (test.decision.kind === "undecided" && test.counts.samples < most) test.observe(next());
  return { kind: test.decision.kind, samples: test.counts.samples };
}

describe("decideShare", () => {
  it.each([
    // [share allowed, samples that prove it without an excess, least that any fixed-size test needs]
    [0.5, 6, 5],
    [0.1, 36, 29],
    [0.05, 74, 59],
    [0.01, 377, 299],
    [0.001, 3787, 2995],
  ])("at %d needs %d samples without an excess", (allowedShare, needed) => {
    const claim = { ...p95, allowedShare };
    const start = { samples: 0, excesses: 0 };
    expect(decideShare(claim, start)).toEqual({ kind: "undecided", needed });
    expect(decideShare(claim, { samples: needed - 1, excesses: 0 }).kind).toBe("undecided");
    expect(decideShare(claim, { samples: needed, excesses: 0 })).toEqual({ kind: "proven" });
  });

  it("says how many more would prove it, and that many do", () => {
    const someCounts = fc.record({
      samples: fc.integer({ min: 0, max: 3_000 }),
      share: fc.double({ min: 0, max: 0.15, noNaN: true }),
    });
    fc.assert(
      fc.property(someCounts, ({ samples, share }) => {
        const counts = { samples, excesses: Math.floor(samples * share) };
        const decision = decideShare(p95, counts);
        if (decision.kind !== "undecided") return;
        const needed = decision.needed ?? 0;
        const withMore = (more: number) => decideShare(p95, { ...counts, samples: samples + more });
        expect(withMore(needed).kind).toBe("proven");
        expect(withMore(needed - 1).kind).not.toBe("proven");
      }),
    );
  });

  it("with half over a p95 refutes within ten samples, wherever the half is", () => {
    expect(decideUntil(100, alternate(false))).toEqual({ kind: "refuted", samples: 6 });
    expect(decideUntil(100, alternate(true))).toEqual({ kind: "refuted", samples: 3 });
    expect(decideShare(p95, { samples: 10, excesses: 5 })).toEqual({ kind: "refuted" });
  });

  it("where none is allowed, refutes at the first excess and proves nothing", () => {
    const none = { ...p95, allowedShare: 0 };
    expect(decideShare(none, { samples: 1e6, excesses: 0 })).toEqual({ kind: "undecided" });
    expect(decideShare(none, { samples: 1e6, excesses: 1 })).toEqual({ kind: "refuted" });
  });

  it("stays finite and right at a hundred million samples", () => {
    const samples = 1e8;
    expect(decideShare(p95, { samples, excesses: 0.0498 * samples }).kind).toBe("proven");
    expect(decideShare(p95, { samples, excesses: 0.0502 * samples }).kind).toBe("refuted");
    const atLimit = decideShare(p95, { samples, excesses: 0.05 * samples });
    expect(atLimit).toMatchObject({ kind: "undecided", needed: expect.any(Number) });
  });

  it("takes parts of samples, as batches make them", () => {
    expect(countNeeded(p95, { samples: 10.5, excesses: 0 })).toBe(74 - 10);
    expect(decideShare(p95, { samples: 12.5, excesses: 6.25 }).kind).toBe("refuted");
  });
});

function alternate(first: boolean): () => boolean {
  let isExcess = !first;
  return () => {
    isExcess = !isExcess;
    return isExcess;
  };
}

describe("SequentialTest", () => {
  it("answers after each sample as decideShare does, until it has decided", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 300 }),
        fc.constantFrom(0, 0.01, 0.05, 0.5),
        (draws, allowedShare) => {
          const claim = { ...p95, allowedShare };
          const test = new SequentialTest(claim);
          for (const draw of draws) {
            const decision = test.observe(draw < 6);
            expect(decision).toEqual(decideShare(claim, test.counts));
            if (decision.kind !== "undecided") return;
          }
        },
      ),
    );
  });

  it("stays with what it decided first", () => {
    const test = new SequentialTest(p95);
    for (let sample = 0; sample < 74; sample += 1) test.observe(false);
    expect(test.observe(true)).toEqual({ kind: "proven" });
    for (let sample = 0; sample < 100; sample += 1) test.observe(true);
    expect(test.decision).toEqual({ kind: "proven" });
    expect(test.counts).toEqual({ samples: 175, excesses: 101 });
  });
});

/** What a product's times may look like: each with the limit that exactly 5 % of them exceed. */
const products: readonly (readonly [
  name: string,
  limit: number,
  make: (random: () => number) => number,
])[] = [
  ["normal", 100 + 10 * 1.6448536, (random) => 100 + 10 * normal(random)],
  ["lognormal", 100 * Math.exp(0.5 * 1.6448536), (random) => 100 * Math.exp(0.5 * normal(random))],
  // One in ten misses the cache: half of those take longer than 300.
  ["bimodal", 300, (random) => (random() < 0.1 ? 200 + 200 * random() : 20 + 5 * random())],
  // Pareto with index 1.2, whose variance is infinite.
  ["heavy-tailed", 10 * 0.05 ** (-1 / 1.2), (random) => 10 * (1 - random()) ** (-1 / 1.2)],
];

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

describe("a product at its limit, looked at after every sample", () => {
  it.each(products)("%s: few of 1,000 runs are wrong, each way", (_, limit, make) => {
    const wrong = { proven: 0, refuted: 0, undecided: 0 };
    for (let run = 0; run < 1_000; run += 1) {
      const random = seededRandom(run);
      wrong[decideUntil(1_000, () => make(random) >= limit).kind] += 1;
    }
    expect(wrong.proven).toBeLessThanOrEqual(50);
    expect(wrong.refuted).toBeLessThanOrEqual(50);
    // The test is not idle either: it does decide some.
    expect(wrong.proven + wrong.refuted).toBeGreaterThan(20);
  });

  it.each([
    ["an error rate of 1 %", 0.01],
    ["a median", 0.5],
  ])("%s: the same", (_, allowedShare) => {
    const wrong = { proven: 0, refuted: 0, undecided: 0 };
    for (let run = 0; run < 1_000; run += 1) {
      const random = seededRandom(run);
      const claim = { ...p95, allowedShare };
      wrong[decideUntil(500, () => random() < allowedShare, claim).kind] += 1;
    }
    expect(wrong.proven).toBeLessThanOrEqual(50);
    expect(wrong.refuted).toBeLessThanOrEqual(50);
  });
});

describe("how many samples it takes in the mean", () => {
  it.each([
    [0.01, "proven", 200],
    [0.02, "proven", 400],
    [0.1, "refuted", 300],
    [0.5, "refuted", 7],
  ] as const)("with %d over the bound: %s within %d", (share, expected, mostMean) => {
    let samples = 0;
    let right = 0;
    for (let run = 0; run < 300; run += 1) {
      const random = seededRandom(run);
      const decided = decideUntil(5_000, () => random() < share);
      samples += decided.samples;
      if (decided.kind === expected) right += 1;
    }
    expect(right).toBeGreaterThanOrEqual(285);
    expect(samples / 300).toBeLessThan(mostMean);
  });
});
