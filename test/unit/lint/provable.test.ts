import { expect, test } from "vitest";
import { leastSamples } from "../../../src/lint/provable.ts";

// The known sizes for one-sided tolerance limits at 95 %: n with q^n <= 0.05.
test.each([
  [0.5, 5],
  [0.9, 29],
  [0.95, 59],
  [0.99, 299],
  [0.999, 2995],
])("a share of %s needs at least %s samples", (share, samples) => {
  expect(leastSamples(share)).toBe(samples);
});

test("that all keep a bound is proven by no number of samples", () => {
  expect(leastSamples(1)).toBe(Number.POSITIVE_INFINITY);
});
