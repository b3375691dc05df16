// The end of a request, by time, by its caller or by the end of the scenario.
import { EventEmitter } from "node:events";

/**
 * Cancels through an EventEmitter, which undici takes as a signal: one costs a tenth of an AbortController,
 * and a journey at full speed makes tens of thousands of them a second.
 */
export class Deadline {
  readonly signal = new EventEmitter();
  readonly timeoutMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #outer: AbortSignal | undefined;
  readonly #onOuter = (): void => this.cancel();
  #passed = false;

  constructor(timeoutMs: number, outer?: AbortSignal) {
    this.timeoutMs = timeoutMs;
    this.#outer = outer;
    this.#timer = setTimeout(() => {
      this.#passed = true;
      this.cancel();
    }, timeoutMs);
    outer?.addEventListener("abort", this.#onOuter, { once: true });
    if (outer?.aborted === true) queueMicrotask(this.#onOuter);
  }

  /** True when time was up, false when somebody else cancelled. */
  get passed(): boolean {
    return this.#passed;
  }

  cancel(): void {
    this.signal.emit("abort");
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#onOuter);
  }
}
