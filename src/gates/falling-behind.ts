// Whether whoever starts journeys falls further and further behind the schedule, so that going on would show nothing.
// It does not know why.

const eachMs = 500;
/** Who only begins slowly, such as code that is not compiled yet, catches up. */
const looks = 3;
const share = { behind: 0.1, grown: 0.05 };

export class FallingBehind {
  readonly #perMs: number;
  #lookedMs = 0;
  #behind = 0;
  #times = 0;

  constructor(ratePerMinute: number) {
    this.#perMs = ratePerMinute / 60_000;
  }

  /** True when at three looks in a row a tenth of the starts was missing, and more than at the look before. */
  look(atMs: number, started: number): boolean {
    const sinceMs = atMs - this.#lookedMs;
    if (sinceMs < eachMs) return false;
    const due = this.#perMs * atMs;
    const behind = due - started;
    const isGrowing = behind - this.#behind > share.grown * this.#perMs * sinceMs;
    this.#times = isGrowing && behind > share.behind * due ? this.#times + 1 : 0;
    this.#behind = behind;
    this.#lookedMs = atMs;
    return this.#times >= looks;
  }
}
