// When and on how many threads a rate is measured anew, and what is told about it.
import type { OpenLoopResult } from "../../measure/open-loop.ts";
import { percentile } from "../../measure/percentile.ts";
import { showRate } from "../quantity.ts";
import type { LoadThreads, ThreadsRefused } from "./load-threads.ts";
import { runThreadedLoop, type ThreadedEnd, type ThreadedLoop } from "./threaded-loop.ts";

/** A thread that is always busy starts late: it is asked for so much of what it could do. */
const comfortable = 0.8;

type Offered = Pick<OpenLoopResult, "kind" | "started" | "offeringMs" | "lateness">;

/** Undefined when there are no more. */
export function countThreads(
  askedPerMinute: number,
  load: Offered,
  used: number,
  most: number,
): number | undefined {
  if (used >= most) return undefined;
  const eachPerMinute = startsPerMinute(load) / used;
  const needed = Math.ceil(askedPerMinute / (eachPerMinute * comfortable));
  // Without a start nothing is known but that one was too little.
  return Math.min(most, Math.max(used + 1, Number.isFinite(needed) ? needed : 0));
}

/** `One thread offered 31,000/min of 60,000/min.` */
export function tellTooLittle(askedPerMinute: number, load: Offered, used: number): string {
  const who = used === 1 ? "One thread" : `${used} threads`;
  const offered = showRate(startsPerMinute(load));
  return `${who} offered ${offered} of ${showRate(askedPerMinute)}.`;
}

/** Who is behind and not stopped makes the last starts when the time is over. */
function startsPerMinute({ kind, started, offeringMs, lateness }: Offered): number {
  const overtimeMs = kind === "finished" ? (percentile(lateness, 1) ?? 0) : 0;
  const duringMs = offeringMs + overtimeMs;
  return duringMs > 0 ? (started * 60_000) / duringMs : 0;
}

type Measured = Exclude<ThreadedEnd, { readonly kind: "lost" }>;

/** Opens the threads, measures, and closes them. Refused as well where all of them were lost. */
export async function measureOnThreads(
  threads: LoadThreads,
  count: number,
  loop: Omit<ThreadedLoop, "opened">,
): Promise<{ readonly kind: "measured"; readonly end: Measured } | ThreadsRefused> {
  const opened = await threads.open(count, loop.signal);
  if (opened.kind === "refused") return opened;
  try {
    const end = await runThreadedLoop({ ...loop, opened });
    if (end.kind !== "lost") return { kind: "measured", end };
    return { kind: "refused", reason: end.lost.join(" ") || "They ended before they were done." };
  } finally {
    await opened.close();
  }
}
