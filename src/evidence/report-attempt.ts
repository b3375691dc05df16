// One try of a case as the report shows it: its steps as they were written, with what became of each.
import type * as messages from "@cucumber/messages";
import type { Step } from "../story/story.ts";
import type { AttemptRecord, StepOutcome } from "./attempt-record.ts";
import type { Evidence } from "./evidence.ts";
import { type HookRecord, nameHook, type RunRecord } from "./run-record.ts";
import type { AttemptReport, SpecifiedStep, StepReport, StepStatus } from "./truth-report.ts";

/** What a case is to do: its pickle, and the scenario's steps as written, which know keywords and lines. */
export interface Specification {
  readonly pickle: messages.Pickle;
  readonly written: readonly Step[];
}

/** All steps, with the row's values filled in. */
export function specifySteps(specification: Specification): readonly SpecifiedStep[] {
  return specification.pickle.steps.map((step, index) => describe(step, specification, index));
}

/** The step of that id; `hint` is where it stands if the test case has the pickle's steps in their order. */
export function specifyStep(
  specification: Specification | undefined,
  pickleStepId: string,
  hint: number,
): SpecifiedStep {
  const steps = specification?.pickle.steps ?? [];
  const index =
    steps[hint]?.id === pickleStepId ? hint : steps.findIndex(({ id }) => id === pickleStepId);
  const step = steps[index];
  if (specification === undefined || step === undefined) return { keyword: "", text: "a step" };
  return describe(step, specification, index);
}

function describe(
  step: messages.PickleStep,
  { written }: Specification,
  index: number,
): SpecifiedStep {
  const nodeId = step.astNodeIds[0];
  const sameIndex = written[index];
  const source =
    sameIndex?.nodeId === nodeId ? sameIndex : written.find((one) => one.nodeId === nodeId);
  const { text } = step;
  if (source === undefined) return { keyword: "", text, ...describeArgument(step) };
  const { keyword, line } = source;
  // Spelled out without a spread: this runs for every step of every scenario.
  if (step.argument === undefined) return { keyword, text, line };
  return { keyword, text, line, ...describeArgument(step) };
}

function describeArgument({ argument }: messages.PickleStep): Pick<SpecifiedStep, "argument"> {
  const read = argument === undefined ? undefined : readArgument(argument);
  return read === undefined ? {} : { argument: read };
}

function readArgument(argument: messages.PickleStepArgument) {
  if (argument.dataTable !== undefined) {
    const rows = argument.dataTable.rows.map((row) => row.cells.map((cell) => cell.value));
    return { kind: "table", rows } as const;
  }
  if (argument.docString === undefined) return undefined;
  const { content, mediaType } = argument.docString;
  return { kind: "text", content, ...(mediaType === undefined ? {} : { mediaType }) } as const;
}

export function reportAttempt(
  attempt: AttemptRecord,
  specification: Specification | undefined,
  run: RunRecord,
): AttemptReport {
  const steps: StepReport[] = [];
  const reportedIndex: number[] = [];
  let pickleSteps = 0;
  attempt.planned.forEach(({ pickleStepId, hookId }, index) => {
    const outcome = attempt.outcomes[index] ?? notFinished;
    const step =
      pickleStepId === undefined
        ? reportHook(run.hooks.get(hookId ?? ""), outcome)
        : reportStep(specifyStep(specification, pickleStepId, pickleSteps++), outcome);
    if (step === undefined) return;
    reportedIndex[index] = steps.length;
    steps.push(step);
  });
  return {
    attempt: attempt.attempt,
    status: summariseStatus(attempt, steps),
    startedAt: new Date(attempt.startedAtMs).toISOString(),
    durationMs: roundMs((attempt.finishedAtMs ?? attempt.startedAtMs) - attempt.startedAtMs),
    ...(attempt.workerId === undefined ? {} : { workerId: attempt.workerId }),
    steps,
    evidence: attempt.evidence.length === 0 ? [] : moveEvidence(attempt.evidence, reportedIndex),
  };
}

/** Hooks are left out of the reported steps, so evidence points to other indexes there. */
function moveEvidence(
  evidence: readonly Evidence[],
  reportedIndex: readonly (number | undefined)[],
): readonly Evidence[] {
  return evidence.map(({ step, ...attached }) => {
    const reported = step === undefined ? undefined : reportedIndex[step];
    return reported === undefined ? attached : { ...attached, step: reported };
  });
}

const notFinished: StepOutcome = { status: "not-finished", durationMs: 0 };

function reportStep(step: SpecifiedStep, outcome: StepOutcome): StepReport {
  const { keyword, text, line, argument } = step;
  const { status, durationMs, error } = outcome;
  if (line === undefined || argument !== undefined || error !== undefined) {
    return { kind: "step", ...step, ...outcome };
  }
  return { kind: "step", keyword, text, line, status, durationMs };
}

/** Hooks that passed, or were skipped along with the rest, tell nothing. */
function reportHook(hook: HookRecord | undefined, outcome: StepOutcome): StepReport | undefined {
  const { status, durationMs } = outcome;
  if (status === "passed" || (status === "skipped" && durationMs === 0)) return undefined;
  const place = hook?.place === undefined ? "" : `${hook.place.uri}:${hook.place.line ?? 1}`;
  return { kind: "hook", keyword: nameHook(hook), text: place, ...outcome };
}

const gravestFirst = [
  "failed",
  "ambiguous",
  "undefined",
  "pending",
  "not-finished",
  "unknown",
  "skipped",
] as const satisfies readonly StepStatus[];

function summariseStatus(attempt: AttemptRecord, steps: readonly StepReport[]): StepStatus {
  if (attempt.finishedAtMs === undefined) return "not-finished";
  if (steps.every((step) => step.status === "passed")) return "passed";
  const found = gravestFirst.find((status) => steps.some((step) => step.status === status));
  return found ?? "passed";
}

export function roundMs(durationMs: number): number {
  return Math.round(durationMs * 1000) / 1000;
}
