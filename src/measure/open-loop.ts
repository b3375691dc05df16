// Load whose starts come from a schedule and never wait for answers, so that a product's stall meets all the customers
// that would have come during it (no coordinated omission; Tene 2013). It knows no journey: a start is a function.
import { setMaxListeners } from "node:events";
import type { Clock } from "./clock.ts";
import { SampleRecorder } from "./sample-recorder.ts";
import type { Samples } from "./samples.ts";
import { intendedStarts, type Schedule } from "./schedule.ts";
import { type StartInFlight, StartsInFlight } from "./starts-in-flight.ts";

export interface OpenLoop<T> {
  readonly schedule: Schedule;
  /** Does the work. The signal aborts when the load is stopped or its patience has ended. */
  readonly start: (index: number, intendedAtMs: number, signal: AbortSignal) => Promise<T>;
  /** Told of each end as it comes; nothing is kept, so memory stays flat over a million starts. */
  readonly onEnd?: (ended: EndedStart<T>) => void;
  readonly clock: Clock;
  /** When the schedule begins, in the clock's time. Default: now. */
  readonly beginMs?: number;
  /** Stops at once: what is in flight is told as unfinished and not waited for. */
  readonly signal: AbortSignal;
  /** A start beyond so many waits for a place, as long as `latestStartMs`. Default 1,000. */
  readonly maxInFlight?: number;
  /** A start that could not be made so long after its time is dropped. Default 1,000. */
  readonly latestStartMs?: number;
  /** How long the last ones may take after the last start before they are aborted. Default 10,000. */
  readonly patienceMs?: number;
}

export interface EndedStart<T> extends StartInFlight {
  readonly endedAtMs: number;
  /** From the intended start: what a customer waited who came at that time. For unfinished ones, at least this. */
  readonly latencyMs: number;
  readonly outcome:
    | { readonly kind: "fulfilled"; readonly value: T }
    | { readonly kind: "rejected"; readonly error: unknown }
    | { readonly kind: "unfinished" };
}

export interface OpenLoopResult {
  readonly kind: "finished" | "aborted";
  /** Starts whose time came; it is `started` and both kinds of dropped together. */
  readonly offered: number;
  readonly started: number;
  readonly dropped: {
    /** The generator was too late by itself: no verdict on the product. */
    readonly late: number;
    /** As many as allowed were in flight: the product did not keep up. */
    readonly full: number;
  };
  readonly ended: number;
  readonly unfinished: number;
  /** During which starts were offered. */
  readonly offeringMs: number;
  readonly offeredPerMinute: number;
  /** Journeys that ended, over the time until the last one did or the offering was over. */
  readonly achievedPerMinute: number;
  /** By how much starts were later than intended through the generator's fault, in ms. */
  readonly lateness: Samples;
}

/**
 * Resolves when all have ended, patience has, or the signal aborts. Rejects only for an impossible schedule, and with
 * what `onEnd` threw.
 */
export async function runOpenLoop<T>(load: OpenLoop<T>): Promise<OpenLoopResult> {
  return new OpenLoopRun(load).run();
}

/** When behind, so many starts are made before answers that came meanwhile are looked at. */
const burst = 32;

class OpenLoopRun<T> {
  readonly #load: OpenLoop<T>;
  readonly #clock: Clock;
  readonly #inFlight = new StartsInFlight();
  readonly #lateness = new SampleRecorder("ms");
  readonly #stop = new AbortController();
  readonly #beginMs: number;
  #started = 0;
  #late = 0;
  #full = 0;
  #ended = 0;
  #unfinished = 0;
  #lastEndMs = 0;
  /** Until when the product's slowness kept us from starting; no lateness before is the generator's. */
  #heldUpUntilMs = 0;
  #fault: { readonly error: unknown } | undefined;

  constructor(load: OpenLoop<T>) {
    this.#load = load;
    // Each start in flight may listen to it; Node warns of a leak from the eleventh on.
    setMaxListeners(0, this.#stop.signal);
    this.#clock = load.clock;
    this.#beginMs = load.beginMs ?? load.clock.nowMs();
  }

  async run(): Promise<OpenLoopResult> {
    const { schedule, signal, patienceMs = 10_000 } = this.#load;
    const offeringMs = await this.#offer();
    const endMs = this.#beginMs + schedule.durationMs;
    await this.#inFlight.waitForFewer(1, endMs + patienceMs, this.#clock, signal);
    this.#giveUpTheRest();
    if (this.#fault !== undefined) throw this.#fault.error;
    return this.#result(offeringMs);
  }

  async #offer(): Promise<number> {
    const { schedule, signal } = this.#load;
    let sinceBreath = 0;
    for (const offsetMs of intendedStarts(schedule)) {
      const intendedAtMs = this.#beginMs + offsetMs;
      const isEarly = this.#clock.nowMs() < intendedAtMs;
      sinceBreath = isEarly ? 0 : sinceBreath + 1;
      if (isEarly) await this.#clock.waitUntil(intendedAtMs, signal);
      else if (sinceBreath % burst === 0) await this.#clock.breathe();
      if (signal.aborted || this.#fault !== undefined) return this.#clock.nowMs() - this.#beginMs;
      await this.#startOrDrop(intendedAtMs);
    }
    await this.#clock.waitUntil(this.#beginMs + schedule.durationMs, signal);
    return Math.min(schedule.durationMs, this.#clock.nowMs() - this.#beginMs);
  }

  async #startOrDrop(intendedAtMs: number): Promise<void> {
    const { maxInFlight = 1_000, latestStartMs = 1_000, signal } = this.#load;
    if (this.#inFlight.size >= maxInFlight) {
      const untilMs = intendedAtMs + latestStartMs;
      await this.#inFlight.waitForFewer(maxInFlight, untilMs, this.#clock, signal);
      this.#heldUpUntilMs = this.#clock.nowMs();
    }
    if (signal.aborted) return;
    const startedAtMs = this.#clock.nowMs();
    const ownLatenessMs = startedAtMs - Math.max(intendedAtMs, this.#heldUpUntilMs);
    if (ownLatenessMs > latestStartMs) this.#late += 1;
    else if (this.#inFlight.size >= maxInFlight) this.#full += 1;
    else if (startedAtMs - intendedAtMs > latestStartMs) this.#full += 1;
    else this.#begin({ index: this.#started, intendedAtMs, startedAtMs });
    this.#lateness.record(Math.max(0, ownLatenessMs));
  }

  #begin(start: StartInFlight): void {
    this.#started += 1;
    this.#inFlight.add(start);
    this.#work(start).then(
      (value) => this.#end(start, { kind: "fulfilled", value }),
      (error: unknown) => this.#end(start, { kind: "rejected", error }),
    );
  }

  /** What throws before it returns a promise is a rejection as well. */
  async #work({ index, intendedAtMs }: StartInFlight): Promise<T> {
    return this.#load.start(index, intendedAtMs, this.#stop.signal);
  }

  #end(start: StartInFlight, outcome: EndedStart<T>["outcome"]): void {
    if (!this.#inFlight.remove(start.index)) return;
    this.#ended += 1;
    this.#lastEndMs = this.#clock.nowMs();
    this.#tell(start, outcome);
  }

  #giveUpTheRest(): void {
    const left = this.#inFlight.takeAll();
    this.#unfinished = left.length;
    for (const start of left) this.#tell(start, { kind: "unfinished" });
    this.#stop.abort();
  }

  #tell(start: StartInFlight, outcome: EndedStart<T>["outcome"]): void {
    const endedAtMs = this.#clock.nowMs();
    const latencyMs = endedAtMs - start.intendedAtMs;
    try {
      this.#load.onEnd?.({ ...start, endedAtMs, latencyMs, outcome });
    } catch (error) {
      this.#fault ??= { error };
    }
  }

  #result(offeredForMs: number): OpenLoopResult {
    // Stopped before it began, it was offered for no time.
    const offeringMs = Math.max(0, offeredForMs);
    const offered = this.#started + this.#late + this.#full;
    const achievingMs = Math.max(offeringMs, this.#lastEndMs - this.#beginMs);
    return {
      kind: this.#load.signal.aborted ? "aborted" : "finished",
      offered,
      started: this.#started,
      dropped: { late: this.#late, full: this.#full },
      ended: this.#ended,
      unfinished: this.#unfinished,
      offeringMs,
      offeredPerMinute: perMinute(offered, offeringMs),
      achievedPerMinute: perMinute(this.#ended, achievingMs),
      lateness: this.#lateness.snapshot(),
    };
  }
}

function perMinute(count: number, duringMs: number): number {
  return duringMs > 0 ? (count * 60_000) / duringMs : 0;
}
