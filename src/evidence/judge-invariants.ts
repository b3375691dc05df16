// The verdict on a case's invariant, from what its last try's attachment says. Nothing is judged anew here: who tried has
// judged.
import type { InvariantOpen } from "../invariants/invariant-result.ts";
import type { AttemptRecord } from "./attempt-record.ts";
import type { CheckedInvariant } from "./checked-invariant.ts";
import type { Evidence } from "./evidence.ts";
import { leaveOpen } from "./judge.ts";
import type { Judgement, ReasonKind } from "./truth-report.ts";

export type InvariantOfAttempt = Extract<Evidence, { readonly kind: "invariants" }>;

/** What counts of the last try; undefined where it has none that can be read, or is to be followed by another. */
export function findInvariant(last: AttemptRecord | undefined): InvariantOfAttempt | undefined {
  if (last === undefined || last.willBeRetried) return undefined;
  return last.evidence.findLast((one): one is InvariantOfAttempt => one.kind === "invariants");
}

const reasonKinds: Readonly<Record<InvariantOpen, ReasonKind>> = {
  undecided: "invariant-undecided",
  vacuous: "vacuous",
  flaky: "invariant-flaky",
  "story-mistaken": "story-mistaken",
  "not-replayable": "not-replayable",
  "not-measured": "not-measured",
};

export function judgeInvariant({ verdict, demandsProof, tier }: CheckedInvariant): Judgement {
  const { kind, reason, because } = verdict;
  if (kind === "proven") return { verdict: kind };
  if (kind === "refuted") {
    return { verdict: kind, reason: { kind: "invariant-refuted", text: reason } };
  }
  // Else nobody would see why a run failed in which nothing is refuted.
  const demand = demandsProof ? ` A ${tier} run asks for proof, so this fails the scenario.` : "";
  return leaveOpen(reasonKinds[because ?? "undecided"], `${reason}${demand}`);
}
