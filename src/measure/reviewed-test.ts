// A sequential test whose decisions count only when the order of the samples does not speak against them, and only as
// long as the samples that came later bear them out.
import { type Review, reviewDecision } from "./review-decision.ts";
import { SequentialTest } from "./sequential-test.ts";
import { Series } from "./series.ts";
import {
  addExcesses,
  type Counts,
  countNeeded,
  type Decision,
  isRefuted,
  type ShareClaim,
} from "./share-claim.ts";

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

/**
 * The next look is after a tenth more samples, so looks cost no more than the samples between them. What is decided is
 * looked at again when there are twice as many: a look takes some ms, in which no start is made.
 */
const growthBetweenLooks = { open: 1.1, decided: 2 };

/**
 * Feed it samples in the order of their starts; bounded memory. Stop at `proven` or `refuted` that `conclude` confirms,
 * or at your cap. Who goes on is told at the next look what all counts say: the evidence is valid at any time at which
 * one stops, so at most 5 % each are wrong at the last look as well (Ville's inequality), though not at each of them.
 *
 * A proof can be lost, and become a refutation. A refutation stays as long as the counts of all samples refute, whatever
 * a later look would leave out as warm-up; after that it is undecided. It never becomes a proof: the product was shown
 * to be beyond its bound for a time, and a long measurement must not wash that out.
 */
export class ReviewedTest {
  readonly #claim: ShareClaim;
  readonly #limit: number | undefined;
  #leastSamples: number;
  /** Says when there is something to look at for the first time. */
  readonly #plain: SequentialTest;
  readonly #series = new Series();
  #unseen = 0;
  #nextLook = 0;
  /** How many there were of all, the unseen included. */
  #lookedAt = 0;
  #first: { readonly kind: "proven" | "refuted"; readonly samples: number } | undefined;
  #decision: ReviewedDecision;

  constructor(claim: ShareClaim, { limit, leastSamples = 0 }: ReviewOptions = {}) {
    this.#claim = claim;
    this.#limit = limit;
    this.#leastSamples = leastSamples;
    this.#plain = new SequentialTest(claim);
    this.#decision = { ...this.#plain.decision, notes: [] };
  }

  get counts(): Counts {
    return this.#plain.counts;
  }

  /** Of the last look; `conclude` has what the samples since then say as well. */
  get decision(): ReviewedDecision {
    return this.#decision;
  }

  observe(value: number, isExcess: boolean): ReviewedDecision {
    this.#series.push(value, isExcess);
    const plain = this.#plain.observe(isExcess);
    if (plain.kind === "undecided") this.#decision = { ...plain, notes: [] };
    else if (this.counts.samples < this.#leastSamples) this.#decision = this.#wait(plain);
    else if (this.#isLookDue(isExcess)) this.#look(this.#unseen);
    return this.#decision;
  }

  /** No more than there are: who waits for `leastSamples` of a product that has become slow waits for ever. */
  stopWaiting(): void {
    this.#leastSamples = 0;
  }

  /** One that has no value, though it should have: no proof that does not hold if it was beyond the bound. */
  observeUnseen(): void {
    this.#unseen += 1;
  }

  /** What all samples until now say. @param more So many besides are unseen. */
  conclude(more = 0): ReviewedDecision {
    const unseen = this.#unseen + more;
    const { samples } = this.counts;
    if (this.#plain.decision.kind === "undecided") this.#decision = this.#countOn(unseen);
    else if (samples >= this.#leastSamples && this.#lookedAt !== samples + unseen)
      this.#look(unseen);
    return this.#decision;
  }

  #isLookDue(isExcess: boolean): boolean {
    const { samples, excesses } = this.counts;
    if (samples >= this.#nextLook) return true;
    // A proof that the counts contradict is not told for long.
    if (!isExcess || this.#decision.kind !== "proven") return false;
    const isContradicted = excesses > samples * this.#claim.allowedShare;
    return isContradicted && samples >= this.#lookedAt * growthBetweenLooks.open;
  }

  #wait(plain: Decision): ReviewedDecision {
    const needed = this.#leastSamples - this.counts.samples;
    const notes = [`Nothing is decided before ${show(this.#leastSamples)} samples.`];
    return { kind: "undecided", ...(plain.kind === "proven" && { needed }), notes };
  }

  #countOn(unseen: number): ReviewedDecision {
    if (unseen === 0) return this.#decision;
    const needed = countNeeded(this.#claim, addExcesses(this.counts, unseen));
    return { kind: "undecided", ...(needed !== undefined && { needed }), notes: [] };
  }

  #look(unseen: number): void {
    const { samples } = this.counts;
    this.#lookedAt = samples + unseen;
    const review = reviewDecision({
      claim: this.#claim,
      counts: this.counts,
      series: this.#series,
      unseen,
      ...(this.#limit !== undefined && { limit: this.#limit }),
    });
    this.#decision = this.#compare(toDecision(review));
    const { kind } = this.#decision;
    const isDecided = kind === "proven" || kind === "refuted";
    if (isDecided) this.#first ??= { kind, samples };
    this.#nextLook = Math.ceil(samples * growthBetweenLooks[isDecided ? "decided" : "open"]);
  }

  /** With what was decided first. */
  #compare(now: ReviewedDecision): ReviewedDecision {
    if (this.#first === undefined || now.kind === this.#first.kind) return now;
    if (now.kind === "doubtful") return now;
    const isCountedOut = isRefuted(this.#claim, this.counts);
    if (this.#first.kind === "proven") {
      // What proved it would be told as warm-up, where the rest is that much slower.
      const notes = now.kind === "refuted" && isCountedOut ? [] : now.notes;
      return { ...now, notes: [...notes, this.#tellLostProof()] };
    }
    if (isCountedOut) return { kind: "refuted", notes: [] };
    const after = `It was refuted after ${show(this.#first.samples)} samples`;
    return { kind: "undecided", notes: [`${after}, and is not with those that came later.`] };
  }

  #tellLostProof(): string {
    const { samples, excesses } = this.counts;
    const after = `It was proven after ${show(this.#first?.samples ?? 0)} samples`;
    return excesses > samples * this.#claim.allowedShare
      ? `${after} and broke the bound later.`
      : `${after}, and is not with those that came later.`;
  }
}

function toDecision(review: Review): ReviewedDecision {
  if (review.kind === "confirmed") return { ...review.decision, notes: review.notes };
  if (review.kind === "doubtful") return review;
  const { needed, notes } = review;
  return { kind: "undecided", ...(needed !== undefined && { needed }), notes };
}

function show(count: number): string {
  return count.toLocaleString("en-US");
}
