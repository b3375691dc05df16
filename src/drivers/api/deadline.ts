// How long answers may take: nearly all the same time, and another one where a sentence says so.
import { DeadlineQueue } from "../../journey/deadline-queue.ts";

/** The deadlines of all requests of a worker. */
export class RequestDeadlines {
  readonly #usual: DeadlineQueue;

  /** @param usualMs Milliseconds for requests that name no time of their own. */
  constructor(usualMs: number) {
    this.#usual = new DeadlineQueue(usualMs);
  }

  get usualMs(): number {
    return this.#usual.durationMs;
  }

  /** Calls it once the time is up. Answers how to call that off. */
  begin(timeoutMs: number, onPassed: () => void): () => void {
    if (timeoutMs !== this.#usual.durationMs) {
      const timer = setTimeout(onPassed, timeoutMs);
      return () => clearTimeout(timer);
    }
    const deadline = this.#usual.add(onPassed);
    return () => this.#usual.remove(deadline);
  }
}
