// Journeys started at a rate by this thread, whatever the answers do.
import type { Clock } from "../measure/clock.ts";
import { type EndedStart, type OpenLoopResult, runOpenLoop } from "../measure/open-loop.ts";
import type { Schedule } from "../measure/schedule.ts";
import type { Budget } from "./budget.ts";
import { type ReplayJourney, replaySafely } from "./closed-loop.ts";
import { FallingBehind } from "./falling-behind.ts";
import type { JourneyRun } from "./journey-run.ts";
import { KeepingUp, type PileUp } from "./keeping-up.ts";
import type { LoopEnd } from "./loop-end.ts";
import { PacedCount } from "./paced-count.ts";
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
  /** Asked when it falls further and further behind: true ends it, since others can do better. Default: it goes on. */
  readonly mayGiveUp?: () => boolean;
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
  readonly #count: PacedCount;
  readonly #keepingUp = new KeepingUp();
  readonly #fallingBehind: FallingBehind;
  readonly #beginMs: number;
  #started = 0;
  #ended = 0;

  constructor(loop: PacedLoop) {
    this.#loop = loop;
    this.#beginMs = loop.clock.nowMs();
    this.#count = new PacedCount({ ...loop, nowMs: loop.clock.nowMs, beginMs: this.#beginMs });
    this.#fallingBehind = new FallingBehind(loop.ratePerMinute);
  }

  async run(): Promise<PacedEnd> {
    const { budget, ratePerMinute, arrivals, clock, patienceMs = 10_000 } = this.#loop;
    const load = await runOpenLoop({
      schedule: { ratePerMinute, durationMs: budget.mostMs, arrivals },
      start: (_, __, own) => this.#start(own),
      onEnd: (ended) => this.#take(ended),
      clock,
      beginMs: this.#beginMs,
      signal: this.#count.signal,
      patienceMs,
    });
    return { kind: this.#count.end(), load, pileUp: this.#keepingUp.findPileUp() };
  }

  #start(signal: AbortSignal): Promise<JourneyRun> {
    this.#started += 1;
    const atMs = this.#loop.clock.nowMs() - this.#beginMs;
    const inFlight = this.#started - this.#ended;
    this.#keepingUp.note({ atMs, started: this.#started, inFlight });
    const isHopeless = this.#fallingBehind.look(atMs, this.#started);
    if (isHopeless && this.#loop.mayGiveUp?.() === true) this.#count.giveUp();
    return replaySafely(this.#loop.replay, signal);
  }

  #take(ended: EndedStart<JourneyRun>): void {
    this.#ended += 1;
    this.#count.take([ended]);
  }
}
