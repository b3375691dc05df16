// Samples in the order of their starts, as far back as memory allows. What depends on order is judged from it; exact
// counts of all samples are kept elsewhere.

/** A look at 4,096 samples takes milliseconds, and no dependence that could be answered reaches further. */
export const longestSeries = 4_096;

export class Series {
  #values: number[] = [];
  #excesses: boolean[] = [];
  #dropped = 0;

  /** How many samples before the first that is kept. */
  get dropped(): number {
    return this.#dropped;
  }

  get values(): readonly number[] {
    return this.#values;
  }

  get excesses(): readonly boolean[] {
    return this.#excesses;
  }

  push(value: number, isExcess: boolean): void {
    this.#values.push(value);
    this.#excesses.push(isExcess);
    // In halves, so that a million samples are not moved one by one.
    if (this.#values.length < 2 * longestSeries) return;
    this.#values = this.#values.slice(longestSeries);
    this.#excesses = this.#excesses.slice(longestSeries);
    this.#dropped += longestSeries;
  }
}
