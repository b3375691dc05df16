import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { machineClock } from "../../../src/measure/clock.ts";
import { type GeneratorUse, watchGenerator } from "../../../src/measure/generator-watch.ts";
import { generatorLimits, judgeGenerator } from "../../../src/measure/judge-generator.ts";
import { type OpenLoopResult, runOpenLoop } from "../../../src/measure/open-loop.ts";
import { SampleRecorder } from "../../../src/measure/sample-recorder.ts";

const calm: GeneratorUse = {
  wallMs: 10_000,
  loopDelay: { p50Ms: 0.2, p99Ms: 1.1, maxMs: 12 },
  processorShare: 0.3,
  loopShare: 0.3,
};

function load(latenessMs: number, late = 0, full = 0): OpenLoopResult {
  const recorder = new SampleRecorder("ms");
  recorder.record(latenessMs);
  const started = 1_000 - late - full;
  return {
    kind: "finished",
    offered: 1_000,
    started,
    dropped: { late, full },
    ended: started,
    unfinished: 0,
    offeringMs: 60_000,
    offeredPerMinute: 1_000,
    achievedPerMinute: started,
    lateness: recorder.snapshot(),
  };
}

describe("judgeGenerator", () => {
  const limits = generatorLimits(200);

  it("finds a calm one healthy, with a load and without", () => {
    expect(judgeGenerator(calm, load(1.3), limits)).toEqual({ kind: "healthy" });
    expect(judgeGenerator(calm, undefined, limits)).toEqual({ kind: "healthy" });
  });

  it("does not blame it for what the product did not let start", () => {
    expect(judgeGenerator(calm, load(1, 0, 900), limits)).toEqual({ kind: "healthy" });
  });

  it("says what starved it, with numbers: somebody else had the machine", () => {
    const use = { ...calm, loopDelay: { p50Ms: 2, p99Ms: 45.2, maxMs: 210 }, loopShare: 0.9 };
    expect(judgeGenerator(use, load(60.4, 31), limits)).toEqual({
      kind: "starved",
      reasons: [
        "The event loop was held up by 45 ms at p99 (at most 20 ms), 210 ms at worst.",
        "Starts were 60 ms late at p99 (at most 20 ms).",
        "31 of 1000 starts were not made, because their time was over.",
        "Something else had the machine: its thread worked 90 % of the time and had 30 % of a core.",
      ],
    });
  });

  it.each([
    [0.95, 0.97, /^One thread is too little for this load/],
    [0.3, 0.35, /^The thread was held up in pieces/],
  ])(
    "tells a full thread (%d) from one that is held up now and then",
    (loopShare, processorShare, last) => {
      const verdict = judgeGenerator({ ...calm, loopShare, processorShare }, load(25), limits);
      expect(verdict.kind === "starved" && verdict.reasons.at(-1)).toMatch(last);
    },
  );

  it.each([
    [10, 5],
    [100, 10],
    [300, 30],
    [5_000, 50],
  ])("for a bound of %d ms allows %d ms of its own", (boundMs, addedMs) => {
    expect(generatorLimits(boundMs)).toMatchObject({
      loopDelayP99Ms: addedMs,
      startLatenessP99Ms: addedMs,
    });
  });
});

describe("watchGenerator", () => {
  it("sees what held the event loop up, and the processor time of it", async () => {
    const watch = watchGenerator();
    await setTimeout(30);
    const untilMs = performance.now() + 80;
    while (performance.now() < untilMs);
    // The hold-up is in the interval that ends after it.
    await setTimeout(30);
    const use = watch.stop();
    expect(use.loopDelay.maxMs).toBeGreaterThanOrEqual(60);
    expect(use.wallMs).toBeGreaterThanOrEqual(130);
    expect(use.processorShare).toBeGreaterThan(0);
    expect(use.loopShare).toBeGreaterThan(0);
    expect(judgeGenerator(use, undefined, generatorLimits(100)).kind).toBe("starved");
  });

  it("with the load tells of a generator whose thread is kept from starting", async () => {
    const watch = watchGenerator();
    const result = await runOpenLoop({
      schedule: { ratePerMinute: 6_000, durationMs: 300, arrivals: { kind: "constant" } },
      // Each start takes three times as long as there is until the next.
      start: async () => {
        const untilMs = performance.now() + 30;
        while (performance.now() < untilMs);
      },
      latestStartMs: 100,
      clock: machineClock,
      signal: new AbortController().signal,
    });
    const verdict = judgeGenerator(watch.stop(), result, generatorLimits(300));
    expect(result.dropped.late).toBeGreaterThan(5);
    expect(verdict.kind === "starved" && verdict.reasons.join("\n")).toMatch(
      /late at p99 .*\n\d+ of 30 starts were not made/,
    );
  });

  it("can be read before anything happened, and keeps no process alive", async () => {
    const { spawn } = await import("node:child_process");
    const source = `
      import { watchGenerator } from "./src/measure/generator-watch.ts";
      console.log(JSON.stringify(watchGenerator().read()));`;
    const child = spawn(
      process.execPath,
      ["--import", "./scripts/typescript.mjs", "--input-type=module", "--eval", source],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ loopDelay: { p50Ms: 0, p99Ms: 0, maxMs: 0 } });
  });
});
