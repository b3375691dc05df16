// What several workers did who shared one schedule, as if one had done it.
import { mergeSamples } from "./merge-samples.ts";
import type { OpenLoopResult } from "./open-loop.ts";

/** Counts and rates add up, since workers offer at the same time; it was aborted when one of them was. */
export function mergeLoads(a: OpenLoopResult, b: OpenLoopResult): OpenLoopResult {
  return {
    kind: a.kind === "aborted" || b.kind === "aborted" ? "aborted" : "finished",
    offered: a.offered + b.offered,
    started: a.started + b.started,
    dropped: { late: a.dropped.late + b.dropped.late, full: a.dropped.full + b.dropped.full },
    ended: a.ended + b.ended,
    unfinished: a.unfinished + b.unfinished,
    offeringMs: Math.max(a.offeringMs, b.offeringMs),
    offeredPerMinute: a.offeredPerMinute + b.offeredPerMinute,
    achievedPerMinute: a.achievedPerMinute + b.achievedPerMinute,
    lateness: mergeSamples(a.lateness, b.lateness),
  };
}
