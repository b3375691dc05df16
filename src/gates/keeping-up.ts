// Whether a product kept up with a rate: journeys under way at the end are no more than at half time, but for chance.

interface Moment {
  readonly atMs: number;
  readonly started: number;
  readonly inFlight: number;
}

export interface PileUp {
  readonly atHalfTime: number;
  readonly atEnd: number;
}

const eachMs = 100;

/** Notes at starts how many journeys are under way: ten times a second, an hour of it being a megabyte. */
export class KeepingUp {
  readonly #moments: Moment[] = [];

  note(moment: Moment): void {
    const last = this.#moments.at(-1);
    if (last === undefined || moment.atMs - last.atMs >= eachMs) this.#moments.push(moment);
  }

  /**
   * Undefined when it kept up. In a steady state as many end as start, and the number under way varies about as a
   * Poisson one does (M/G/∞). More than 5 % of the starts of the second half beyond three standard deviations of the
   * difference is a queue that grows. It does not find a rate that is too high by less than that, nor one in a hold
   * that is shorter than two journeys: those show in latency, in dropped starts and in the unfinished.
   */
  findPileUp(): PileUp | undefined {
    const end = this.#moments.at(-1);
    const half = this.#moments[Math.floor(this.#moments.length / 2)];
    if (end === undefined || half === undefined || this.#moments.length < 10) return undefined;
    const grown = end.inFlight - half.inFlight;
    const byChance = 3 * Math.sqrt(2 * Math.max(1, half.inFlight));
    if (grown <= 0.05 * (end.started - half.started) + byChance) return undefined;
    return { atHalfTime: half.inFlight, atEnd: end.inFlight };
  }
}
