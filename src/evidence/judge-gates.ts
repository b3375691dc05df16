// The verdict on each gate of a case, from what its last try's gates attachment says. Nothing is judged anew here: who
// measured has judged.
import type { UnprovenKind } from "../gates/gate-result.ts";
import type { Tier } from "../tags/known-keys.ts";
import type { AttemptRecord } from "./attempt-record.ts";
import type { Evidence } from "./evidence.ts";
import { leaveOpen } from "./judge.ts";
import type { ListedGuarantee } from "./list-guarantees.ts";
import type { MeasuredGates } from "./measured-gates.ts";
import type { GateNumbers, Guarantee, Judgement, ReasonKind } from "./truth-report.ts";

export type GatesOfAttempt = Extract<Evidence, { readonly kind: "gates" }>;
type Gate = MeasuredGates["gates"][number];

/** What counts of the last try; undefined where it has none that can be read, or is to be followed by another. */
export function findGates(last: AttemptRecord | undefined): GatesOfAttempt | undefined {
  if (last === undefined || last.willBeRetried) return undefined;
  // Of several the last, since who attached it meant to replace what was there.
  return last.evidence.findLast((one): one is GatesOfAttempt => one.kind === "gates");
}

/** The listed gate as it was found to be; undefined when the measurement does not know it. */
export function judgeGate(
  listed: ListedGuarantee,
  { gates, tier }: MeasuredGates,
): Guarantee | undefined {
  const gate = gates.find((one) => one.gate === listed.text && !one.isImplied);
  return gate && { ...listed, ...judgementOf(gate, tier), ...numbersOf(gate) };
}

/** Errors below 1 %, which nobody wrote: a guarantee only once it was refuted. */
export function listImplied(caseId: string, { gates, tier }: MeasuredGates): readonly Guarantee[] {
  return gates
    .filter(({ isImplied, verdict }) => isImplied && verdict.kind === "refuted")
    .map((gate) => ({
      id: `${caseId}@${gate.gate}`,
      kind: "gate",
      text: `${gate.gate} (implied)`,
      gate: gate.kind,
      ...judgementOf(gate, tier),
      ...numbersOf(gate),
    }));
}

const reasonKinds: Readonly<Record<UnprovenKind, ReasonKind>> = {
  undecided: "gate-undecided",
  "generator-starved": "generator-starved",
  "not-replayable": "not-replayable",
  "not-measured": "not-measured",
};

function judgementOf({ verdict, demandsProof }: Gate, tier: Tier): Judgement {
  const { kind, reason, because } = verdict;
  if (kind === "proven") return { verdict: kind };
  if (kind === "refuted") return { verdict: kind, reason: { kind: "gate-refuted", text: reason } };
  // Else nobody would see why a run failed in which nothing is refuted.
  const demand = demandsProof ? ` A ${tier} run asks for proof, so this fails the scenario.` : "";
  return leaveOpen(reasonKinds[because ?? "undecided"], `${reason}${demand}`);
}

/** None where nothing was measured: a row of zeros would look as if something was. */
function numbersOf(gate: Gate): { readonly numbers?: GateNumbers } {
  const { samples, excesses, allowedShare, needed, bound, measured, load, notes, verdict } = gate;
  if (samples === 0 && load === undefined) return {};
  const numbers: GateNumbers = {
    samples,
    excesses,
    ...(allowedShare !== undefined && { allowedShare }),
    ...(needed !== undefined && { needed }),
    ...(bound !== undefined && { bound }),
    ...(measured !== undefined && { measured }),
    ...(load !== undefined && { load }),
    notes,
    explanation: verdict.reason,
  };
  return { numbers };
}
