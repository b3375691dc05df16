// Journeys that failed while they were measured: counted by kind, the first of each kept whole.
import type { JourneyRun } from "./journey-run.ts";

export interface FailureKind {
  /** One line: the step and what went wrong there, numbers and ids left out. */
  readonly title: string;
  readonly count: number;
  /** The journey that it was first, counted from 1 with the warm-up. It may hold secrets. */
  readonly journey: number;
  readonly first: JourneyRun;
  /** What its authors can do, where that can be told. */
  readonly wayOut?: string;
}

/** More kinds than a person reads; the rest is counted together. */
const mostKinds = 20;
const others = "other failures";

export class Failures {
  readonly #kinds = new Map<string, FailureKind>();

  add(run: JourneyRun, journey: number): void {
    const title = failureTitle(run);
    const key = this.#kinds.size < mostKinds || this.#kinds.has(title) ? title : others;
    const known = this.#kinds.get(key);
    if (known !== undefined) {
      this.#kinds.set(key, { ...known, count: known.count + 1 });
      return;
    }
    const wayOut = findWayOut(run);
    this.#kinds.set(key, {
      title: key,
      count: 1,
      journey,
      first: run,
      ...(wayOut !== undefined && { wayOut }),
    });
  }

  /** The most frequent first. */
  list(): readonly FailureKind[] {
    return [...this.#kinds.values()].sort((a, b) => b.count - a.count);
  }
}

/** The kind of a journey that did not succeed, as one line. */
export function failureTitle(run: JourneyRun): string {
  const at = "step" in run && run.step !== undefined ? `${run.step}: ` : "";
  return `${at}${withoutIds(messageOf(run))}`;
}

function messageOf(run: JourneyRun): string {
  if (run.kind === "failed") return run.error.message;
  if (run.kind === "timed-out") return `did not end within ${run.deadlineMs} ms`;
  return "did not end before measuring did";
}

/** Two failures that differ in what is new each time are of one kind. */
function withoutIds(message: string): string {
  const firstLine = message.trim().split("\n", 1)[0] ?? "";
  return (
    firstLine
      .slice(0, 300)
      .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, "…")
      .replace(/[\w.+-]+@[\w.-]+/g, "…")
      .replace(/\b(?=[a-z]*\d)[0-9a-z]{12,}\b/gi, "…")
      // Three digits may be a status, which tells kinds apart, and dots stand in addresses.
      .replace(/(?<![\d.])\d{1,2}(?![\d.])|\d{4,}/g, "…")
  );
}

/** How databases, and products in front of them, say that something is there already. */
const takenWords =
  /unique (?:constraint|violation|index|key)|duplicate (?:key|entry|value)|already (?:exists?|taken|registered|in use|used)|E11000|\b23505\b/i;

function findWayOut(run: JourneyRun): string | undefined {
  if (run.kind !== "failed") return undefined;
  const response = run.exchanges.at(-1)?.response;
  const said = `${run.error.message}\n${response?.body ?? ""}`;
  if (response?.status !== 409 && !takenWords.test(said) && !/\b409\b/.test(run.error.message))
    return undefined;
  return (
    "What an earlier journey made seems to be there already: write what may exist only once as " +
    "{{unique.email}} or {{unique.id}}, which are new in each journey, or take it down in an After hook."
  );
}
