// What a scenario's gates were found to be, as its attachment and the report hold it: plain JSON, reduced and redacted.
// schemas/gates.schema.json says the same.
import type { ExchangesReport } from "../gates/exchange-times.ts";
import type { GateResult, GatesReport } from "../gates/gate-result.ts";
import type { Exchange } from "../journey/exchange.ts";
import type { StepTime } from "../journey/replay-outcome.ts";
import type { Tier } from "../tags/known-keys.ts";

export interface MeasuredGates {
  /** How hard it was measured. */
  readonly tier: Tier;
  /** What repeats it, for a shell. */
  readonly command: string;
  /**
   * One for each gate tag, and the implied one. `values` stand at the first gate of a quantity only, since all gates of
   * one quantity are about the same journeys.
   */
  readonly gates: readonly GateResult[];
  /** Left out when nothing was measured: each gate's verdict says why. */
  readonly measurement?: Measurement;
}

export interface Measurement
  extends Pick<
    GatesReport,
    "journeys" | "timeLine" | "ended" | "elapsedMs" | "generator" | "threads" | "notes"
  > {
  readonly seed?: number;
  /** Of journeys that succeeded after the warm-up, in their order. */
  readonly steps: readonly StepSummary[];
  readonly exchanges: Pick<ExchangesReport, "journeys"> & {
    readonly requests: readonly RequestSummary[];
  };
  /** The most frequent first, at most 20 kinds and one for all others. */
  readonly failures: readonly FailureEvidence[];
}

/** Milliseconds. */
export interface TimeSummary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface StepSummary extends TimeSummary {
  readonly text: string;
}

export interface RequestSummary extends TimeSummary {
  /** Method and path. */
  readonly request: string;
}

export interface FailureEvidence {
  readonly title: string;
  readonly count: number;
  /** Which journey it was first, counted from 1 with the warm-up. */
  readonly journey: number;
  /** What its authors can do, where that can be told. */
  readonly wayOut?: string;
  readonly first: FailedJourney;
}

export interface FailedJourney {
  readonly kind: "failed" | "timed-out" | "aborted" | "completed";
  readonly step?: string;
  readonly deadlineMs?: number;
  readonly error?: { readonly message: string; readonly stack?: string };
  /** Those that ended; of many the last ones. */
  readonly steps: readonly StepTime[];
  /** The last ones, bodies cut. */
  readonly exchanges: readonly Exchange[];
  /** How many earlier ones were left out to keep the attachment small. */
  readonly exchangesLeftOut?: number;
}
