import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialAtMost, binomialQuantile } from "../../../src/measure/binomial.ts";
import { logBetaTails } from "../../../src/measure/incomplete-beta.ts";
import { logBeta, logGamma } from "../../../src/measure/log-gamma.ts";

/** Added up term by term, as the definition has it. */
function summed(successes: number, trials: number, share: number): number {
  let sum = 0;
  let logTerm = trials * Math.log1p(-share);
  for (let k = 0; k <= successes; k += 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((trials - k) / (k + 1)) + Math.log(share) - Math.log1p(-share);
  }
  return sum;
}

describe("logGamma", () => {
  it.each([
    [0.25, 1.2880225246980774],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [1, 0],
    [10, Math.log(362_880)],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])("of %d is %d", (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 8);
  });

  it("makes the beta function: B(2, 3) = 1/12", () => {
    expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 14);
  });
});

describe("logBetaTails", () => {
  it("knows the regularised incomplete beta: I_0.5(2, 3) = 11/16", () => {
    const { below, above } = logBetaTails(0.5, 2, 3);
    expect(Math.exp(below)).toBeCloseTo(11 / 16, 14);
    expect(Math.exp(above)).toBeCloseTo(5 / 16, 14);
  });

  it("keeps the size of tails that are below the smallest number", () => {
    // I_x(1, b) = 1 − (1 − x)^b, and I_x(a, 1) = x^a.
    expect(logBetaTails(0.5, 1, 5000).above).toBeCloseTo(5000 * Math.log(0.5), 6);
    expect(logBetaTails(0.05, 2000, 1).below).toBeCloseTo(2000 * Math.log(0.05), 6);
  });

  it("converges in the middle of a million samples", () => {
    const { below, above } = logBetaTails(0.05, 50_000, 950_000);
    expect(Math.exp(below) + Math.exp(above)).toBeCloseTo(1, 9);
    expect(Math.exp(below)).toBeCloseTo(0.5, 2);
  });
});

describe("binomial", () => {
  it("knows P(at most 2 of 10 at 0.3) = 0.3828", () => {
    expect(binomialAtMost(2, 10, 0.3)).toBeCloseTo(0.3827827864, 10);
  });

  it("is the sum of its terms", () => {
    const cases = fc.record({
      trials: fc.integer({ min: 1, max: 400 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ trials, part, share }) => {
        const successes = Math.floor(part * trials);
        expect(binomialAtMost(successes, trials, share)).toBeCloseTo(
          successes === trials ? 1 : summed(successes, trials, share),
          9,
        );
      }),
    );
  });

  it("has ends: none below zero, all at the number of trials, and shares of 0 and 1", () => {
    expect(binomialAtMost(-1, 10, 0.5)).toBe(0);
    expect(binomialAtMost(10, 10, 0.5)).toBe(1);
    expect(binomialAtMost(0, 10, 0)).toBe(1);
    expect(binomialAtMost(9, 10, 1)).toBe(0);
  });

  it("finds the least number that reaches a probability", () => {
    expect(binomialQuantile(0.025, 100, 0.5)).toBe(40);
    expect(binomialQuantile(0.975, 100, 0.5)).toBe(60);
  });
});
