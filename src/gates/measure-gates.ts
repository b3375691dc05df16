// All gates of one scenario, measured with its journey: one after the other, or at a rate where a gate asks for one.
// It knows no cucumber, and neither how a journey is run again nor what becomes of the report.
import { type Clock, machineClock } from "../measure/clock.ts";
import { type GeneratorWatch, watchGenerator } from "../measure/generator-watch.ts";
import { generatorLimits, judgeGenerator } from "../measure/judge-generator.ts";
import type { OpenLoopResult } from "../measure/open-loop.ts";
import type { Schedule } from "../measure/schedule.ts";
import { seededRandom } from "../measure/seeded-random.ts";
import type { Tier } from "../tags/known-keys.ts";
import type { GateTag } from "../tags/read-tags.ts";
import { type Budget, budgetFor, type MeasureLimits } from "./budget.ts";
import { type Claim, claimsFrom, isFailureClaim, isRateClaim, isShareBased } from "./claim.ts";
import { type ReplayJourney, runClosedLoop } from "./closed-loop.ts";
import type { GateResult, GatesProgress, GatesReport, LoadNumbers } from "./gate-result.ts";
import { type Circumstances, judgeGate, leaveUnproven, unreadableReason } from "./judge-gate.ts";
import { judgeRate } from "./judge-rate.ts";
import type { PileUp } from "./keeping-up.ts";
import type { LoopEnd } from "./loop-end.ts";
import { runPacedLoop } from "./paced-loop.ts";
import { Tally } from "./tally.ts";

export interface GatesToMeasure {
  readonly gates: readonly GateTag[];
  readonly tier: Tier;
  /** What `@samples`, `@hold`, `@warmup` and `@seed` say; see `readMeasureLimits`. */
  readonly limits?: MeasureLimits;
  /** Runs the journey once more, with a deadline of its own. Called many times at once where a rate is asked for. */
  readonly replay: ReplayJourney;
  /** Ends measuring; what was measured is kept and judged. */
  readonly signal: AbortSignal;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Four times a second at most. */
  readonly onProgress?: (progress: GatesProgress) => void;
  /** Of a rate. Default `constant`; `poisson` comes from the seed. */
  readonly arrivals?: "constant" | "poisson";
  /** Default: this thread. */
  readonly watch?: () => GeneratorWatch;
  /** How long journeys may take after the last start of a rate. Default 10,000. */
  readonly patienceMs?: number;
}

/** Never rejects, but with what `onProgress` throws. One result for each gate, in their order, the implied one last. */
export async function measureGates(given: GatesToMeasure): Promise<GatesReport> {
  return new Measurement(given).run();
}

/** A result for each gate where nothing could be measured, such as of a scenario that failed. */
export function leaveGatesUnproven(
  { gates, tier, limits = {} }: Pick<GatesToMeasure, "gates" | "tier" | "limits">,
  reason: string,
): readonly GateResult[] {
  const budget = budgetFor(tier, limits);
  return claimsFrom(gates).map((claim) => leaveUnproven(claim, budget, reason));
}

/** A generator that fell behind for a moment spoils one round; measuring anew depends on it and not on the product. */
const mostRounds = 3;
const progressEachMs = 250;

interface Round {
  readonly tally: Tally;
  readonly end: LoopEnd;
  readonly load?: OpenLoopResult;
  readonly pileUp?: PileUp | undefined;
  readonly use: ReturnType<GeneratorWatch["stop"]>;
  readonly starved: readonly string[] | undefined;
}

class Measurement {
  readonly #given: GatesToMeasure;
  readonly #claims: readonly Claim[];
  readonly #budget: Budget;
  readonly #clock: Clock;
  readonly #beginMs: number;
  #progressMs = -Infinity;

  constructor(given: GatesToMeasure) {
    this.#given = given;
    this.#claims = claimsFrom(given.gates);
    this.#budget = budgetFor(given.tier, given.limits ?? {});
    this.#clock = given.clock ?? machineClock;
    this.#beginMs = this.#clock.nowMs();
  }

  async run(): Promise<GatesReport> {
    const notes: string[] = [];
    let round = await this.#measure();
    for (let number = 1; number < mostRounds && this.#mayRepeat(round); number += 1) {
      notes.push(`Measured anew, because the generator fell behind. ${round.starved?.join(" ")}`);
      round = await this.#measure();
    }
    return this.#report(round, notes);
  }

  /** A rate takes its hold each time, so it is not held again unasked. */
  #mayRepeat({ starved, load, end }: Round): boolean {
    const isInTime = this.#elapsedMs() < this.#budget.mostMs / 2;
    return starved !== undefined && load === undefined && end.kind !== "aborted" && isInTime;
  }

  async #measure(): Promise<Round> {
    const tally = new Tally(this.#claims.filter(isShareBased), this.#budget);
    const watch = (this.#given.watch ?? watchGenerator)();
    const rate = this.#claims.find(isRateClaim);
    const done =
      rate === undefined
        ? { end: await this.#oneByOne(tally) }
        : await this.#atRate(tally, rate.perMinute);
    const use = watch.stop();
    const load = "load" in done ? done.load : undefined;
    const health = judgeGenerator(use, load, generatorLimits(this.#smallestBoundMs()));
    return { ...done, tally, use, starved: health.kind === "starved" ? health.reasons : undefined };
  }

  #oneByOne(tally: Tally): Promise<LoopEnd> {
    const { replay, signal } = this.#given;
    const { mostSamples, mostMs } = this.#budget;
    return runClosedLoop({
      tally,
      replay,
      clock: this.#clock,
      mostSamples,
      endMs: this.#beginMs + mostMs,
      signal,
      onJourney: () => this.#tellProgress(tally),
    });
  }

  async #atRate(
    tally: Tally,
    ratePerMinute: number,
  ): Promise<Pick<Round, "end" | "load" | "pileUp">> {
    const { replay, signal, patienceMs } = this.#given;
    const { load, pileUp, ...end } = await runPacedLoop({
      tally,
      budget: this.#budget,
      ratePerMinute,
      arrivals: this.#arrivals(),
      replay,
      clock: this.#clock,
      signal,
      onJourney: () => this.#tellProgress(tally),
      ...(patienceMs !== undefined && { patienceMs }),
    });
    return { end, load, pileUp };
  }

  #arrivals(): Schedule["arrivals"] {
    const { arrivals = "constant", limits } = this.#given;
    if (arrivals === "constant") return { kind: "constant" };
    return { kind: "poisson", random: seededRandom(limits?.seed ?? 0) };
  }

  #smallestBoundMs(): number | undefined {
    const bounds = this.#claims.flatMap((claim) =>
      "bound" in claim && claim.kind !== "cls" ? [claim.bound.limit] : [],
    );
    return bounds.length === 0 ? undefined : Math.min(...bounds);
  }

  #elapsedMs(): number {
    return this.#clock.nowMs() - this.#beginMs;
  }

  #tellProgress(tally: Tally): void {
    const elapsedMs = this.#elapsedMs();
    const { onProgress } = this.#given;
    if (onProgress === undefined || elapsedMs - this.#progressMs < progressEachMs) return;
    this.#progressMs = elapsedMs;
    const gates = tally.known.map(({ claim, decision, counts }) => ({
      gate: claim.text,
      decision: decision.kind,
      ...counts,
      ...(decision.kind === "undecided" &&
        decision.needed !== undefined && { needed: decision.needed }),
    }));
    onProgress({ elapsedMs, journeys: tally.counts, gates });
  }

  #report(round: Round, notes: readonly string[]): GatesReport {
    const { tally, end, use } = round;
    return {
      tier: this.#given.tier,
      results: this.#judge(round),
      journeys: tally.counts,
      failures: tally.failures.list(),
      steps: tally.steps,
      ended: end,
      elapsedMs: this.#elapsedMs(),
      generator: use,
      seed: this.#given.limits?.seed,
      notes,
    };
  }

  #judge(round: Round): readonly GateResult[] {
    const circumstances = this.#circumstances(round);
    const judged = round.tally.tests.map((test) => judgeGate(test, circumstances));
    const tests = new Map(round.tally.tests.map(({ claim }, at) => [claim as Claim, judged[at]]));
    return this.#claims.map(
      (claim) => tests.get(claim) ?? this.#judgeOther(claim, round, circumstances, judged),
    );
  }

  #judgeOther(
    claim: Claim,
    { tally, pileUp }: Round,
    circumstances: Circumstances,
    others: readonly GateResult[],
  ): GateResult {
    const { load } = circumstances;
    if ("isUnreadable" in claim) return leaveUnproven(claim, this.#budget, unreadableReason(claim));
    if (!isRateClaim(claim) || load === undefined || load.askedPerMinute !== claim.perMinute)
      return leaveUnproven(claim, this.#budget, "It was not measured: one rate is held at a time.");
    const allowedFailures = this.#claims.find(isFailureClaim)?.allowedShare ?? 0;
    const findings = { load, pileUp, journeys: tally.counts, allowedFailures, others };
    return judgeRate(claim, findings, circumstances);
  }

  #circumstances({ end, load, tally, starved }: Round): Circumstances {
    return {
      budget: this.#budget,
      end,
      elapsedMs: this.#elapsedMs(),
      starved,
      endedBy: end.kind === "settled" ? tally.refutedFailures?.claim.text : undefined,
      load: load && this.#numbersOf(load),
    };
  }

  #numbersOf({ dropped, unfinished, ...load }: OpenLoopResult): LoadNumbers {
    return {
      askedPerMinute: this.#claims.find(isRateClaim)?.perMinute ?? 0,
      offeredPerMinute: load.offeredPerMinute,
      achievedPerMinute: load.achievedPerMinute,
      heldMs: load.offeringMs,
      droppedLate: dropped.late,
      droppedFull: dropped.full,
      unfinished,
    };
  }
}
