// A sequential test whose decisions count only when the order of the samples does not speak against them.
import { type Review, reviewDecision } from "./review-decision.ts";
import { SequentialTest } from "./sequential-test.ts";
import { Series } from "./series.ts";
import type { Counts, Decision, ShareClaim } from "./share-claim.ts";

export type ReviewedDecision =
  | (Decision & { readonly notes: readonly string[] })
  /** Stays so unless the next looks find otherwise: at the cap it is the reason of an unproven verdict. */
  | { readonly kind: "doubtful"; readonly reason: string; readonly notes: readonly string[] };

export interface ReviewOptions {
  /** In the unit of the values, where an excess is a value beyond a limit: tells how far a drift is from it. */
  readonly limit?: number;
  /**
   * Nothing is decided before. Default 0. What takes longer than the measurement cannot be seen in it: a warm-up of 20
   * samples takes 60 to be told from a slow product, a pause of each 200 samples takes 400.
   */
  readonly leastSamples?: number;
}

/** The next look is after a tenth more samples, so looks cost no more than the samples between them. */
const growthBetweenLooks = 1.1;

/** Feed it samples in the order of their starts; bounded memory. Stop at `proven` or `refuted`, or at your cap. */
export class ReviewedTest {
  readonly #claim: ShareClaim;
  readonly #limit: number | undefined;
  readonly #plain: SequentialTest;
  readonly #series = new Series();
  #nextLook: number;
  #decision: ReviewedDecision;

  constructor(claim: ShareClaim, { limit, leastSamples = 0 }: ReviewOptions = {}) {
    this.#claim = claim;
    this.#limit = limit;
    this.#nextLook = leastSamples;
    this.#plain = new SequentialTest(claim);
    this.#decision = { ...this.#plain.decision, notes: [] };
  }

  get counts(): Counts {
    return this.#plain.counts;
  }

  get decision(): ReviewedDecision {
    return this.#decision;
  }

  observe(value: number, isExcess: boolean): ReviewedDecision {
    this.#series.push(value, isExcess);
    const plain = this.#plain.observe(isExcess);
    if (this.#decision.kind === "proven" || this.#decision.kind === "refuted")
      return this.#decision;
    if (plain.kind === "undecided") this.#decision = { ...plain, notes: [] };
    else if (this.counts.samples >= this.#nextLook) this.#look();
    return this.#decision;
  }

  #look(): void {
    this.#nextLook = Math.ceil(this.counts.samples * growthBetweenLooks);
    this.#decision = toDecision(
      reviewDecision({
        claim: this.#claim,
        counts: this.counts,
        series: this.#series,
        ...(this.#limit !== undefined && { limit: this.#limit }),
      }),
    );
  }
}

function toDecision(review: Review): ReviewedDecision {
  if (review.kind === "confirmed") return { ...review.decision, notes: review.notes };
  if (review.kind === "doubtful") return review;
  const { needed, notes } = review;
  return { kind: "undecided", ...(needed !== undefined && { needed }), notes };
}
