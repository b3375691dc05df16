// One try of a case as the report shows it: its steps as they were written, with what became of each.
import type * as messages from "@cucumber/messages";
import type { Step } from "../story/story.ts";
import type { AttemptRecord, StepOutcome } from "./attempt-record.ts";
import { type HookRecord, nameHook, type RunRecord } from "./run-record.ts";
import type { AttemptReport, SpecifiedStep, StepReport, StepStatus } from "./truth-report.ts";

/** Steps of a case with the row's values filled in, in the pickle's order. */
export interface SpecifiedSteps {
  readonly pickle: messages.Pickle;
  readonly steps: readonly SpecifiedStep[];
}

/** `written` are the scenario's steps in the feature, which know keywords and lines. */
export function specifySteps(pickle: messages.Pickle, written: readonly Step[]): SpecifiedSteps {
  const steps = pickle.steps.map((step, index): SpecifiedStep => {
    const nodeId = step.astNodeIds[0];
    const sameIndex = written[index];
    const source =
      sameIndex?.nodeId === nodeId ? sameIndex : written.find((one) => one.nodeId === nodeId);
    const specified = { keyword: source?.keyword ?? "", text: step.text };
    const withLine = source === undefined ? specified : { ...specified, line: source.line };
    const argument = step.argument === undefined ? undefined : readArgument(step.argument);
    return argument === undefined ? withLine : { ...withLine, argument };
  });
  return { pickle, steps };
}

/** The step of that id; `hint` is where it stands if the test case has the pickle's steps in their order. */
export function findSpecified(
  specified: SpecifiedSteps | undefined,
  pickleStepId: string,
  hint: number,
): SpecifiedStep | undefined {
  if (specified === undefined) return undefined;
  const { pickle, steps } = specified;
  if (pickle.steps[hint]?.id === pickleStepId) return steps[hint];
  return steps[pickle.steps.findIndex((step) => step.id === pickleStepId)];
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
  specified: SpecifiedSteps | undefined,
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
        : reportStep(findSpecified(specified, pickleStepId, pickleSteps++), outcome);
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
    evidence: attempt.evidence.map(({ step, ...evidence }) => {
      const reported = step === undefined ? undefined : reportedIndex[step];
      return reported === undefined ? evidence : { ...evidence, step: reported };
    }),
  };
}

const notFinished: StepOutcome = { status: "not-finished", durationMs: 0 };

function reportStep(step: SpecifiedStep | undefined, outcome: StepOutcome): StepReport {
  return { kind: "step", ...(step ?? { keyword: "", text: "a step" }), ...outcome };
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
