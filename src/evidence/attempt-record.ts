// One try of one case while its messages come in. Kept small: a run has thousands, and of a step that passed
// nothing is needed but its status and how long it took.
import type * as messages from "@cucumber/messages";
import type { Evidence } from "./evidence.ts";
import type { StepError, StepStatus } from "./truth-report.ts";

/** A step of a test case: of the pickle, or a hook. */
export interface PlannedStep {
  readonly id: string;
  readonly pickleStepId: string | undefined;
  readonly hookId: string | undefined;
}

export interface StepOutcome {
  readonly status: StepStatus;
  readonly durationMs: number;
  readonly error?: StepError;
}

export interface AttemptRecord {
  readonly attempt: number;
  readonly startedAtMs: number;
  readonly workerId?: string;
  readonly planned: readonly PlannedStep[];
  /** At the index of its planned step; a hole where none ended. */
  readonly outcomes: (StepOutcome | undefined)[];
  readonly evidence: Evidence[];
  finishedAtMs?: number;
  willBeRetried: boolean;
}

export function startAttempt(
  started: messages.TestCaseStarted,
  planned: readonly PlannedStep[],
): AttemptRecord {
  return {
    attempt: started.attempt + 1,
    startedAtMs: toMilliseconds(started.timestamp),
    ...(started.workerId === undefined ? {} : { workerId: started.workerId }),
    planned,
    outcomes: [],
    evidence: [],
    willBeRetried: false,
  };
}

/** The index of a planned step; steps end in order, so it is nearly always the next one. */
export function findStep(record: AttemptRecord, testStepId: string): number {
  const next = record.outcomes.length;
  if (record.planned[next]?.id === testStepId) return next;
  return record.planned.findIndex((step) => step.id === testStepId);
}

export function readOutcome(result: messages.TestStepResult): StepOutcome {
  const status = statuses[result.status] ?? "unknown";
  const durationMs = toMilliseconds(result.duration);
  const error = readError(result);
  return error === undefined ? { status, durationMs } : { status, durationMs, error };
}

const statuses: Readonly<Record<string, StepStatus>> = {
  PASSED: "passed",
  FAILED: "failed",
  UNDEFINED: "undefined",
  AMBIGUOUS: "ambiguous",
  PENDING: "pending",
  SKIPPED: "skipped",
};

/** The error of a result. Older runners tell it in one text, with the stack behind the message. */
function readError({ message, exception }: messages.TestStepResult): StepError | undefined {
  if (message === undefined && exception === undefined) return undefined;
  const whole = exception?.stackTrace ?? message ?? "";
  const stackAt = whole.search(/\n\s+at /);
  const type = exception?.type;
  return {
    ...(type === undefined || type === "" ? {} : { type }),
    message: exception?.message ?? (stackAt < 0 ? whole : whole.slice(0, stackAt)),
    ...(whole === "" ? {} : { stack: whole }),
  };
}

/** Milliseconds of a timestamp or duration, to the microsecond. */
export function toMilliseconds({ seconds, nanos }: messages.Timestamp): number {
  return seconds * 1000 + Math.round(nanos / 1000) / 1000;
}
