// How late the open loop starts at 60,000 starts a minute, beside a timer each millisecond in the same run, and what a
// million starts cost in memory. Needs no build:
//   node --import ./scripts/typescript.mjs test/bench/open-loop.mjs [rounds] [seconds]
import { setTimeout } from "node:timers/promises";
import { machineClock } from "../../src/measure/clock.ts";
import { runOpenLoop } from "../../src/measure/open-loop.ts";
import { percentile } from "../../src/measure/percentile.ts";
import { SampleRecorder } from "../../src/measure/sample-recorder.ts";

const [rounds = "5", seconds = "3"] = process.argv.slice(2);
const durationMs = Number(seconds) * 1000;
const never = new AbortController().signal;
const limitMs = 2;

async function openLoop() {
  const arrivals = { kind: "constant" };
  const { lateness } = await runOpenLoop({
    schedule: { ratePerMinute: 60_000, durationMs, arrivals },
    start: async () => undefined,
    clock: machineClock,
    signal: never,
  });
  return lateness;
}

/**
 * A bare loop of sleeps, counted as the open loop is: each millisecond that a sleep ended late for, and not each sleep,
 * or a hold-up of 70 ms would be one sample here and 70 there. It is what the machine grants to anybody just now.
 */
async function sleeping() {
  const lateness = new SampleRecorder("ms");
  const beginMs = performance.now();
  for (let dueMs = beginMs; dueMs < beginMs + durationMs; ) {
    await setTimeout(1);
    for (const nowMs = performance.now(); dueMs <= nowMs; dueMs += 1) {
      lateness.record(nowMs - dueMs);
    }
  }
  return lateness.snapshot();
}

async function withCpu(contestant) {
  const before = process.cpuUsage();
  const lateness = await contestant();
  const { user, system } = process.cpuUsage(before);
  const at = (share) => Number(percentile(lateness, share).toFixed(2));
  return {
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    max: at(1),
    cpu: (user + system) / 1000 / durationMs,
  };
}

const table = [];
for (let round = 1; round <= Number(rounds); round += 1) {
  table.push({ contestant: "open loop", ...(await withCpu(openLoop)) });
  table.push({ contestant: "sleep of 1 ms", ...(await withCpu(sleeping)) });
}
console.log("lateness in ms");
console.table(table);
const p99s = (name) => table.flatMap(({ contestant, p99 }) => (contestant === name ? [p99] : []));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
const found = median(p99s("open loop"));
const granted = median(p99s("sleep of 1 ms"));
console.log(`p99 of start lateness, median of rounds: ${found} ms, limit ${limitMs} ms`);
console.log(`the same of bare sleeps: ${granted} ms, ratio ${(found / granted).toFixed(2)}`);
if (found >= limitMs) process.exitCode = 1;

const heapMb = [];
const million = await runOpenLoop({
  // As fast as they can be made: memory must not grow with their number.
  schedule: { ratePerMinute: 6_000_000, durationMs: 10_000, arrivals: { kind: "constant" } },
  start: async (index) => {
    if (index % 200_000 === 0) heapMb.push(Math.round(process.memoryUsage().heapUsed / 1e6));
  },
  latestStartMs: Infinity,
  clock: machineClock,
  signal: never,
});
console.log(`${million.started} starts; heap in MB at every 200,000th: ${heapMb.join(", ")}`);
