// What one run with generated values says of the invariant.
import type { ReplayOutcome } from "../journey/replay-outcome.ts";
import { isDiscarded } from "./discarded.ts";

export type Attempt =
  | { readonly kind: "held" }
  /** The story does not speak of these values. */
  | { readonly kind: "discarded" }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** The story, or this machine, is at fault: nothing is said of the product. */
  | { readonly kind: "mistaken"; readonly message: string }
  | { readonly kind: "aborted" };

/** How the scenario failed. The outcome may hold secrets. */
export interface Failure {
  readonly step?: string;
  readonly message: string;
  readonly outcome: ReplayOutcome;
}

/** Errors that say something about the story or the machine (src/evidence/judge.ts knows the same names). */
const faultsOfOthers: ReadonlySet<string> = new Set(["StoryError", "EnvironmentError"]);

export function judgeOutcome(outcome: ReplayOutcome): Attempt {
  switch (outcome.kind) {
    case "completed":
      return { kind: "held" };
    case "aborted":
      return { kind: "aborted" };
    case "timed-out":
      return failed(outcome, `it did not end within ${outcome.deadlineMs} ms`);
    case "failed":
      if (isDiscarded(outcome.error)) return { kind: "discarded" };
      return faultsOfOthers.has(outcome.error.name)
        ? { kind: "mistaken", message: outcome.error.message }
        : failed(outcome, outcome.error.message);
  }
}

function failed(
  outcome: Extract<ReplayOutcome, { readonly kind: "failed" | "timed-out" }>,
  message: string,
): Attempt {
  const { step } = outcome;
  return { kind: "failed", failure: { ...(step !== undefined && { step }), message, outcome } };
}
