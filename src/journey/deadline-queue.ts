// Deadlines of many at once that all last equally long: one timer is enough for all. A timer for each would cost more
// than a step.

/** Node takes a longer time for none at all. */
const longestMs = 2 ** 31 - 1;

export interface Deadline {
  /** When it passes, on the clock of `performance.now()`. */
  readonly atMs: number;
  readonly onPassed: () => void;
}

interface Waiting extends Deadline {
  place: number;
}

export class DeadlineQueue {
  readonly durationMs: number;
  readonly #untilMs: number;
  /**
   * In no order. No Map or Set: when entries come and go their tables are made anew again and again, and one old table
   * that has outlived a collection keeps all later ones alive until the next full collection, with whatever their entries
   * held, so that each small collection copies thousands of Worlds that have ended.
   */
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param durationMs Milliseconds that each lasts. */
  constructor(durationMs: number) {
    this.durationMs = durationMs;
    this.#untilMs = Math.min(durationMs, longestMs);
  }

  /** Calls it once the time is up, unless the answer is taken out before. */
  add(onPassed: () => void): Deadline {
    const atMs = performance.now() + this.#untilMs;
    const deadline: Waiting = { atMs, onPassed, place: this.#waiting.length };
    this.#waiting.push(deadline);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#look(), this.#untilMs);
    else if (deadline.place === 0) this.#timer.ref();
    return deadline;
  }

  /** Safe for one that has passed or was taken out already. */
  remove(deadline: Deadline): void {
    const last = this.#waiting.at(-1);
    const { place } = deadline as Waiting;
    if (last === undefined || this.#waiting[place] !== deadline) return;
    // The last one takes its place, so that nobody has to move up.
    this.#waiting[place] = last;
    last.place = place;
    this.#waiting.pop();
    // It stays for the next one, and must not keep the process until then.
    if (this.#waiting.length === 0) this.#timer?.unref();
  }

  #look(): void {
    this.#timer = undefined;
    const nowMs = performance.now();
    for (const deadline of this.#waiting.filter(({ atMs }) => atMs <= nowMs)) {
      this.remove(deadline);
      deadline.onPassed();
    }
    const nextMs = this.#waiting.reduce((least, { atMs }) => Math.min(least, atMs), Infinity);
    if (this.#waiting.length === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#look(), Math.ceil(nextMs - performance.now()));
  }
}
