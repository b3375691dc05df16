// All gates of one scenario, measured with its journey: one after the other, or at a rate where a gate asks for one.
// It knows no cucumber, and neither how a journey is run again nor what becomes of the report.
import { type Clock, machineClock } from "../measure/clock.ts";
import { type GeneratorWatch, watchGenerator } from "../measure/generator-watch.ts";
import { isThreadFull } from "../measure/judge-generator.ts";
import type { Schedule } from "../measure/schedule.ts";
import { seededRandom } from "../measure/seeded-random.ts";
import type { Tier } from "../tags/known-keys.ts";
import type { GateTag } from "../tags/read-tags.ts";
import { type Budget, budgetFor, type MeasureLimits } from "./budget.ts";
import { type Claim, claimsFrom, isRateClaim, isShareBased } from "./claim.ts";
import { type ReplayJourney, runClosedLoop } from "./closed-loop.ts";
import { DiscardedRounds } from "./discarded-rounds.ts";
import type { GateResult, GatesProgress, GatesReport, UnprovenKind } from "./gate-result.ts";
import { leaveUnproven } from "./judge-gate.ts";
import { doubt, judgeRound, type Round } from "./judge-round.ts";
import type { LoopEnd } from "./loop-end.ts";
import { runPacedLoop } from "./paced-loop.ts";
import { findStarvation, smallestBoundMs } from "./starvation.ts";
import { Tally } from "./tally.ts";
import type { LoadThreads, ThreadsRefused } from "./threads/load-threads.ts";
import { countThreads, measureOnThreads, tellTooLittle } from "./threads/more-threads.ts";

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
  /** What was measured until the signal aborted, told at once: what is under way may take longer than there is time. */
  readonly onStopped?: (report: GatesReport) => void;
  /** Of a rate. Default `constant`; `poisson` comes from the seed. */
  readonly arrivals?: "constant" | "poisson";
  /** Default: this thread. */
  readonly watch?: () => GeneratorWatch;
  /** How long journeys may take after the last start of a rate. Default 10,000. */
  readonly patienceMs?: number;
  /** Used where this thread cannot offer the rate. Default: it stays unproven then. */
  readonly threads?: LoadThreads;
}

/** Never rejects, but with what `onProgress` throws. One result for each gate, in their order, the implied one last. */
export async function measureGates(given: GatesToMeasure): Promise<GatesReport> {
  return new Measurement(given).run();
}

/** A result for each gate where nothing could be measured, such as of a scenario that failed. */
export function leaveGatesUnproven(
  { gates, tier, limits = {} }: Pick<GatesToMeasure, "gates" | "tier" | "limits">,
  reason: string,
  because: UnprovenKind = "not-measured",
): readonly GateResult[] {
  const budget = budgetFor(tier, limits);
  return claimsFrom(gates).map((claim) => leaveUnproven(claim, budget, reason, because));
}

/** A generator that fell behind for a moment spoils one round; measuring anew depends on it and not on the product. */
const mostRounds = 3;
const progressEachMs = 250;

class Measurement {
  readonly #given: GatesToMeasure;
  readonly #claims: readonly Claim[];
  readonly #budget: Budget;
  readonly #clock: Clock;
  readonly #beginMs: number;
  readonly #discarded = new DiscardedRounds();
  #progressMs = -Infinity;
  #underWay:
    | { readonly tally: Tally; readonly watch: GeneratorWatch; readonly threads: number }
    | undefined;

  constructor(given: GatesToMeasure) {
    this.#given = given;
    this.#claims = claimsFrom(given.gates);
    this.#budget = budgetFor(given.tier, given.limits ?? {});
    this.#clock = given.clock ?? machineClock;
    this.#beginMs = this.#clock.nowMs();
  }

  async run(): Promise<GatesReport> {
    const notes: string[] = [];
    const tell = () => this.#tellStopped(notes);
    // Before those of the loops, so that nothing is cut yet.
    this.#given.signal.addEventListener("abort", tell);
    try {
      return await this.#measureAll(notes);
    } finally {
      this.#given.signal.removeEventListener("abort", tell);
    }
  }

  #tellStopped(notes: readonly string[]): void {
    const { onStopped } = this.#given;
    if (this.#underWay === undefined || onStopped === undefined) return;
    const { tally, watch, threads } = this.#underWay;
    const use = watch.read();
    const starvedAt = findStarvation({ use });
    const starved = starvedAt(smallestBoundMs(this.#claims));
    const end = { kind: "aborted" } as const;
    const round: Round = { tally, end, use, starved, starvedAt, threads };
    const report = this.#report(round, notes);
    const { results, elapsedMs } = report;
    const isPaced = this.#claims.some(isRateClaim);
    onStopped(isPaced ? { ...report, results: doubt(results, elapsedMs) } : report);
  }

  async #measureAll(notes: string[]): Promise<GatesReport> {
    let round = await this.#measure();
    for (let number = 1; number < mostRounds && this.#mayRepeat(round); number += 1) {
      notes.push(`${this.#discarded.add(round.tally)} ${round.starved?.join(" ")}`);
      round = await this.#measure();
    }
    return this.#report(await this.#spread(round, notes), notes);
  }

  /** Measures anew on more threads, as long as those that were used were too little. */
  async #spread(first: Round, notes: string[]): Promise<Round> {
    let round = first;
    for (;;) {
      const { threads } = this.#given;
      const { load, starved, use, end } = round;
      const asked = this.#claims.find(isRateClaim)?.perMinute;
      if (threads === undefined || asked === undefined || load === undefined) return round;
      if (starved === undefined || !isThreadFull(use) || end.kind === "aborted") return round;
      const count = countThreads(asked, load, round.threads, threads.most);
      if (count === undefined) return round;
      const wider = await this.#onThreads(threads, count, asked);
      const told = tellTooLittle(asked, load, round.threads);
      if (wider.kind === "refused") {
        notes.push(`${told} More could not be used: ${wider.reason}`);
        return round;
      }
      this.#discarded.add(round.tally);
      notes.push(`${told} ${count} threads were used.`);
      round = wider;
    }
  }

  /** A rate takes its hold each time, so it is not held again unasked. */
  #mayRepeat({ starved, load, end }: Round): boolean {
    const isInTime = this.#elapsedMs() < this.#budget.mostMs / 2;
    return starved !== undefined && load === undefined && end.kind !== "aborted" && isInTime;
  }

  async #measure(): Promise<Round> {
    const tally = new Tally(this.#claims.filter(isShareBased), this.#budget);
    const watch = (this.#given.watch ?? watchGenerator)();
    this.#underWay = { tally, watch, threads: 1 };
    const rate = this.#claims.find(isRateClaim);
    const done =
      rate === undefined
        ? { end: await this.#oneByOne(tally) }
        : await this.#atRate(tally, rate.perMinute, watch);
    const use = watch.stop();
    const load = "load" in done ? done.load : undefined;
    const starvedAt = findStarvation({ use, load });
    return {
      ...done,
      tally,
      use,
      starved: starvedAt(smallestBoundMs(this.#claims)),
      starvedAt,
      threads: 1,
    };
  }

  async #onThreads(
    threads: LoadThreads,
    count: number,
    ratePerMinute: number,
  ): Promise<(Round & { readonly kind: "measured" }) | ThreadsRefused> {
    const { arrivals = "constant", limits, signal, patienceMs } = this.#given;
    const tally = new Tally(this.#claims.filter(isShareBased), this.#budget);
    const watch = (this.#given.watch ?? watchGenerator)();
    this.#underWay = { tally, watch, threads: count };
    const measuring = measureOnThreads(threads, count, {
      tally,
      budget: this.#budget,
      ratePerMinute,
      arrivals:
        arrivals === "constant" ? { kind: arrivals } : { kind: arrivals, seed: limits?.seed ?? 0 },
      signal,
      onJourney: () => this.#tellProgress(tally),
      ...(patienceMs !== undefined && { patienceMs }),
    });
    const done = await measuring.finally(() => watch.stop());
    if (done.kind === "refused") return done;
    const { load, pileUp, use, lost, ...end } = done.end;
    const starvedAt = findStarvation({ use, load, threads: count, lost });
    const starved = starvedAt(smallestBoundMs(this.#claims));
    return {
      kind: "measured",
      ...{ tally, end, load, pileUp, use, starved, starvedAt },
      threads: count,
    };
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
    watch: GeneratorWatch,
  ): Promise<Pick<Round, "end" | "load" | "pileUp">> {
    const { replay, signal, patienceMs, threads } = this.#given;
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
      mayGiveUp: () => (threads?.most ?? 1) > 1 && isThreadFull(watch.read()),
    });
    return { end, load, pileUp };
  }

  #arrivals(): Schedule["arrivals"] {
    const { arrivals = "constant", limits } = this.#given;
    if (arrivals === "constant") return { kind: "constant" };
    return { kind: "poisson", random: seededRandom(limits?.seed ?? 0) };
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
      results: judgeRound(round, this.#claims, {
        budget: this.#budget,
        elapsedMs: this.#elapsedMs(),
        discarded: this.#discarded.counts,
      }),
      journeys: tally.counts,
      failures: this.#discarded.failuresWith(tally.failures.list()),
      steps: tally.steps,
      exchanges: tally.exchanges,
      timeLine: tally.timeLine,
      ended: end,
      elapsedMs: this.#elapsedMs(),
      generator: use,
      ...(round.threads > 1 && { threads: round.threads }),
      seed: this.#given.limits?.seed,
      notes,
    };
  }
}
