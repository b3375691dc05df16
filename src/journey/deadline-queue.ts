// Deadlines of many at once that all last equally long: they pass in the order in which they began, so one timer is
// enough for all. A timer for each would cost more than a step.

/** Node takes a longer time for none at all. */
const longestMs = 2 ** 31 - 1;

export class DeadlineQueue {
  readonly durationMs: number;
  readonly #untilMs: number;
  /** When each passes, on the clock of `performance.now()`; the oldest first. */
  readonly #waiting = new Map<() => void, number>();
  #timer: NodeJS.Timeout | undefined;

  /** @param durationMs Milliseconds that each lasts. */
  constructor(durationMs: number) {
    this.durationMs = durationMs;
    this.#untilMs = Math.min(durationMs, longestMs);
  }

  /** Calls it once the time is up, unless it is taken out before. */
  add(onPassed: () => void): void {
    this.#waiting.set(onPassed, performance.now() + this.#untilMs);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#look(), this.#untilMs);
    else if (this.#waiting.size === 1) this.#timer.ref();
  }

  remove(onPassed: () => void): void {
    this.#waiting.delete(onPassed);
    // It stays for the next one, and must not keep the process until then.
    if (this.#waiting.size === 0) this.#timer?.unref();
  }

  #look(): void {
    this.#timer = undefined;
    const nowMs = performance.now();
    for (const [onPassed, atMs] of this.#waiting) {
      if (atMs > nowMs) {
        this.#timer = setTimeout(() => this.#look(), Math.ceil(atMs - nowMs));
        return;
      }
      this.#waiting.delete(onPassed);
      onPassed();
    }
  }
}
