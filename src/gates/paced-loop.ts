// Journeys started at a rate, whatever the answers do; given to the tally in the order of their starts.
import type { Clock } from "../measure/clock.ts";
import { type EndedStart, type OpenLoopResult, runOpenLoop } from "../measure/open-loop.ts";
import type { Schedule } from "../measure/schedule.ts";
import type { Budget } from "./budget.ts";
import { type ReplayJourney, replaySafely } from "./closed-loop.ts";
import type { JourneyRun, Sample } from "./journey-run.ts";
import { KeepingUp, type PileUp } from "./keeping-up.ts";
import type { LoopEnd } from "./loop-end.ts";
import type { Tally } from "./tally.ts";

export interface PacedLoop {
  readonly tally: Tally;
  readonly budget: Budget;
  readonly ratePerMinute: number;
  readonly arrivals: Schedule["arrivals"];
  readonly replay: ReplayJourney;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onJourney: () => void;
  /** After the last start, for what is under way. Default 10,000. */
  readonly patienceMs?: number;
}

export interface PacedEnd extends LoopEnd {
  readonly load: OpenLoopResult;
  readonly pileUp: PileUp | undefined;
}

export async function runPacedLoop(loop: PacedLoop): Promise<PacedEnd> {
  return new PacedRun(loop).run();
}

class PacedRun {
  readonly #loop: PacedLoop;
  readonly #stop = new AbortController();
  readonly #keepingUp = new KeepingUp();
  readonly #beginMs: number;
  /** Ended before one that was started earlier. The quick ones alone would make any product look quick. */
  readonly #early = new Map<number, Sample | undefined>();
  #next = 0;
  #started = 0;
  #ended = 0;

  constructor(loop: PacedLoop) {
    this.#loop = loop;
    this.#beginMs = loop.clock.nowMs();
  }

  async run(): Promise<PacedEnd> {
    const { signal, budget, ratePerMinute, arrivals, clock, patienceMs = 10_000 } = this.#loop;
    const stop = () => this.#stop.abort();
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    const load = await runOpenLoop({
      schedule: { ratePerMinute, durationMs: budget.mostMs, arrivals },
      start: (_, __, own) => this.#start(own),
      onEnd: (ended) => this.#take(ended),
      clock,
      signal: this.#stop.signal,
      patienceMs,
    });
    signal.removeEventListener("abort", stop);
    return { kind: this.#kind(), load, pileUp: this.#keepingUp.findPileUp() };
  }

  #kind(): LoopEnd["kind"] {
    if (this.#loop.signal.aborted) return "aborted";
    if (this.#loop.tally.isSettled) return "settled";
    return this.#stop.signal.aborted ? "samples" : "time";
  }

  #start(signal: AbortSignal): Promise<JourneyRun> {
    this.#started += 1;
    const atMs = this.#loop.clock.nowMs() - this.#beginMs;
    const inFlight = this.#started - this.#ended;
    this.#keepingUp.note({ atMs, started: this.#started, inFlight });
    return replaySafely(this.#loop.replay, signal);
  }

  #take(ended: EndedStart<JourneyRun>): void {
    this.#ended += 1;
    this.#early.set(ended.index, toSample(ended, this.#stop.signal.aborted));
    while (this.#early.has(this.#next)) {
      const sample = this.#early.get(this.#next);
      this.#early.delete(this.#next);
      this.#next += 1;
      // Behind a start that was cut the quick ones would be left: they are not counted either.
      if (sample !== undefined && !this.#stop.signal.aborted) this.#count(sample);
    }
  }

  #count(sample: Sample): void {
    const { tally, clock, budget, onJourney } = this.#loop;
    const elapsedMs = clock.nowMs() - this.#beginMs;
    tally.take(sample, elapsedMs);
    onJourney();
    // A product that fails needs no more load; one that keeps its gates has to keep them as long as was asked.
    const isOver = tally.isSettled || tally.samples >= budget.mostSamples;
    const isHeld = elapsedMs >= (budget.isHoldFixed ? Infinity : budget.leastHoldMs);
    if (tally.refutedFailures !== undefined || (isOver && isHeld)) this.#stop.abort();
  }
}

/** Undefined for what we cut ourselves. What the patience cut is a failure, or the slowest would be left out. */
function toSample(ended: EndedStart<JourneyRun>, isStopped: boolean): Sample | undefined {
  const { outcome, latencyMs, startedAtMs, endedAtMs, intendedAtMs } = ended;
  const times = {
    lateMs: Math.max(0, startedAtMs - intendedAtMs),
    tookMs: Math.max(0, endedAtMs - startedAtMs),
  };
  if (outcome.kind === "fulfilled") {
    const isCut = isStopped && outcome.value.kind !== "completed";
    return isCut ? undefined : { run: outcome.value, ...times };
  }
  if (isStopped) return undefined;
  const nothing = { actionTimeMs: 0, steps: [], exchanges: [] };
  return { run: { kind: "timed-out", deadlineMs: latencyMs, ...nothing }, ...times };
}
