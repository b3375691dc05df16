// What was started and has not ended. It knows no schedule and no latency.
import type { Clock } from "./clock.ts";

export interface StartInFlight {
  readonly index: number;
  readonly intendedAtMs: number;
  readonly startedAtMs: number;
}

export class StartsInFlight {
  readonly #starts = new Map<number, StartInFlight>();
  #waiting: { readonly below: number; readonly controller: AbortController } | undefined;

  get size(): number {
    return this.#starts.size;
  }

  add(start: StartInFlight): void {
    this.#starts.set(start.index, start);
  }

  /** False when it was taken out before: who gave up waiting has counted it. */
  remove(index: number): boolean {
    const wasThere = this.#starts.delete(index);
    if (this.#waiting !== undefined && this.size < this.#waiting.below) {
      this.#waiting.controller.abort();
    }
    return wasThere;
  }

  takeAll(): readonly StartInFlight[] {
    const left = [...this.#starts.values()];
    this.#starts.clear();
    return left;
  }

  /** Waits until fewer than `below` are in flight, the time has come, or the signal aborts. One waits at a time. */
  async waitForFewer(
    below: number,
    untilMs: number,
    clock: Clock,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.size < below) return;
    const controller = new AbortController();
    const stop = () => controller.abort();
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
    this.#waiting = { below, controller };
    await clock.waitUntil(untilMs, controller.signal);
    this.#waiting = undefined;
    signal.removeEventListener("abort", stop);
  }
}
