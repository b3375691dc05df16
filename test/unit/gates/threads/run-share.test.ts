import { expect, test } from "vitest";
import type { LoadOrder, ShareNews } from "../../../../src/gates/threads/load-threads.ts";
import { runShare, type Share } from "../../../../src/gates/threads/run-share.ts";
import { VirtualClock } from "../../measure/virtual-clock.ts";
import { calm, completed, watchOf } from "../products.ts";

const order: LoadOrder = {
  ratePerMinute: 6_000,
  durationMs: 200,
  arrivals: { kind: "constant" },
  part: { index: 0, of: 1 },
  // So that no start is due together with news.
  beginAtMs: 5,
  patienceMs: 120,
};

function share(clock: VirtualClock, more: Pick<Share, "replay" | "post"> & Partial<Share>) {
  const { signal } = new AbortController();
  return clock.during(
    runShare({ order, clock, sharedNowMs: clock.nowMs, signal, watch: watchOf(calm), ...more }),
  );
}

test("news comes each 50 ms of the clock, whether or not a journey ends, and once more at the end", async () => {
  const clock = new VirtualClock();
  const told: (Pick<ShareNews, "started" | "underWay"> & { atMs: number })[] = [];
  const replay = () => new Promise<never>(() => undefined);
  await share(clock, {
    replay,
    post: ({ started, underWay }) => told.push({ atMs: clock.nowMs(), started, underWay }),
  });
  expect(told.map(({ atMs }) => atMs)).toEqual([50, 100, 150, 200, 250, 300, 325]);
  expect(told.at(1)).toMatchObject({ started: 10, underWay: 10 });
  expect(told.at(-1)).toMatchObject({ started: 20, underWay: 0 });
});

test("what posting throws is what it rejects with", async () => {
  const clock = new VirtualClock();
  const post = () => {
    throw new Error("It cannot be cloned.");
  };
  await expect(share(clock, { replay: async () => completed(5), post })).rejects.toThrow(
    "It cannot be cloned.",
  );
});
