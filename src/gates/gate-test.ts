// One gate about a share of journeys, tested while they come. It keeps the values as well as the decision.
import { type ReviewedDecision, ReviewedTest } from "../measure/reviewed-test.ts";
import { SampleRecorder } from "../measure/sample-recorder.ts";
import { isExcess, type Samples } from "../measure/samples.ts";
import { addExcesses, type Counts, isRefuted } from "../measure/share-claim.ts";
import { isFailureClaim, type ShareBasedClaim } from "./claim.ts";
import type { JourneyRun, Sample } from "./journey-run.ts";

/** 95 % each way: design.md. */
export const confidence = 0.95;

/** Without a single value in so many journeys, none will come. */
const hopelessAfter = 10;

export class GateTest {
  readonly claim: ShareBasedClaim;
  readonly #test: ReviewedTest;
  readonly #recorder: SampleRecorder | undefined;
  #missing = 0;

  constructor(claim: ShareBasedClaim, leastSamples: number) {
    this.claim = claim;
    const { allowedShare } = claim;
    const limit = "bound" in claim ? { limit: claim.bound.limit } : {};
    this.#test = new ReviewedTest({ allowedShare, confidence }, { ...limit, leastSamples });
    if ("bound" in claim)
      this.#recorder = new SampleRecorder(claim.kind === "cls" ? "1" : "ms", [claim.bound]);
  }

  /** Of the last look; `conclude` has the one that holds. */
  get decision(): ReviewedDecision {
    return this.#test.decision;
  }

  get isDecided(): boolean {
    return this.decision.kind === "proven" || this.decision.kind === "refuted";
  }

  get counts(): Counts {
    return this.#test.counts;
  }

  /** Journeys that succeeded and did not have the value. */
  get missing(): number {
    return this.#missing;
  }

  /** So many journeys have no value that no number of others like them would prove it. */
  get isHopeless(): boolean {
    const { samples } = this.counts;
    if (samples === 0) return this.#missing >= hopelessAfter;
    const { allowedShare } = this.claim;
    if (this.#missing === 0 || allowedShare === 0) return false;
    const missing = { samples: samples + this.#missing, excesses: this.#missing };
    return isRefuted({ allowedShare, confidence }, missing);
  }

  /** Undefined for gates about failures. */
  get samples(): Samples | undefined {
    return this.#recorder?.snapshot();
  }

  /** A failed journey has no latency that means anything: it counts against errors, which each gate has. */
  take(sample: Sample): void {
    const hasSucceeded = sample.run.kind === "completed";
    if (!("bound" in this.claim)) this.#test.observe(hasSucceeded ? 0 : 1, !hasSucceeded);
    else if (hasSucceeded) this.#takeValue(readValue(this.claim.kind, sample), this.claim.bound);
  }

  /** See `ReviewedTest`. */
  stopWaiting(): void {
    this.#test.stopWaiting();
  }

  /**
   * The decision on all that was taken. @param unstarted So many more were to be started and found no place: failures,
   * and as slow as can be, since who came then got nothing.
   */
  conclude(unstarted = 0): ReviewedDecision {
    const decision = this.#test.conclude(unstarted);
    const claim = { allowedShare: this.claim.allowedShare, confidence };
    if (unstarted === 0 || !isFailureClaim(this.claim)) return decision;
    const isBroken = isRefuted(claim, addExcesses(this.counts, unstarted));
    return isBroken ? { kind: "refuted", notes: decision.notes } : decision;
  }

  #takeValue(value: number | undefined, bound: Parameters<typeof isExcess>[0]): void {
    if (value === undefined) {
      this.#missing += 1;
      this.#test.observeUnseen();
      return;
    }
    this.#recorder?.record(value);
    this.#test.observe(value, isExcess(bound, value));
  }
}

/** What a journey that succeeded has of the quantity; latency counts from the intended start. */
export function readValue(
  kind: "latency" | keyof NonNullable<JourneyRun["vitals"]>,
  { run, lateMs }: Sample,
): number | undefined {
  return kind === "latency" ? lateMs + run.actionTimeMs : run.vitals?.[kind];
}
