// What a scenario's invariant was found to be, as its attachment and the report hold it: plain JSON, reduced and redacted.
// schemas/invariants.schema.json says the same.
import type { Counterexample, InvariantResult } from "../invariants/invariant-result.ts";
import type { FailedJourney } from "./measured-gates.ts";

export interface CheckedInvariant
  extends Pick<
    InvariantResult,
    | "tier"
    | "verdict"
    | "demandsProof"
    | "runs"
    | "wantedRuns"
    | "discards"
    | "seed"
    | "elapsedMs"
    | "generated"
    | "known"
  > {
  /** What repeats it, for a shell: the search, or the counterexample alone. */
  readonly command: string;
  readonly counterexample?: CounterexampleEvidence;
}

export interface CounterexampleEvidence
  extends Pick<
    Counterexample,
    "origin" | "seed" | "path" | "shrinks" | "shrinkRuns" | "isSmallest"
  > {
  readonly id: string;
  /** By the names that steps remember them by; long ones are cut. */
  readonly values: readonly { readonly name: string; readonly shown: string }[];
  /** The header and the row, as they would stand below `Examples:`. */
  readonly examples: readonly string[];
  /** The file that has it, from the folder of the run; absent when none is kept. */
  readonly file?: string;
  readonly failure: FailedJourney;
}
