import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedStarts, intendedStarts, type Schedule } from "../../../src/measure/schedule.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";

const constant = { kind: "constant" } as const;
const poisson = (seed: number) => ({ kind: "poisson", random: seededRandom(seed) }) as const;

describe("intendedStarts", () => {
  it("at a constant rate come evenly, the first at once, none at the end", () => {
    const schedule: Schedule = { ratePerMinute: 600, durationMs: 500, arrivals: constant };
    expect([...intendedStarts(schedule)]).toEqual([0, 100, 200, 300, 400]);
    expect(expectedStarts(schedule)).toBe(5);
  });

  it("come faster and faster in a ramp: half as many as without it", () => {
    const schedule = { ratePerMinute: 6_000, durationMs: 2_000, rampMs: 1_000, arrivals: constant };
    const starts = [...intendedStarts(schedule)];
    expect(expectedStarts(schedule)).toBe(150);
    expect(starts).toHaveLength(150);
    expect(starts.filter((atMs) => atMs < 1_000)).toHaveLength(50);
    // A quarter of the ramp's starts are in its first half.
    expect(starts.filter((atMs) => atMs < 500)).toHaveLength(13);
    expect(starts.at(-1)).toBeCloseTo(1_990, 9);
  });

  it("may end within the ramp", () => {
    const schedule = { ratePerMinute: 6_000, durationMs: 500, rampMs: 1_000, arrivals: constant };
    expect(expectedStarts(schedule)).toBe(12.5);
    expect([...intendedStarts(schedule)]).toHaveLength(13);
  });

  it("as Poisson arrivals are as many in the mean, and their gaps vary as much as they are long", () => {
    const schedule = { ratePerMinute: 60_000, durationMs: 20_000, arrivals: poisson(3) };
    const starts = [...intendedStarts(schedule)];
    // 20,000 expected: four standard deviations are 566.
    expect(Math.abs(starts.length - 20_000)).toBeLessThan(566);
    const gaps = starts.slice(1).map((atMs, before) => atMs - (starts[before] ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    expect(Math.sqrt(variance) / mean).toBeGreaterThan(0.95);
    expect(Math.sqrt(variance) / mean).toBeLessThan(1.05);
  });

  it("are repeated by the seed, and others by another", () => {
    const starts = (seed: number) => [
      ...intendedStarts({ ratePerMinute: 600, durationMs: 5_000, arrivals: poisson(seed) }),
    ];
    expect(starts(1)).toEqual(starts(1));
    expect(starts(1)).not.toEqual(starts(2));
  });

  it("in parts are the whole, from the same seed", () => {
    const whole = { ratePerMinute: 6_000, durationMs: 2_000, rampMs: 500 };
    const part = (index: number) => [
      ...intendedStarts({ ...whole, arrivals: poisson(7), part: { index, of: 3 } }),
    ];
    const together = [...part(0), ...part(1), ...part(2)].sort((a, b) => a - b);
    expect(together).toEqual([...intendedStarts({ ...whole, arrivals: poisson(7) })]);
  });

  it("ascend and stay within the duration, whatever the schedule", () => {
    const schedules = fc.record({
      ratePerMinute: fc.double({ min: 1, max: 60_000, noNaN: true }),
      durationMs: fc.integer({ min: 0, max: 2_000 }),
      rampMs: fc.integer({ min: 0, max: 3_000 }),
      arrivals: fc.oneof(fc.constant(constant), fc.integer().map(poisson)),
    });
    fc.assert(
      fc.property(schedules, (schedule) => {
        const starts = [...intendedStarts(schedule)];
        expect(starts.every((atMs, at) => atMs >= (starts[at - 1] ?? 0))).toBe(true);
        expect(starts.every((atMs) => atMs < schedule.durationMs)).toBe(true);
        const isConstant = schedule.arrivals.kind === "constant";
        if (isConstant)
          expect(starts.length).toBe(Math.max(0, Math.ceil(expectedStarts(schedule) - 1e-9)));
      }),
    );
  });

  it.each([
    { ratePerMinute: 0 },
    { ratePerMinute: -5 },
    { ratePerMinute: Infinity },
    { durationMs: Infinity },
    { durationMs: Number.NaN },
    { rampMs: -1 },
  ])("refuses %o, which has no end or no beginning", (wrong) => {
    const schedule = { ratePerMinute: 600, durationMs: 100, arrivals: constant, ...wrong };
    expect(() => [...intendedStarts(schedule)]).toThrow(RangeError);
  });
});
