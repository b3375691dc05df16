// One journey after the other, until all is decided or a limit is reached.
import type { Clock } from "../measure/clock.ts";
import type { JourneyRun } from "./journey-run.ts";
import { type LoopEnd, TimeLimit } from "./loop-end.ts";
import type { Tally } from "./tally.ts";

export type ReplayJourney = (signal: AbortSignal) => Promise<JourneyRun>;

export interface ClosedLoop {
  readonly tally: Tally;
  readonly replay: ReplayJourney;
  readonly clock: Clock;
  readonly mostSamples: number;
  /** In the clock's time. */
  readonly endMs: number;
  readonly signal: AbortSignal;
  readonly onJourney: () => void;
}

/** Journeys that never wait would keep timers and Ctrl-C from being seen. */
const breathEachMs = 10;

/** Never rejects, but with what `onJourney` throws. A journey that is cut by a limit counts neither way. */
export async function runClosedLoop(loop: ClosedLoop): Promise<LoopEnd> {
  const limit = new TimeLimit(loop.clock, loop.endMs, loop.signal);
  try {
    return await runUntilEnd(loop, limit);
  } finally {
    await limit.end();
  }
}

async function runUntilEnd(loop: ClosedLoop, limit: TimeLimit): Promise<LoopEnd> {
  const { tally, replay, clock, onJourney } = loop;
  const beginMs = clock.nowMs();
  let breathMs = beginMs;
  for (;;) {
    const end = findEnd(loop);
    if (end !== undefined) return end;
    const startMs = clock.nowMs();
    const run = await limit.patiently(replaySafely(replay, limit.signal));
    const nowMs = clock.nowMs();
    if (run === undefined || (limit.signal.aborted && run.kind !== "completed"))
      return { kind: loop.signal.aborted ? "aborted" : "time", underWayMs: nowMs - startMs };
    tally.take({ run, lateMs: 0, tookMs: nowMs - startMs }, nowMs - beginMs);
    onJourney();
    if (nowMs - breathMs >= breathEachMs) {
      await clock.breathe();
      breathMs = clock.nowMs();
    }
  }
}

function findEnd({ tally, signal, clock, endMs, mostSamples }: ClosedLoop): LoopEnd | undefined {
  if (signal.aborted) return { kind: "aborted" };
  if (tally.isSettled) return { kind: "settled" };
  if (tally.samples >= mostSamples) return { kind: "samples" };
  return clock.nowMs() >= endMs ? { kind: "time" } : undefined;
}

/** What should never reject and does so is a failed journey like any other. */
export async function replaySafely(
  replay: ReplayJourney,
  signal: AbortSignal,
): Promise<JourneyRun> {
  try {
    return await replay(signal);
  } catch (error) {
    return {
      kind: "failed",
      error: error instanceof Error ? error : new Error(String(error)),
      actionTimeMs: 0,
      steps: [],
      exchanges: [],
    };
  }
}
