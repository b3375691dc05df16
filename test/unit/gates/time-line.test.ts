import { describe, expect, it } from "vitest";
import { mostWindows, TimeLineRecorder } from "../../../src/gates/time-line.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { failed, measure } from "./products.ts";

describe("TimeLineRecorder", () => {
  it("keeps few journeys in narrow windows, those without one left out", () => {
    const line = new TimeLineRecorder("latency");
    line.take(3, 8, false);
    line.take(4, 10, false);
    line.take(5, 900, false);
    line.take(9.9, undefined, true);
    line.take(31, undefined, true);
    expect(line.snapshot()).toMatchObject({ quantity: "latency", unit: "ms", widthMs: 10 });
    expect(line.snapshot().windows).toEqual([
      { startMs: 0, count: 4, failures: 1, p50: expect.closeTo(10, 0), max: 900 },
      { startMs: 30, count: 1, failures: 1 },
    ]);
  });

  it("doubles its windows as time goes on, and loses no journey by it", () => {
    const line = new TimeLineRecorder("latency");
    const random = seededRandom(1);
    const values = Array.from({ length: 30_000 }, () => 10 + 90 * random());
    for (const [at, value] of values.entries()) line.take(at * 10, value, at % 100 === 0);
    const { windows, widthMs } = line.snapshot();
    expect(widthMs).toBe(2_560);
    expect(windows.length).toBeLessThanOrEqual(mostWindows);
    expect(windows.reduce((sum, { count }) => sum + count, 0)).toBe(30_000);
    expect(windows.reduce((sum, { failures }) => sum + failures, 0)).toBe(300);
    expect(Math.max(...windows.map(({ max }) => max ?? 0))).toBe(Math.max(...values));
    for (const { startMs, count, p50 } of windows) {
      const from = startMs / 10;
      const own = values.slice(from, from + count).toSorted((a, b) => a - b);
      const median = own[Math.ceil(own.length / 2) - 1] ?? 0;
      expect(Math.abs((p50 ?? 0) - median) / median).toBeLessThan(0.016);
    }
  });

  it("takes a journey that was to start long before the last", () => {
    const line = new TimeLineRecorder("cls");
    line.take(100_000, 0, false);
    line.take(-1, 0.05, false);
    expect(line.snapshot()).toMatchObject({ quantity: "cls", unit: "1" });
    expect(line.snapshot().windows.map(({ count, max }) => [count, max])).toEqual([
      [1, 0.05],
      [1, 0],
    ]);
  });
});

it("shows in a report where a stall and failures were, at the time of the intended start", async () => {
  const { report } = await measure(
    ["@rpm:600", "@latency:p95<300ms"],
    (at) => (at >= 50 && at < 53 ? failed("gone") : at >= 70 && at < 80 ? 2_000 : 20),
    { limits: { holdMs: 10_000 } },
  );
  const { windows, widthMs, warmUpMs } = report.timeLine;
  const failing = windows.filter(({ failures }) => failures > 0);
  expect(failing.reduce((sum, { failures }) => sum + failures, 0)).toBe(3);
  expect(failing[0]?.startMs).toBeGreaterThan(5_000 - widthMs);
  expect(failing.at(-1)?.startMs).toBeLessThan(5_300);
  const slow = windows.filter(({ max = 0 }) => max >= 2_000);
  expect(slow[0]?.startMs).toBeGreaterThanOrEqual(7_000 - widthMs);
  expect(slow.at(-1)?.startMs).toBeLessThan(8_000);
  expect(windows.reduce((sum, { count }) => sum + count, 0)).toBe(report.journeys.ended);
  expect(warmUpMs).toBeCloseTo(1_900, -2);
});

it("is about the first quantity that a gate bounds", async () => {
  const vitals = { lcp: 900, cls: 0.02 };
  const { report } = await measure(["@cls:p75<0.1", "@lcp:p75<2.5s"], () => ({
    kind: "completed",
    actionTimeMs: 50,
    steps: [],
    exchanges: [],
    vitals,
  }));
  const { quantity, windows } = report.timeLine;
  expect(quantity).toBe("cls");
  expect(windows[0]).toMatchObject({ p50: 0.02, max: 0.02 });
});
