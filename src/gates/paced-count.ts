// Journeys that were started at a rate, counted as they end: in the order of their starts, until enough is known.
// It starts nothing, and does not know who does.
import type { EndedStart } from "../measure/open-loop.ts";
import type { Budget } from "./budget.ts";
import { InStartOrder } from "./in-start-order.ts";
import type { JourneyRun, Sample } from "./journey-run.ts";
import type { LoopEnd } from "./loop-end.ts";
import type { Tally } from "./tally.ts";

export interface PacedCounting {
  readonly tally: Tally;
  readonly budget: Budget;
  /** The caller's; what was counted is kept. */
  readonly signal: AbortSignal;
  readonly onJourney: () => void;
  /** Of the time in which ends are told. */
  readonly nowMs: () => number;
  readonly beginMs: number;
}

export class PacedCount {
  readonly #counting: PacedCounting;
  readonly #stop = new AbortController();
  readonly #inOrder: InStartOrder<Sample | undefined>;
  readonly #onAbort = () => this.#stop.abort();
  #isGivenUp = false;

  /** @param parts How many start journeys; their numbers begin at 0. */
  constructor(counting: PacedCounting, parts = 1) {
    this.#counting = counting;
    this.#inOrder = new InStartOrder(parts, (sample) => this.#count(sample));
    const { signal } = counting;
    signal.addEventListener("abort", this.#onAbort);
    if (signal.aborted) this.#stop.abort();
  }

  /** Aborts when enough is known, or the caller's does. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Ends it, since the load is not the one that was asked for. */
  giveUp(): void {
    this.#isGivenUp = true;
    this.#stop.abort();
  }

  take(ended: readonly EndedStart<JourneyRun>[], part = 0): void {
    for (const one of ended) {
      const sample = toSample(one, this.#counting.beginMs, this.signal.aborted);
      this.#inOrder.add(part, one.index, one.intendedAtMs, sample);
    }
    this.#inOrder.drain();
  }

  endPart(part: number): void {
    this.#inOrder.endPart(part);
    this.#inOrder.drain();
  }

  /** Why it ended; to be asked when nothing more will. */
  end(): LoopEnd["kind"] {
    const { signal, tally } = this.#counting;
    signal.removeEventListener("abort", this.#onAbort);
    if (signal.aborted) return "aborted";
    if (this.#isGivenUp) return "given-up";
    if (tally.isSettled) return "settled";
    return this.signal.aborted ? "samples" : "time";
  }

  #count(sample: Sample | undefined): void {
    // Behind a start that was cut the quick ones would be left: they are not counted either.
    if (sample === undefined || this.signal.aborted) return;
    const { tally, budget, onJourney, nowMs, beginMs } = this.#counting;
    // It may be told late, behind one that took longer or with others of its thread.
    tally.take(sample, (sample.atMs ?? 0) + sample.lateMs + sample.tookMs);
    onJourney();
    const elapsedMs = nowMs() - beginMs;
    // A product that fails needs no more load; one that keeps its gates has to keep them as long as was asked.
    const isHeld = elapsedMs >= (budget.isHoldFixed ? Infinity : budget.leastHoldMs);
    const isOver = () => tally.samples >= budget.mostSamples || tally.isSettled;
    // Last, since what seems settled is looked at as a whole.
    if (tally.refutedFailures !== undefined || (isHeld && isOver())) this.#stop.abort();
  }
}

/** Undefined for what we cut ourselves. What the patience cut is a failure, or the slowest would be left out. */
function toSample(
  ended: EndedStart<JourneyRun>,
  beginMs: number,
  isStopped: boolean,
): Sample | undefined {
  const { outcome, latencyMs, startedAtMs, endedAtMs, intendedAtMs } = ended;
  const times = {
    atMs: Math.max(0, intendedAtMs - beginMs),
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
