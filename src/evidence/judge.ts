// What makes something proven, refuted or unproven. Pure rules: no messages, no reports drawn here.
import type { StepOutcome } from "./attempt-record.ts";
import type { Counts, Guarantee, Judgement, ReasonKind, StepStatus } from "./truth-report.ts";

/** What ended in one try of a case, in order. */
export interface RanStep extends StepOutcome {
  /** `the step "…"` or `Before hook "…"`. */
  readonly name: string;
  readonly isHook: boolean;
}

/**
 * The verdict on a scenario's behaviour, from the try that counts:
 * - a step that could not be tried because the machine lacks something (a browser) leaves it open;
 * - a step that is a mistake of the story leaves it open: it asked for what cannot be, and nothing of the product;
 * - any other failed step refutes it, whatever else happened: what the scenario says did not come true;
 * - else a failed hook leaves it open: it says something about the test, and nothing yet about the product;
 *   but for the one that tells of refuted gates: they are guarantees of their own, and the behaviour is judged without;
 * - else a step that is ambiguous, undefined, pending or skipped leaves it open, the gravest first;
 * - no steps at all prove nothing.
 */
export function judgeSteps(ran: readonly RanStep[]): Judgement {
  const steps = ran.filter((step) => !(step.isHook && tellsOfGates(step)));
  const failed = steps.find((step) => step.status === "failed" && !step.isHook);
  if (failed?.error?.type === "EnvironmentError") {
    return leaveOpen("environment", `${failed.name} could not be tried on this machine`);
  }
  if (failed?.error?.type === "StoryError") {
    return leaveOpen("story-mistaken", `the story is mistaken: ${firstLine(failed.error.message)}`);
  }
  if (failed !== undefined) return refute(`${failed.name} failed`);
  const failedHook = steps.find((step) => step.status === "failed");
  if (failedHook !== undefined) return leaveOpen("hook-failed", `${failedHook.name} failed`);
  for (const status of openStatuses) {
    const open = steps.find((step) => step.status === status);
    if (open !== undefined) return leaveOpen(reasonOf(status), describeOpen(open));
  }
  if (steps.every((step) => step.isHook)) return leaveOpen("empty", "it has no steps");
  return { verdict: "proven" };
}

/**
 * That it failed because a gate or an invariant was refuted, or its proof is missing: src/gates/gate-refuted.ts,
 * src/invariants/invariant-refuted.ts.
 */
export function tellsOfGates({ status, error }: Pick<StepOutcome, "status" | "error">): boolean {
  return status === "failed" && ["GateRefuted", "InvariantRefuted"].includes(error?.type ?? "");
}

/** The reason is one line; the whole stands at the step. */
function firstLine(message: string): string {
  return (message.split("\n", 1)[0] ?? "").replace(/:$/, "");
}

const openStatuses = [
  "ambiguous",
  "undefined",
  "pending",
  "skipped",
  "unknown",
  "not-finished",
] as const satisfies readonly StepStatus[];

function reasonOf(status: (typeof openStatuses)[number]): ReasonKind {
  return status === "unknown" || status === "not-finished" ? "interrupted" : status;
}

function describeOpen({ name, status, isHook, error }: RanStep): string {
  const texts: Readonly<Record<string, string>> = {
    ambiguous: `${name} matches more than one step definition`,
    undefined: `${name} has no step definition${nearestIn(error?.message)}`,
    pending: `${name} is pending`,
    skipped: isHook ? `${name} skipped it` : `${name} was skipped`,
  };
  return texts[status] ?? `${name} did not end`;
}

/** The first of the phrases that the run's coordinator told of (src/coordinator/phrase-hints.ts). */
function nearestIn(message = ""): string {
  const [, nearest] = /^Did you mean:\n\s*(.+)$/m.exec(message) ?? [];
  return nearest === undefined ? "" : `; did you mean: ${nearest}`;
}

function refute(text: string): Judgement {
  return { verdict: "refuted", reason: { kind: "step-failed", text } };
}

export function leaveOpen(kind: ReasonKind, text: string): Judgement {
  return { verdict: "unproven", reason: { kind, text } };
}

export function countGuarantees(judgements: readonly Judgement[]): Counts {
  const counts = { proven: 0, refuted: 0, unproven: 0, notSelected: 0, planned: 0 };
  for (const { verdict, reason } of judgements) {
    counts[verdict] += 1;
    if (reason?.kind === "not-selected") counts.notSelected += 1;
    if (reason?.kind === "planned") counts.planned += 1;
  }
  return counts;
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (read: (counts: Counts) => number) =>
    all.reduce((total, one) => total + read(one), 0);
  return {
    proven: sum((counts) => counts.proven),
    refuted: sum((counts) => counts.refuted),
    unproven: sum((counts) => counts.unproven),
    notSelected: sum((counts) => counts.notSelected),
    planned: sum((counts) => counts.planned),
  };
}

/**
 * The verdict on parts taken together: one refuted part refutes the whole, one unproven part leaves it unproven,
 * what the run left out or what is only planned included. A whole is proven when all of it is.
 */
export function judgeCounts(counts: Counts): Judgement {
  const { proven, refuted, unproven, notSelected, planned } = counts;
  if (refuted > 0) return { verdict: "refuted" };
  if (unproven > notSelected + planned) return { verdict: "unproven" };
  if (notSelected > 0) return leaveOpen("not-selected", tellLeftOut(notSelected, proven + planned));
  if (planned > 0) return leaveOpen("planned", tellPlanned(planned, proven));
  return proven > 0 ? { verdict: "proven" } : leaveOpen("not-selected", tellLeftOut(0, 0));
}

function tellLeftOut(notSelected: number, others: number): string {
  if (others === 0) return "the run did not select it";
  return `${notSelected} of ${notSelected + others} guarantees were not in this run`;
}

function tellPlanned(planned: number, proven: number): string {
  if (proven === 0) return "it is planned and not built yet";
  return `${planned} of ${planned + proven} guarantees are planned and not built yet`;
}

export function judgeGuarantees(guarantees: readonly Guarantee[]): Judgement {
  return judgeCounts(countGuarantees(guarantees));
}
