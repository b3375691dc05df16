import { expect, test } from "vitest";
import { generatorLimits, judgeGenerator } from "../../../src/measure/judge-generator.ts";
import { mergeUses } from "../../../src/measure/merge-uses.ts";

const use = (p99Ms: number, loopShare: number, processorShare: number) => ({
  wallMs: 1_000,
  loopDelay: { p50Ms: 1, p99Ms, maxMs: p99Ms * 2 },
  processorShare,
  loopShare,
});

test("the worst of all threads counts, and the processor's time is that of one in the mean", () => {
  expect(mergeUses(use(30, 0.4, 1.1), use(3, 0.9, 1.2))).toEqual({
    wallMs: 1_000,
    loopDelay: { p50Ms: 1, p99Ms: 30, maxMs: 60 },
    processorShare: 0.6,
    loopShare: 0.9,
  });
});

test("several threads that are too little are told as several", () => {
  const worst = mergeUses(use(300, 0.95, 1.8), use(3, 0.9, 1.8));
  const verdict = judgeGenerator(worst, undefined, generatorLimits(), 2);
  expect(verdict).toMatchObject({
    kind: "starved",
    reasons: [
      expect.stringContaining("300 ms at p99"),
      "2 threads are too little for this load: the busiest of its 2 threads worked 95 % of the time and they had 90 % of a core each.",
    ],
  });
});
