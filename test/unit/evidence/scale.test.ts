import { expect, it } from "vitest";
import { scaleFor } from "../../../src/evidence/html/scale.ts";

it("is linear from 0 with a few round numbers", () => {
  const scale = scaleFor(60, 300, 90);
  expect(scale.isLogarithmic).toBe(false);
  expect(scale.ticks).toEqual([0, 100, 200, 300]);
  expect(scale.place(0)).toBe(0);
  expect(scale.place(300)).toBeCloseTo(0.952, 3);
  expect(scale.place(1e6)).toBe(1);
  expect(scale.valueAt(scale.place(120))).toBeCloseTo(120);
});

it("is logarithmic where what is usual would be squeezed into a corner", () => {
  const scale = scaleFor(2, 3_000, 5);
  expect(scale.isLogarithmic).toBe(true);
  expect(scale.ticks).toEqual([10, 100, 1_000]);
  expect(scale.place(3_000)).toBeLessThan(1);
  expect(scale.place(2)).toBeGreaterThan(0);
  expect(scale.place(0)).toBe(0);
  expect(scale.valueAt(scale.place(50))).toBeCloseTo(50);
  expect(scaleFor(4, 60, 4.5).ticks).toEqual([10, 30]);
});

it("has room for anything", () => {
  for (const [low, high, usual] of [
    [0, 0, 0],
    [0, 0.08, 0.02],
    [1e-6, 1e9, 1],
    [300, 300, 300],
    [0, 1e-7, 0],
  ] as const) {
    const { ticks, place } = scaleFor(low, high, usual);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThan(9);
    for (const value of [...ticks, low, high, usual]) {
      expect(place(value)).toBeGreaterThanOrEqual(0);
      expect(place(value)).toBeLessThanOrEqual(1);
    }
  }
});
