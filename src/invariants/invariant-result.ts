// What became of an invariant, as plain values for evidence and reports. Errors and exchanges in it may hold secrets.
import type { ReplayOutcome } from "../journey/replay-outcome.ts";
import type { Tier } from "../tags/known-keys.ts";
import type { GeneratedValues } from "./statistics.ts";

/**
 * What stands in the way of a proof:
 * - `undecided`: too few runs, because of time, a smoke run, or somebody who stopped it;
 * - `vacuous`: hardly any input was tried, or nothing was checked;
 * - `flaky`: a failure that a repeat with the same values did not show;
 * - `story-mistaken`: the story asked for what cannot be;
 * - `not-replayable`: the scenario cannot be run again as a journey;
 * - `not-measured`: nothing was tried, for another reason.
 */
export type InvariantOpen =
  | "undecided"
  | "vacuous"
  | "flaky"
  | "story-mistaken"
  | "not-replayable"
  | "not-measured";

export interface InvariantVerdict {
  readonly kind: "proven" | "refuted" | "unproven";
  /** Of an unproven one. */
  readonly because?: InvariantOpen;
  /** A sentence or several, with the numbers that decided it. */
  readonly reason: string;
}

export interface NamedValue {
  readonly name: string;
  /** As a person reads it. */
  readonly shown: string;
  readonly value: unknown;
}

/** Where it comes from: from this search, from the file of an earlier one, or from the scenario's first run. */
export type CounterexampleOrigin = "search" | "known" | "first-run";

export interface Counterexample {
  readonly origin: CounterexampleOrigin;
  readonly values: readonly NamedValue[];
  /** The step that failed; undefined in hooks around the scenario. */
  readonly step?: string;
  readonly message: string;
  readonly outcome: ReplayOutcome;
  readonly seed: number;
  /** Makes the same values again, with the seed; of one from a file, as it stands there. */
  readonly path?: string;
  /** How often it was made smaller, and by how many runs. */
  readonly shrinks: number;
  readonly shrinkRuns: number;
  /** False when something smaller was left untried. */
  readonly isSmallest: boolean;
}

/** Of one stored counterexample: it fails still, it holds now, it did both, or the story has other `any` steps now. */
export interface KnownResult {
  readonly id: string;
  readonly state: "still-failing" | "mended" | "flaky" | "outdated";
}

export interface InvariantResult {
  readonly tier: Tier;
  readonly verdict: InvariantVerdict;
  /** Whether an unproven verdict is a failure: never in a smoke run. */
  readonly demandsProof: boolean;
  /** With generated inputs, shrinking aside. */
  readonly runs: number;
  /** How many without a counterexample prove it. */
  readonly wantedRuns: number;
  readonly discards: number;
  readonly seed: number;
  readonly elapsedMs: number;
  readonly generated: readonly GeneratedValues[];
  readonly known: readonly KnownResult[];
  readonly counterexample?: Counterexample;
}
