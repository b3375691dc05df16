/**
 * Where the product gets the time from. Nothing in the product calls `Date.now()` itself, so that
 * session expiry and the end of a lock-out can be shown without waiting for them.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that runs with another one, some way ahead of it. */
export class AdjustableClock implements Clock {
  readonly #base: Clock;
  #aheadMs = 0;

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): number {
    return this.#base.now() + this.#aheadMs;
  }

  advance(byMs: number): void {
    this.#aheadMs += byMs;
  }

  reset(): void {
    this.#aheadMs = 0;
  }
}
