import { expect, test } from "vitest";
import type { GatesReport } from "../../../../src/gates/gate-result.ts";
import type { JourneyRun } from "../../../../src/gates/journey-run.ts";
import { type GatesToMeasure, measureGates } from "../../../../src/gates/measure-gates.ts";
import type { LoadThread, LoadThreads } from "../../../../src/gates/threads/load-threads.ts";
import { countThreads, tellTooLittle } from "../../../../src/gates/threads/more-threads.ts";
import { runShare } from "../../../../src/gates/threads/run-share.ts";
import { SampleRecorder } from "../../../../src/measure/sample-recorder.ts";
import { VirtualClock } from "../../measure/virtual-clock.ts";
import { calm, completed, failed, gatesOf, watchOf } from "../products.ts";

const full = { ...calm, loopShare: 0.99, processorShare: 0.98 };

interface Crew {
  readonly clock: VirtualClock;
  /** How a journey ends that is the nth of its thread. */
  readonly take?: (at: number, part: number) => JourneyRun;
  /** The thread that is lost at its nth journey. */
  readonly lost?: { readonly part: number; readonly at: number };
  readonly most?: number;
}

/** Threads that do their part beside each other, in this thread and in virtual time; what they say is posted as it would be. */
function crewOf({ clock, take = () => completed(5), lost, most = 4 }: Crew) {
  const seen = { opened: [] as number[], closed: 0, starts: [] as number[][] };
  const makeThread = (part: number): LoadThread => {
    const stop = new AbortController();
    const starts: number[] = [];
    seen.starts[part] = starts;
    return {
      stop: () => stop.abort(),
      run: (order, onNews) =>
        new Promise((resolve) => {
          const replay = async () => {
            starts.push(clock.nowMs() - order.beginAtMs);
            if (lost?.part === part && starts.length === lost.at)
              resolve({ kind: "lost", reason: "A load thread was lost." });
            const run = take(starts.length, part);
            await clock.sleep(run.actionTimeMs);
            return run;
          };
          void runShare({
            order,
            replay,
            clock,
            sharedNowMs: clock.nowMs,
            signal: stop.signal,
            post: (news) => onNews(structuredClone(news)),
            watch: watchOf(calm),
          }).then(resolve);
        }),
    };
  };
  const threads: LoadThreads = {
    most,
    open: async (count) => {
      seen.opened.push(count);
      return {
        kind: "opened",
        threads: Array.from({ length: count }, (_, part) => makeThread(part)),
        nowMs: clock.nowMs,
        close: async () => {
          seen.closed += 1;
        },
      };
    },
  };
  return { threads, seen };
}

/** One thread makes a journey in 2 ms and does nothing else meanwhile: half of what is asked. */
function measureTooMuch(clock: VirtualClock, more: Partial<GatesToMeasure>) {
  return clock.during(
    measureGates({
      gates: gatesOf("@rpm:60000", "@latency:p95<300ms"),
      tier: "regression",
      limits: { holdMs: 10_000 },
      signal: new AbortController().signal,
      clock,
      watch: watchOf(full),
      replay: async () => {
        clock.block(2);
        return completed(2);
      },
      ...more,
    }),
  );
}

test("a rate that one thread cannot offer is measured anew on as many as it needs, each start made once", async () => {
  const clock = new VirtualClock();
  const { threads, seen } = crewOf({ clock });
  const report = await measureTooMuch(clock, { threads });
  expect(report.threads).toBe(3);
  expect(report.notes).toEqual([
    expect.stringMatching(
      /^One thread offered \d\d,\d{3}\/min of 60,000\/min\. 3 threads were used\.$/,
    ),
  ]);
  expect(report.results.map(({ gate, verdict }) => [gate, verdict.kind])).toEqual([
    ["rpm:60000", "proven"],
    ["latency:p95<300ms", "proven"],
    ["errors:<1%", "proven"],
  ]);
  const starts = seen.starts.flat().sort((a, b) => a - b);
  expect(starts).toHaveLength(10_000);
  expect(starts.every((atMs, index) => Math.abs(atMs - index) < 0.001)).toBe(true);
  expect(seen.starts.map(({ length }) => length)).toEqual([3_334, 3_333, 3_333]);
  expect(report.journeys.ended).toBe(10_000);
  expect(report.results[0]?.load).toMatchObject({ offeredPerMinute: 60_000, droppedLate: 0 });
  expect(seen.closed).toBe(1);
});

test("one thread is given up soon, and the schedule of Poisson arrivals is shared as it is", async () => {
  const clock = new VirtualClock();
  const { threads, seen } = crewOf({ clock, most: 2 });
  const limits = { holdMs: 60_000, seed: 7 };
  const report = await measureTooMuch(clock, { threads, limits, arrivals: "poisson" });
  expect(report.threads).toBe(2);
  // Two seconds of the first, a minute of the second.
  expect(report.elapsedMs).toBeLessThan(63_000);
  expect(new Set(seen.starts.flat()).size).toBe(report.journeys.ended);
  expect(seen.starts.map(({ length }) => length / 30_000)).toEqual([
    expect.closeTo(1, 1),
    expect.closeTo(1, 1),
  ]);
});

test("failures of all threads are counted together, and a product that fails ends all of them", async () => {
  const clock = new VirtualClock();
  const take = (at: number) => (at % 2 === 0 ? failed("no stock") : completed(5));
  const { threads, seen } = crewOf({ clock, take });
  const report = await measureTooMuch(clock, { threads });
  expect(report.results.map(({ verdict }) => verdict.kind)).toEqual([
    "refuted",
    "unproven",
    "refuted",
  ]);
  expect(report.failures).toMatchObject([
    { title: "I order: no stock", count: report.journeys.failed },
  ]);
  expect(seen.starts.flat().length).toBeLessThan(1_000);
});

test("a thread that is lost makes the measurement unproven, and what was measured is kept", async () => {
  const clock = new VirtualClock();
  const { threads, seen } = crewOf({ clock, lost: { part: 1, at: 500 } });
  const report = await measureTooMuch(clock, { threads });
  expect(report.results[0]?.verdict).toMatchObject({
    kind: "unproven",
    reason: expect.stringContaining("The generator fell behind. A load thread was lost."),
  });
  expect(report.journeys.ended).toBeGreaterThan(0);
  expect(seen.starts.flat().length).toBeLessThan(3_000);
  expect(seen.closed).toBe(1);
});

test("threads that are refused leave what one has measured, and say why", async () => {
  const clock = new VirtualClock();
  const reason = "It acts in a browser, which is a process of its own.";
  const open: LoadThreads["open"] = async () => ({ kind: "refused", reason });
  const report = await measureTooMuch(clock, { threads: { most: 2, open } });
  expect(report.threads).toBeUndefined();
  expect(report.notes).toEqual([
    expect.stringMatching(/^One thread offered .* More could not be used: It acts in a browser/),
  ]);
  expect(report.results[0]?.verdict).toMatchObject({ kind: "unproven" });
  expect(report.ended).toEqual({ kind: "given-up" });
});

test("a caller's stop ends threads at once and keeps what was measured", async () => {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const take = (at: number) => {
    if (at === 300) stop.abort();
    return completed(5);
  };
  const { threads, seen } = crewOf({ clock, take });
  const told: GatesReport[] = [];
  const report = await measureTooMuch(clock, {
    threads,
    signal: stop.signal,
    onStopped: (atOnce) => told.push(atOnce),
  });
  expect(report.ended.kind).toBe("aborted");
  expect(told).toMatchObject([{ ended: { kind: "aborted" }, threads: 3 }]);
  expect(told[0]?.results[1]?.verdict.reason).toMatch(
    /^Measuring was stopped after .*, before it was known whether the load was the one that was asked for\.$/,
  );
  expect(seen.starts.flat().length).toBeLessThan(1_000);
  expect(seen.closed).toBe(1);
});

test("what was started after the time was over is no more than a thread can do", () => {
  const late = new SampleRecorder("ms");
  late.record(1_000);
  const load = {
    kind: "finished",
    started: 1_000,
    offeringMs: 1_000,
    lateness: late.snapshot(),
  } as const;
  expect(tellTooLittle(60_000, load, 1)).toBe("One thread offered 30,000/min of 60,000/min.");
  expect(tellTooLittle(60_000, { ...load, kind: "aborted" }, 2)).toBe(
    "2 threads offered 60,000/min of 60,000/min.",
  );
});

test("as many threads are used as the rate needs, with room, and at most as many as there are", () => {
  const none = new SampleRecorder("ms").snapshot();
  const half = { kind: "aborted", started: 5_000, offeringMs: 10_000, lateness: none } as const;
  expect(countThreads(60_000, half, 1, 8)).toBe(3);
  expect(countThreads(60_000, half, 1, 2)).toBe(2);
  expect(countThreads(31_000, half, 1, 8)).toBe(2);
  expect(countThreads(60_000, half, 2, 8)).toBe(5);
  expect(countThreads(60_000, half, 2, 2)).toBeUndefined();
  expect(countThreads(60_000, { ...half, started: 0 }, 1, 8)).toBe(2);
});
