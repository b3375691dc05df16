// Products with known times, in virtual time, and what else a measurement is given.
import type { JourneyRun } from "../../../src/gates/journey-run.ts";
import { type GatesToMeasure, measureGates } from "../../../src/gates/measure-gates.ts";
import type { GeneratorUse } from "../../../src/measure/generator-watch.ts";
import { seededRandom } from "../../../src/measure/seeded-random.ts";
import { readTags } from "../../../src/tags/read-tags.ts";
import { VirtualClock } from "../measure/virtual-clock.ts";

export const calm: GeneratorUse = {
  wallMs: 10_000,
  loopDelay: { p50Ms: 0.2, p99Ms: 1.1, maxMs: 12 },
  processorShare: 0.3,
  loopShare: 0.3,
};

export function watchOf(use: GeneratorUse) {
  return () => ({ read: () => use, stop: () => use });
}

export function gatesOf(...tags: string[]) {
  return readTags(tags.map((name) => ({ name, level: "scenario", line: 1, column: 1 }) as never))
    .gates;
}

export function completed(actionTimeMs: number): JourneyRun {
  const steps = [{ text: "I search", durationMs: actionTimeMs }];
  return { kind: "completed", actionTimeMs, steps, exchanges: [] };
}

export function failed(message: string, status = 500): JourneyRun {
  const request = { method: "POST", url: "http://shop/orders", headers: [] };
  const exchange = { actor: "I", request, startedAtMs: 0, durationMs: 1 };
  return {
    kind: "failed",
    error: new Error(message),
    step: "I order",
    actionTimeMs: 3,
    steps: [],
    exchanges: [{ ...exchange, response: { status, headers: [] } }],
  };
}

/** One journey after the other, or at a rate: `take` says how long the nth takes, or how it ends. */
export async function measure(
  tags: readonly string[],
  take: (at: number) => number | JourneyRun,
  more: Partial<GatesToMeasure> = {},
) {
  const clock = new VirtualClock();
  const isPaced = tags.some((tag) => tag.startsWith("@rpm"));
  let at = 0;
  const work = measureGates({
    gates: gatesOf(...tags),
    tier: "regression",
    signal: new AbortController().signal,
    clock,
    watch: watchOf(calm),
    replay: async () => {
      const taken = take(at++);
      const run = typeof taken === "number" ? completed(taken) : taken;
      // A loop that waits for nothing else need not turn the event loop, which is a hundred times as quick.
      if (isPaced) await clock.sleep(run.actionTimeMs);
      else clock.block(run.actionTimeMs);
      return run;
    },
    ...more,
  });
  const report = await clock.during(work);
  return { report, clock, first: report.results[0] };
}

function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Each takes 300 ms or more in exactly 5 % of journeys. */
export const atTheLimit: Readonly<Record<string, (seed: number) => () => number>> = {
  normal: (seed) => {
    const normal = normals(seededRandom(seed));
    return () => Math.max(1, 300 + 40 * (normal() - 1.6448536));
  },
  lognormal: (seed) => {
    // Of the same seed as the normal one it would be the same journeys on another scale.
    const normal = normals(seededRandom(10_000 + seed));
    return () => 300 * Math.exp(0.5 * (normal() - 1.6448536));
  },
  bimodal: (seed) => {
    const random = seededRandom(seed);
    return () => (random() < 0.05 ? 400 : 50) + 10 * random();
  },
  "heavy tail": (seed) => {
    const random = seededRandom(seed);
    // Pareto of index 1.2.
    return () => (300 * 0.05 ** (1 / 1.2)) / (1 - random()) ** (1 / 1.2);
  },
};
