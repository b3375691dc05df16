// Journeys that ended in a thread, packed so that tens of thousands of them a second can be posted: numbers in one array
// that changes hands without being copied, and in full only what a report shows.
import type { EndedStart } from "../../measure/open-loop.ts";
import { failureTitle } from "../failures.ts";
import type { JourneyRun } from "../journey-run.ts";

export interface EndedBatch {
  /** Rows one after the other: `row` says what stands where, and the time of each step follows. */
  readonly rows: Float64Array;
  /** What the steps say, as far as any journey has come. */
  readonly texts: readonly string[];
  /** The first journey of each kind of failure that is new; rows count them from the thread's first on. */
  readonly failures: readonly FailedRun[];
  /** Of a few journeys that succeeded: [row, exchanges], without headers and bodies. */
  readonly exchanges: readonly (readonly [row: number, exchanges: JourneyRun["exchanges"]])[];
}

/** A journey that did not succeed as plain data: errors of any class would not survive being posted. */
type FailedRun = Pick<JourneyRun, "actionTimeMs" | "steps" | "exchanges"> & {
  readonly kind: JourneyRun["kind"];
  readonly step: string | undefined;
  readonly deadlineMs: number;
  readonly error: Pick<Error, "name" | "message" | "stack"> | undefined;
};

const row = {
  index: 0,
  intendedAtMs: 1,
  startedAtMs: 2,
  endedAtMs: 3,
  /** -1 for a journey that succeeded, -2 for one that was given up, otherwise the number of its kind of failure. */
  end: 4,
  actionTimeMs: 5,
  steps: 6,
  length: 7,
} as const;

const succeeded = -1;
const givenUp = -2;

/** Exchanges are made when they are read, so of all journeys of a batch so many are read. */
const exchangesEach = 10;
/** Nobody reads more kinds; what comes then counts as the last of them. */
const mostFailures = 100;

/** In the thread. */
export class BatchWriter {
  readonly #kinds = new Map<string, number>();
  readonly #texts: string[] = [];
  #numbers: number[] = [];
  #rows = 0;
  #failures: FailedRun[] = [];
  #exchanges: (readonly [number, JourneyRun["exchanges"]])[] = [];

  /** @param offsetMs What the time that all share is ahead of the one in which it is told. */
  add({ outcome, ...start }: EndedStart<JourneyRun>, offsetMs: number): void {
    const run = outcome.kind === "fulfilled" ? outcome.value : undefined;
    this.#numbers.push(
      start.index,
      start.intendedAtMs + offsetMs,
      start.startedAtMs + offsetMs,
      start.endedAtMs + offsetMs,
      run === undefined ? givenUp : this.#endOf(run),
      run?.actionTimeMs ?? 0,
    );
    this.#addSteps(run?.steps ?? []);
    this.#rows += 1;
  }

  /** What was added since. */
  take(): EndedBatch {
    const rows = Float64Array.from(this.#numbers);
    const failures = this.#failures;
    const exchanges = this.#exchanges;
    this.#numbers = [];
    this.#rows = 0;
    this.#failures = [];
    this.#exchanges = [];
    return { rows, texts: [...this.#texts], failures, exchanges };
  }

  #endOf(run: JourneyRun): number {
    if (run.kind !== "completed") return this.#numberOf(run);
    if (this.#exchanges.length < exchangesEach)
      this.#exchanges.push([this.#rows, run.exchanges.map(withoutContent)]);
    return succeeded;
  }

  #numberOf(run: JourneyRun): number {
    const title = failureTitle(run);
    const known = this.#kinds.get(title);
    if (known !== undefined) return known;
    if (this.#kinds.size >= mostFailures) return mostFailures - 1;
    this.#failures.push(toPlain(run));
    this.#kinds.set(title, this.#kinds.size);
    return this.#kinds.size - 1;
  }

  #addSteps(steps: JourneyRun["steps"]): void {
    this.#numbers.push(steps.length);
    for (const [at, { text, durationMs }] of steps.entries()) {
      this.#texts[at] ??= text;
      this.#numbers.push(durationMs);
    }
  }
}

/** In the thread that counts; one for each that posts. */
export class BatchReader {
  readonly #failures: JourneyRun[] = [];

  read({ rows, texts, failures, exchanges }: EndedBatch): readonly EndedStart<JourneyRun>[] {
    this.#failures.push(...failures.map(fromPlain));
    const exchangesOf = new Map(exchanges);
    const ended: EndedStart<JourneyRun>[] = [];
    for (let at = 0; at < rows.length; at += row.length + (rows[at + row.steps] ?? 0)) {
      const read = (field: number): number => rows[at + field] ?? 0;
      const steps = texts
        .slice(0, read(row.steps))
        .map((text, step) => ({ text, durationMs: read(row.length + step) }));
      const times = { actionTimeMs: read(row.actionTimeMs), steps };
      const intendedAtMs = read(row.intendedAtMs);
      const endedAtMs = read(row.endedAtMs);
      ended.push({
        index: read(row.index),
        intendedAtMs,
        startedAtMs: read(row.startedAtMs),
        endedAtMs,
        latencyMs: endedAtMs - intendedAtMs,
        outcome: this.#outcomeOf(read(row.end), times, exchangesOf.get(ended.length)),
      });
    }
    return ended;
  }

  #outcomeOf(
    end: number,
    times: Pick<JourneyRun, "actionTimeMs" | "steps">,
    exchanges: JourneyRun["exchanges"] | undefined,
  ): EndedStart<JourneyRun>["outcome"] {
    if (end === givenUp) return { kind: "unfinished" };
    if (end === succeeded) {
      const left = exchanges === undefined ? leftOut : { exchanges };
      return { kind: "fulfilled", value: { kind: "completed", ...times, ...left } };
    }
    const first = this.#failures[end];
    return first === undefined
      ? { kind: "rejected", error: new Error("A thread told of a failure that it has not named.") }
      : { kind: "fulfilled", value: { ...first, ...times } };
  }
}

const leftOut = { exchanges: [], hasExchangesLeftOut: true } as const;

function withoutContent({ actor, request, startedAtMs, durationMs }: JourneyRun["exchanges"][0]) {
  const { method, url } = request;
  return { actor, request: { method, url, headers: [] }, startedAtMs, durationMs };
}

function toPlain(run: JourneyRun): FailedRun {
  const { kind, actionTimeMs, steps, exchanges } = run;
  const { name, message, stack } = run.kind === "failed" ? run.error : noError;
  return {
    kind,
    actionTimeMs,
    steps,
    exchanges,
    step: "step" in run ? run.step : undefined,
    deadlineMs: run.kind === "timed-out" ? run.deadlineMs : 0,
    error:
      run.kind === "failed" ? { name, message, ...(stack !== undefined && { stack }) } : undefined,
  };
}

const noError: Error = { name: "", message: "" };

function fromPlain({ kind, step, deadlineMs, error, ...trace }: FailedRun): JourneyRun {
  const at = step === undefined ? {} : { step };
  if (error !== undefined) {
    return {
      kind: "failed",
      error: Object.assign(new Error(error.message), error),
      ...at,
      ...trace,
    };
  }
  if (kind === "timed-out") return { kind, deadlineMs, ...at, ...trace };
  return { kind: "aborted", ...at, ...trace };
}
