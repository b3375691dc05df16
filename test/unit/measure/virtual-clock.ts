// Time that passes only when everything waits for it, so that hours take milliseconds and nothing is late by chance.
import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../../src/measure/clock.ts";

interface Waiting {
  readonly timeMs: number;
  readonly resolve: () => void;
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

export class VirtualClock implements Clock {
  #nowMs = 0;
  #waiting: Waiting[] = [];

  readonly nowMs = (): number => this.#nowMs;

  readonly breathe = (): Promise<void> => Promise.resolve();

  readonly waitUntil = (timeMs: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted || timeMs <= this.#nowMs) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = () => {
        this.#waiting = this.#waiting.filter((other) => other.stop !== stop);
        resolve();
      };
      this.#waiting.push({ timeMs, resolve, signal, stop });
      signal.addEventListener("abort", stop);
    });
  };

  /** Waits as long as nobody aborts. */
  readonly sleep = (forMs: number): Promise<void> =>
    this.waitUntil(this.#nowMs + forMs, new AbortController().signal);

  /** What a thread does that computes: time passes and nobody else comes to their turn. */
  readonly block = (forMs: number): void => {
    this.#nowMs += forMs;
  };

  /** Lets time pass until the promise has settled. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    while (!isDone) {
      await setImmediate();
      if (!isDone) this.#wakeNext();
    }
    return done;
  }

  #wakeNext(): void {
    const nextMs = Math.min(...this.#waiting.map(({ timeMs }) => timeMs));
    if (nextMs === Infinity) return;
    this.#nowMs = Math.max(this.#nowMs, nextMs);
    const due = this.#waiting.filter(({ timeMs }) => timeMs <= this.#nowMs);
    this.#waiting = this.#waiting.filter(({ timeMs }) => timeMs > this.#nowMs);
    for (const { resolve, signal, stop } of due) {
      signal.removeEventListener("abort", stop);
      resolve();
    }
  }
}
