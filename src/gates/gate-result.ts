// What became of gates, as plain values for evidence and reports. It holds no text but reasons.
import type { GeneratorUse } from "../measure/generator-watch.ts";
import type { Samples } from "../measure/samples.ts";
import type { GateKind, Tier } from "../tags/known-keys.ts";
import type { Bound } from "../tags/tag-value.ts";
import type { ExchangesReport } from "./exchange-times.ts";
import type { FailureKind } from "./failures.ts";
import type { LoopEnd } from "./loop-end.ts";
import type { JourneyCounts, StepTimes } from "./tally.ts";
import type { TimeLine } from "./time-line.ts";

/**
 * What stands in the way of a proof:
 * - `undecided`: the samples do not tell, or a smoke run asks for no proof;
 * - `generator-starved`: the machine that measured was too slow to be believed;
 * - `not-replayable`: the scenario cannot be run again as a journey;
 * - `not-measured`: nothing was measured, for another reason.
 */
export type UnprovenKind = "undecided" | "generator-starved" | "not-replayable" | "not-measured";

export interface Verdict {
  readonly kind: "proven" | "refuted" | "unproven";
  /** Of an unproven one. */
  readonly because?: UnprovenKind;
  /** One sentence or several, with the numbers that decided it. */
  readonly reason: string;
}

/** The percentile that the gate is about; an end of the interval is missing where samples are too few. */
export interface MeasuredPercentile {
  /** 0.95, or 1 for `max`. */
  readonly share: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Milliseconds, or none for a layout shift. */
  readonly unit: "ms" | "1";
}

export interface LoadNumbers {
  readonly askedPerMinute: number;
  readonly offeredPerMinute: number;
  readonly achievedPerMinute: number;
  readonly heldMs: number;
  /** By how much 99 of 100 starts were later than intended, at most. */
  readonly startLatenessP99Ms: number;
  readonly droppedLate: number;
  readonly droppedFull: number;
  readonly unfinished: number;
}

export interface GateResult {
  /** The tag without its `@`. */
  readonly gate: string;
  readonly kind: GateKind;
  /** Nobody wrote it: errors below 1 %. */
  readonly isImplied: boolean;
  /** Whether an unproven verdict is a failure: never in a smoke run, and never of an implied gate. */
  readonly demandsProof: boolean;
  readonly verdict: Verdict;
  readonly samples: number;
  /** Of them, beyond the bound or failed. */
  readonly excesses: number;
  readonly allowedShare?: number;
  /** More samples without an excess that would prove it; left out when it is decided or none would. */
  readonly needed?: number;
  readonly bound?: Bound;
  readonly measured?: MeasuredPercentile;
  /** Under which load it was measured; left out when journeys ran one after the other. */
  readonly load?: LoadNumbers;
  /** What was allowed for: warm-up, dependence, pauses. */
  readonly notes: readonly string[];
  /** All values; left out for failures and rates. */
  readonly values?: Samples;
}

export interface GatesReport {
  readonly tier: Tier;
  readonly results: readonly GateResult[];
  readonly journeys: JourneyCounts;
  readonly failures: readonly FailureKind[];
  readonly steps: readonly StepTimes[];
  /** Of journeys that succeeded after the warm-up. */
  readonly exchanges: ExchangesReport;
  readonly timeLine: TimeLine;
  readonly ended: LoopEnd;
  readonly elapsedMs: number;
  readonly generator: GeneratorUse;
  /** Over how many threads the load was spread; left out when one offered it. */
  readonly threads?: number;
  readonly seed: number | undefined;
  /** What happened that speaks of no single gate, such as measuring again. */
  readonly notes: readonly string[];
}

/** While measuring. */
export interface GatesProgress {
  readonly elapsedMs: number;
  readonly journeys: JourneyCounts;
  readonly gates: readonly {
    readonly gate: string;
    readonly decision: "proven" | "refuted" | "undecided" | "doubtful";
    readonly samples: number;
    readonly excesses: number;
    readonly needed?: number;
  }[];
}
