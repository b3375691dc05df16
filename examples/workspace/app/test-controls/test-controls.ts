/**
 * What tests may change while the product runs: how fast and how reliably it answers, which
 * promise it breaks, and what time it is. Exists only when the product was started for tests.
 */
import { AdjustableClock, type Clock } from "../domain/clock.ts";
import type { Honesty, Lie } from "../domain/honesty.ts";

export interface Behaviour {
  /** How long each answer is held back. */
  readonly slowMs?: number;
  /** Every how many-th request fails: 3 is every third. */
  readonly failEvery?: number;
  /** Default: 503. */
  readonly failStatus?: number;
  readonly lie?: Lie;
  /** Only addresses that start like this are slow or fail. Default: all pages and the API. */
  readonly paths?: string;
}

export class TestControls implements Honesty {
  readonly clock: AdjustableClock;
  #behaviour: Behaviour = {};
  #requests = 0;

  constructor(clock: Clock) {
    this.clock = new AdjustableClock(clock);
  }

  get behaviour(): Behaviour {
    return this.#behaviour;
  }

  behave(behaviour: Behaviour): void {
    this.#behaviour = behaviour;
    this.#requests = 0;
  }

  tells(lie: Lie): boolean {
    return this.#behaviour.lie === lie;
  }

  /** What shall happen to this request: how long it waits, and the status it fails with, if any. */
  fate(path: string): { readonly slowMs: number; readonly failStatus: number | null } {
    const { slowMs = 0, failEvery = 0, failStatus = 503, paths = "/" } = this.#behaviour;
    if (!path.startsWith(paths)) return { slowMs: 0, failStatus: null };
    this.#requests += 1;
    const fails = failEvery > 0 && this.#requests % failEvery === 0;
    return { slowMs, failStatus: fails ? failStatus : null };
  }
}
