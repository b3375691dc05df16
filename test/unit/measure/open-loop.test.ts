import { describe, expect, it } from "vitest";
import { machineClock } from "../../../src/measure/clock.ts";
import { mergeLoads } from "../../../src/measure/merge-loads.ts";
import { type EndedStart, type OpenLoop, runOpenLoop } from "../../../src/measure/open-loop.ts";
import { percentile } from "../../../src/measure/percentile.ts";
import { VirtualClock } from "./virtual-clock.ts";

const never = new AbortController().signal;
/** Ten starts, one each 100 ms. */
const tenStarts = {
  ratePerMinute: 600,
  durationMs: 1_000,
  arrivals: { kind: "constant" },
} as const;

/** Runs a load in virtual time; each journey gets the clock to wait with. */
async function run(
  journey: (clock: VirtualClock, index: number, signal: AbortSignal) => Promise<unknown>,
  more: Partial<OpenLoop<unknown>> = {},
) {
  const clock = new VirtualClock();
  const ended: EndedStart<unknown>[] = [];
  const result = await clock.during(
    runOpenLoop({
      schedule: tenStarts,
      start: (index, _, signal) => journey(clock, index, signal),
      onEnd: (end) => ended.push(end),
      clock,
      signal: never,
      ...more,
    }),
  );
  return { result, ended: ended.toSorted((a, b) => a.index - b.index), clock };
}

describe("runOpenLoop", () => {
  it("starts when the schedule says, however slow the answers are", async () => {
    const { result, ended } = await run((clock) => clock.sleep(350));
    expect(ended.map(({ startedAtMs }) => startedAtMs)).toEqual([
      0, 100, 200, 300, 400, 500, 600, 700, 800, 900,
    ]);
    expect(ended.every(({ latencyMs }) => latencyMs === 350)).toBe(true);
    expect(result).toMatchObject({
      kind: "finished",
      offered: 10,
      started: 10,
      dropped: { late: 0, full: 0 },
      ended: 10,
      unfinished: 0,
      offeringMs: 1_000,
      offeredPerMinute: 600,
    });
    // The last answer came at 1,250 ms: that much was achieved, and not what was offered.
    expect(result.achievedPerMinute).toBeCloseTo((10 * 60_000) / 1_250, 9);
  });

  it("counts latency from the intended start, so a stall meets all that would have come", async () => {
    // The generator itself is held up by 250 ms at its third start.
    const { result, ended } = await run(async (clock, index) => {
      if (index === 2) clock.block(250);
    });
    expect(ended.map(({ latencyMs }) => latencyMs)).toEqual([0, 0, 250, 150, 50, 0, 0, 0, 0, 0]);
    expect(percentile(result.lateness, 1)).toBe(150);
  });

  it("drops starts whose time is over, and says that it was the generator", async () => {
    const { result } = await run(
      async (clock, index) => {
        if (index === 2) clock.block(450);
      },
      { latestStartMs: 200 },
    );
    // Those of 300 and 400 ms were 350 and 250 ms late.
    expect(result).toMatchObject({ offered: 10, started: 8, dropped: { late: 2, full: 0 } });
  });

  it("with as many in flight as allowed drops what the product did not let start", async () => {
    const { result, ended } = await run((clock) => clock.sleep(1_000), {
      maxInFlight: 2,
      latestStartMs: 50,
    });
    expect(result).toMatchObject({ offered: 10, started: 2, dropped: { late: 0, full: 8 } });
    expect(ended).toHaveLength(2);
    expect(percentile(result.lateness, 1)).toBe(0);
  });

  it("waits for a place as long as a start may be late, and counts that as the customer's wait", async () => {
    const { result, ended } = await run((clock) => clock.sleep(130), { maxInFlight: 1 });
    expect(result).toMatchObject({ started: 10, dropped: { late: 0, full: 0 } });
    expect(ended.map(({ latencyMs }) => latencyMs)).toEqual([
      130, 160, 190, 220, 250, 280, 310, 340, 370, 400,
    ]);
    // It is the product that was late.
    expect(percentile(result.lateness, 1)).toBe(0);
  });

  it("tells values, rejections and what throws at once apart by their outcomes", async () => {
    const { result, ended } = await run((_, index) => {
      if (index === 1) throw new Error("at once");
      return index === 2 ? Promise.reject(new Error("later")) : Promise.resolve(index);
    });
    expect(ended.slice(0, 3).map(({ outcome }) => outcome)).toEqual([
      { kind: "fulfilled", value: 0 },
      { kind: "rejected", error: new Error("at once") },
      { kind: "rejected", error: new Error("later") },
    ]);
    expect(result.ended).toBe(10);
  });

  it("aborts what does not end in time, and tells it as unfinished", async () => {
    const signals: AbortSignal[] = [];
    const { result, ended, clock } = await run(
      (_, index, signal) => {
        signals.push(signal);
        return index === 4 ? new Promise(() => undefined) : Promise.resolve();
      },
      { patienceMs: 3_000 },
    );
    expect(clock.nowMs()).toBe(4_000);
    expect(result).toMatchObject({ kind: "finished", started: 10, ended: 9, unfinished: 1 });
    expect(ended[4]).toMatchObject({ outcome: { kind: "unfinished" }, latencyMs: 3_600 });
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it.each([
    ["between two starts", 1_000],
    ["while it waits for a place", 1],
  ])("stops at once %s", async (_, maxInFlight) => {
    const controller = new AbortController();
    const { result, ended, clock } = await run(
      async (virtual) => {
        await virtual.sleep(10_000);
      },
      {
        maxInFlight,
        signal: controller.signal,
        start: async (index) => {
          if (index === 0) queueMicrotask(() => controller.abort());
          return new Promise(() => undefined);
        },
      },
    );
    expect(clock.nowMs()).toBe(0);
    expect(result).toMatchObject({ kind: "aborted", started: 1, ended: 0, unfinished: 1 });
    expect(ended).toHaveLength(1);
  });

  it("begins when it is told to, and when stopped before was offered for no time", async () => {
    const { ended } = await run((clock) => clock.sleep(5), { beginMs: 250 });
    expect(ended.slice(0, 2).map(({ startedAtMs }) => startedAtMs)).toEqual([250, 350]);
    const signal = AbortSignal.abort();
    const { result } = await run((clock) => clock.sleep(5), { beginMs: 250, signal });
    expect(result).toMatchObject({ kind: "aborted", offeringMs: 0, offeredPerMinute: 0 });
  });

  it("with a signal that was aborted before starts nothing", async () => {
    const { result } = await run(() => Promise.resolve(), { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ kind: "aborted", started: 0, offered: 0, offeredPerMinute: 0 });
  });

  it("does not tell twice of a start that ends after it was given up", async () => {
    let finish: (value: unknown) => void = () => undefined;
    const { ended } = await run(
      (_, index) =>
        index === 0
          ? new Promise((resolve) => {
              finish = resolve;
            })
          : Promise.resolve(),
      { patienceMs: 10 },
    );
    finish("late");
    await Promise.resolve();
    expect(ended).toHaveLength(10);
  });

  it("rejects with what its observer threw, and starts no more", async () => {
    let started = 0;
    const onEnd = () => {
      throw new Error("a full disk");
    };
    await expect(run(async () => started++, { onEnd })).rejects.toThrow("a full disk");
    expect(started).toBe(1);
  });

  it("is shared by workers without overlap, and their results are those of one", async () => {
    const journey = (clock: VirtualClock) => clock.sleep(20);
    const share = (index: number) =>
      run(journey, { schedule: { ...tenStarts, part: { index, of: 2 } } });
    const [even, odd, whole] = await Promise.all([share(0), share(1), run(journey)]);
    expect(even.ended.map(({ intendedAtMs }) => intendedAtMs)).toEqual([0, 200, 400, 600, 800]);
    expect(odd.ended.map(({ intendedAtMs }) => intendedAtMs)).toEqual([100, 300, 500, 700, 900]);
    expect(mergeLoads(even.result, odd.result)).toEqual(whole.result);
  });

  it("makes up for a hold-up on the machine's own clock, and offers what was asked", async () => {
    const result = await runOpenLoop({
      schedule: { ratePerMinute: 60_000, durationMs: 200, arrivals: { kind: "constant" } },
      start: async (index) => {
        const untilMs = performance.now() + (index === 50 ? 60 : 0);
        while (performance.now() < untilMs);
      },
      latestStartMs: 60_000,
      clock: machineClock,
      signal: never,
    });
    expect(result).toMatchObject({ started: 200, ended: 200, dropped: { late: 0, full: 0 } });
    expect(percentile(result.lateness, 1)).toBeGreaterThanOrEqual(50);
  });
});

describe("machineClock", () => {
  it("never wakes before the time", async () => {
    for (const forMs of [0.4, 1.5, 4, 15]) {
      const timeMs = machineClock.nowMs() + forMs;
      await machineClock.waitUntil(timeMs, never);
      expect(machineClock.nowMs()).toBeGreaterThanOrEqual(timeMs);
    }
  });

  it("wakes at an abort", async () => {
    const controller = new AbortController();
    const waiting = machineClock.waitUntil(machineClock.nowMs() + 3_600_000, controller.signal);
    controller.abort();
    await waiting;
    await machineClock.waitUntil(machineClock.nowMs() + 3_600_000, controller.signal);
  });
});
