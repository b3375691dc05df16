import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineClock } from "../../../src/measure/clock.ts";
import { runOpenLoop } from "../../../src/measure/open-loop.ts";
import { percentile } from "../../../src/measure/percentile.ts";
import { SampleRecorder } from "../../../src/measure/sample-recorder.ts";

const stallMs = 1_000;
const slow = { limit: stallMs / 2, isInclusive: true };

let server: Server;
let stall: Promise<void> | undefined;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  server = createServer(async (_, response) => {
    await stall;
    response.end("ok");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(() => {
  agent.destroy();
  server.close();
});

function ask(): Promise<void> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", agent }, (response) => {
      response.resume().on("end", resolve).on("error", reject);
    })
      .on("error", reject)
      .end();
  });
}

/** So many that one slow answer is not in the p99, on a machine that is busy with something else as well. */
const leastInClosedLoop = 300;

/** One customer who comes again when the answer is there, as most load tools do it. */
async function askInClosedLoop(signal: AbortSignal) {
  const recorder = new SampleRecorder("ms", [slow]);
  while (!signal.aborted || recorder.count < leastInClosedLoop) {
    const beginMs = performance.now();
    await ask();
    recorder.record(performance.now() - beginMs);
  }
  return recorder.snapshot();
}

describe("a server that stalls for one second under load", () => {
  it("has the stall in the p99 of the open loop; a closed loop in the same run misses it", async () => {
    const recorder = new SampleRecorder("ms", [slow]);
    const over = new AbortController();
    const closed = askInClosedLoop(over.signal);
    const result = await runOpenLoop({
      schedule: { ratePerMinute: 6_000, durationMs: 2_000, arrivals: { kind: "constant" } },
      start: (index) => {
        // The schedule itself begins the stall, at half a second.
        if (index === 50) stall = setTimeout(stallMs);
        return ask();
      },
      onEnd: ({ latencyMs }) => recorder.record(latencyMs),
      latestStartMs: 10_000,
      clock: machineClock,
      signal: new AbortController().signal,
    });
    over.abort();
    const open = recorder.snapshot();
    const one = await closed;

    expect(result).toMatchObject({ started: 200, ended: 200, unfinished: 0 });
    // All that came in the stall's first half waited for more than half of it: 50 of 200.
    expect(open.bounds[0]?.excesses).toBeGreaterThanOrEqual(45);
    expect(percentile(open, 0.99)).toBeGreaterThan(0.9 * stallMs);
    // The closed loop met it once, and asked nobody in the meantime.
    expect(one.bounds[0]?.excesses).toBeGreaterThanOrEqual(1);
    expect(one.bounds[0]?.excesses).toBeLessThanOrEqual(0.01 * one.count);
    expect(percentile(one, 0.99)).toBeLessThan(slow.limit);
  });
});
