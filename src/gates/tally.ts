// What was seen so far in one measurement: all gates' tests, failures, times. It knows no clock and starts nothing.
import { SampleRecorder } from "../measure/sample-recorder.ts";
import type { Samples } from "../measure/samples.ts";
import type { Budget } from "./budget.ts";
import { isFailureClaim, type ShareBasedClaim } from "./claim.ts";
import { type ExchangesReport, ExchangeTimesRecorder } from "./exchange-times.ts";
import { Failures } from "./failures.ts";
import { GateTest, readValue } from "./gate-test.ts";
import type { Sample } from "./journey-run.ts";
import { type TimeLine, TimeLineRecorder } from "./time-line.ts";

export interface JourneyCounts {
  /** That ended, the warm-up included. */
  readonly ended: number;
  readonly failed: number;
  /** Of those that ended, counted for no latency. */
  readonly warmUp: number;
}

export interface StepTimes {
  readonly text: string;
  readonly times: Samples;
}

/** Journeys that a gate which none may break is tried with, where nothing else asks for more. */
const leastForNone = 30;

export class Tally {
  readonly failures = new Failures();
  readonly #budget: Budget;
  readonly #claims: readonly ShareBasedClaim[];
  readonly #tests: GateTest[];
  readonly #steps: { readonly text: string; readonly recorder: SampleRecorder }[] = [];
  readonly #exchanges = new ExchangeTimesRecorder();
  readonly #quantity: TimeLine["quantity"];
  readonly #timeLine: TimeLineRecorder;
  #ended = 0;
  #failed = 0;
  #warmUp = 0;
  #tookMs = 0;
  #isWarm = false;
  #warmMs: number | undefined;

  constructor(claims: readonly ShareBasedClaim[], budget: Budget) {
    this.#claims = claims;
    this.#budget = budget;
    this.#quantity = claims.find((claim) => "bound" in claim)?.kind ?? "latency";
    this.#timeLine = new TimeLineRecorder(this.#quantity);
    // Failures count from the first journey on: a warm-up is about times.
    this.#tests = claims.filter(isFailureClaim).map((claim) => new GateTest(claim, 0));
  }

  get counts(): JourneyCounts {
    return { ended: this.#ended, failed: this.#failed, warmUp: this.#warmUp };
  }

  /** Journeys after the warm-up. */
  get samples(): number {
    return this.#ended - this.#warmUp;
  }

  /** In the order of their claims. */
  get tests(): readonly GateTest[] {
    this.#makeValueTests();
    return this.#claims.flatMap((claim) => this.#tests.find((test) => test.claim === claim) ?? []);
  }

  /** The tests that there are already: those of values begin after the warm-up. */
  get known(): readonly GateTest[] {
    return this.#tests;
  }

  get steps(): readonly StepTimes[] {
    return this.#steps.map(({ text, recorder }) => ({ text, times: recorder.snapshot() }));
  }

  get exchanges(): ExchangesReport {
    return this.#exchanges.snapshot();
  }

  get timeLine(): TimeLine {
    return this.#timeLine.snapshot();
  }

  /** True when more journeys would answer nothing that is asked. Looks at all of them once it seems so. */
  get isSettled(): boolean {
    if (!this.#seemsSettled) return false;
    for (const test of this.#tests) test.conclude();
    return this.#seemsSettled;
  }

  get #seemsSettled(): boolean {
    if (this.refutedFailures !== undefined) return true;
    const refuted = this.#tests.some(({ decision }) => decision.kind === "refuted");
    if (refuted && !this.#budget.demandsProof) return true;
    const asked = this.#tests.filter(({ claim }) => !claim.isImplied);
    const hasAll = this.#isWarm || !this.#claims.some((claim) => "bound" in claim);
    return hasAll && asked.every((test) => this.#isAnswered(test));
  }

  /** What can only be refuted is asked as long as a proof of the others takes, and alone not much longer. */
  #isAnswered({ claim, isDecided, isHopeless, counts }: GateTest): boolean {
    if (isDecided || isHopeless) return true;
    return (
      claim.allowedShare === 0 &&
      counts.samples >= Math.max(leastForNone, this.#budget.leastSamples)
    );
  }

  /** A product that fails too often has no latency worth waiting for. */
  get refutedFailures(): GateTest | undefined {
    return this.#tests.find(
      ({ claim, decision }) => isFailureClaim(claim) && decision.kind === "refuted",
    );
  }

  /** Takes journeys in the order of their starts: decisions rest on it. */
  take(sample: Sample, elapsedMs: number): void {
    this.#ended += 1;
    this.#tookMs += sample.tookMs;
    if (sample.run.kind !== "completed") {
      this.#failed += 1;
      this.failures.add(sample.run, this.#ended);
    }
    const { warmUp, warmUpMs } = this.#budget;
    const isWarmUp = !this.#isWarm && this.#ended <= warmUp && elapsedMs < warmUpMs;
    if (isWarmUp) this.#warmUp += 1;
    else this.#goOn(elapsedMs);
    for (const test of this.#tests) {
      if (!isWarmUp || isFailureClaim(test.claim)) test.take(sample);
    }
    this.#note(sample, elapsedMs, isWarmUp);
    if (isWarmUp || sample.run.kind !== "completed") return;
    this.#takeSteps(sample);
    this.#exchanges.take(sample.run);
  }

  /** A product that has become slower since the warm-up takes longer for the least samples than they may take. */
  #goOn(elapsedMs: number): void {
    this.#makeValueTests();
    this.#warmMs ??= elapsedMs;
    if (elapsedMs - this.#warmMs <= 2 * this.#budget.leastMs) return;
    for (const test of this.#tests) test.stopWaiting();
  }

  #note(sample: Sample, elapsedMs: number, isWarmUp: boolean): void {
    const atMs = sample.atMs ?? elapsedMs - sample.tookMs;
    const hasFailed = sample.run.kind !== "completed";
    const value = hasFailed ? undefined : readValue(this.#quantity, sample);
    this.#timeLine.take(atMs, value, hasFailed);
    if (isWarmUp) this.#timeLine.noteWarmUp(atMs);
  }

  /** Late, since how many samples fit into a time is known after the warm-up. */
  #makeValueTests(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    const { leastSamples, leastMs, mostSamples } = this.#budget;
    const meanMs = this.#ended > 0 ? this.#tookMs / this.#ended : Infinity;
    const least = Math.min(leastSamples, mostSamples, Math.floor(leastMs / Math.max(meanMs, 0.01)));
    for (const claim of this.#claims) {
      if (!isFailureClaim(claim)) this.#tests.push(new GateTest(claim, least));
    }
  }

  #takeSteps({ run }: Sample): void {
    for (const [at, { text, durationMs }] of run.steps.entries()) {
      this.#steps[at] ??= { text, recorder: new SampleRecorder("ms") };
      this.#steps[at].recorder.record(Math.max(0, durationMs));
    }
  }
}
