// Deadlines of many at once that all last equally long: one timer is enough for all. A timer for each would cost more
// than a step.
import { Crowd, type Member } from "./crowd.ts";

/** Node takes a longer time for none at all. */
const longestMs = 2 ** 31 - 1;

export interface Deadline extends Member {
  /** When it passes, on the clock of `performance.now()`. */
  readonly atMs: number;
  readonly onPassed: () => void;
}

export class DeadlineQueue {
  readonly durationMs: number;
  readonly #untilMs: number;
  readonly #waiting = new Crowd<Deadline>();
  #timer: NodeJS.Timeout | undefined;

  /** @param durationMs Milliseconds that each lasts. */
  constructor(durationMs: number) {
    this.durationMs = durationMs;
    this.#untilMs = Math.min(durationMs, longestMs);
  }

  /** Calls it once the time is up, unless the answer is taken out before. */
  add(onPassed: () => void): Deadline {
    const deadline: Deadline = { atMs: performance.now() + this.#untilMs, onPassed, place: -1 };
    this.#waiting.add(deadline);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#look(), this.#untilMs);
    else if (this.#waiting.size === 1) this.#timer.ref();
    return deadline;
  }

  /** Does nothing for one that has passed or was taken out. */
  remove(deadline: Deadline): void {
    this.#waiting.remove(deadline);
    // It stays for the next one, and must not keep the process until then.
    if (this.#waiting.size === 0) this.#timer?.unref();
  }

  /** Lets those pass whose time is up, and looks again when the next one's is. */
  #look(): void {
    const nowMs = performance.now();
    let nextMs = Infinity;
    for (const deadline of this.#waiting.all) {
      if (deadline.atMs <= nowMs) this.#pass(deadline);
      else nextMs = Math.min(nextMs, deadline.atMs);
    }
    // Those that began meanwhile last as long as any, and pass last.
    if (nextMs === Infinity) nextMs = nowMs + this.#untilMs;
    const isOver = this.#waiting.size === 0;
    this.#timer = isOver ? undefined : setTimeout(() => this.#look(), Math.ceil(nextMs - nowMs));
  }

  /** Unless one that passed before has taken it out. */
  #pass(deadline: Deadline): void {
    if (this.#waiting.remove(deadline)) deadline.onPassed();
  }
}
