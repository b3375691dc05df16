// Why a measurement ended, and the means to end one in time.
import type { Clock } from "../measure/clock.ts";

export interface LoopEnd {
  /** `given-up`: who started journeys could not offer the load. */
  readonly kind: "settled" | "samples" | "time" | "aborted" | "given-up";
  /** How long a journey had been under way that was cut; it counts neither way. */
  readonly underWayMs?: number;
}

/** What is under way gets so long to close what it opened before it is left alone. */
const graceMs = 1_000;

/**
 * Aborts `signal` when the time has come or the caller aborts. Work that does not heed it is given up after a second.
 * One timer for all journeys of a loop, since one for each would cost more than a quick journey.
 */
export class TimeLimit {
  readonly #clock: Clock;
  readonly #stop = new AbortController();
  readonly #finished = new AbortController();
  readonly #outer: AbortSignal;
  readonly #onAbort = () => this.#stop.abort();
  readonly #watching: Promise<void>;
  #giveUp: (() => void) | undefined;

  constructor(clock: Clock, endMs: number, outer: AbortSignal) {
    this.#clock = clock;
    this.#outer = outer;
    outer.addEventListener("abort", this.#onAbort);
    if (outer.aborted) this.#stop.abort();
    this.#watching = this.#watch(endMs);
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** What the work answers, or undefined when it was given up. */
  patiently<T>(work: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#giveUp = () => resolve(undefined);
      work.then(resolve, reject);
    });
  }

  async end(): Promise<void> {
    this.#finished.abort();
    this.#stop.abort();
    this.#outer.removeEventListener("abort", this.#onAbort);
    await this.#watching;
  }

  async #watch(endMs: number): Promise<void> {
    await this.#clock.waitUntil(endMs, this.#stop.signal);
    if (this.#finished.signal.aborted) return;
    this.#stop.abort();
    await this.#clock.waitUntil(this.#clock.nowMs() + graceMs, this.#finished.signal);
    this.#giveUp?.();
  }
}
