// The search for a counterexample: a scenario is run with generated values until one run fails, and these values are
// made as small as they can be. It is given the scenario as a function, and knows no cucumber, file or report.

import type { ReplayOutcome } from "../journey/replay-outcome.ts";
import { type Attempt, type Failure, judgeOutcome } from "./attempt.ts";
import type { SearchBudget } from "./budget.ts";
import type { Draw } from "./draw.ts";
import type { FastCheck } from "./fast-check.ts";
import { type GeneratedValues, Statistics } from "./statistics.ts";

/** Runs the scenario once with these values, in the order of the draws. Never rejects. */
export type RunWith = (values: readonly unknown[]) => Promise<ReplayOutcome>;

export interface Search {
  readonly fc: FastCheck;
  readonly draws: readonly Draw[];
  readonly run: RunWith;
  readonly budget: SearchBudget;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly onProgress?: (progress: SearchProgress) => void;
}

export interface SearchProgress {
  readonly elapsedMs: number;
  readonly runs: number;
  readonly discards: number;
  /** The smallest values so far that failed, and are made smaller. */
  readonly smallest?: FoundFailure;
}

export interface FoundFailure {
  readonly values: readonly unknown[];
  readonly failure: Failure;
}

/** Why it ended: all runs were made, something failed, or what came before that. */
export type SearchEnd = "done" | "failed" | "time" | "stopped" | "mistaken" | "discards";

export interface SearchCount {
  readonly ended: SearchEnd;
  /** Runs that got to their end, before any shrinking. */
  readonly runs: number;
  readonly discards: number;
  readonly generated: readonly GeneratedValues[];
  readonly elapsedMs: number;
}

export interface SearchReport extends SearchCount {
  readonly found?: {
    /** As it was found, and as small as it was made. */
    readonly first: FoundFailure;
    readonly smallest: FoundFailure;
    /** Makes the smallest values again, with the seed. */
    readonly path: string;
    readonly shrinks: number;
    /** How many runs that took. */
    readonly shrinkRuns: number;
    /** False where time or runs were used up before nothing smaller was left to try. */
    readonly isSmallest: boolean;
  };
  /** What is wrong with the story, when it ended as mistaken. */
  readonly mistake?: string;
}

/** With more discards for each run than that, hardly any generated value is one that the story speaks of. */
const mostDiscardsPerRun = 19;

/** Runs one after the other, so that the same seed gives the same values. Never rejects but for defects of its own. */
export async function searchCounterexample(search: Search): Promise<SearchReport> {
  const { fc, draws, seed, budget } = search;
  const hunt = new Hunt(search);
  const property = fc.asyncProperty(
    fc.tuple(...draws.map(({ arbitrary }) => arbitrary)),
    async (values) => {
      if (hunt.mustEnd()) throw new fc.PreconditionFailure(true);
      const attempt = await hunt.attempt(values);
      if (attempt.kind === "failed") throw new Error(attempt.failure.message);
      if (attempt.kind !== "held") throw new fc.PreconditionFailure(attempt.kind !== "discarded");
    },
  );
  const details = await fc.check(property, {
    seed,
    numRuns: budget.mostRuns,
    maxSkipsPerRun: mostDiscardsPerRun,
  });
  return hunt.report(details);
}

interface Details {
  readonly counterexamplePath: string | null;
  readonly numShrinks: number;
  readonly interrupted: boolean;
}

/** One search under way. */
class Hunt {
  readonly #search: Search;
  readonly #statistics: Statistics;
  readonly #startMs: number;
  #runs = 0;
  #discards = 0;
  #shrinkRuns = 0;
  #shrinkingSinceMs = 0;
  #first: FoundFailure | undefined;
  #smallest: FoundFailure | undefined;
  #ended: SearchEnd | undefined;
  #mistake: string | undefined;

  constructor(search: Search) {
    this.#search = search;
    this.#statistics = new Statistics(search.draws);
    this.#startMs = search.now();
  }

  /** Asked before each run. */
  mustEnd(): boolean {
    const { budget, signal, now } = this.#search;
    if (signal.aborted) this.#ended = "stopped";
    else if (this.#first === undefined) {
      if (now() - this.#startMs >= budget.mostMs) this.#ended = "time";
    } else if (
      this.#shrinkRuns >= budget.mostShrinkRuns ||
      now() - this.#shrinkingSinceMs >= budget.shrinkMs
    ) {
      this.#ended = "failed";
      return true;
    }
    return this.#ended !== undefined;
  }

  async attempt(values: readonly unknown[]): Promise<Attempt> {
    const attempt = judgeOutcome(await this.#search.run(values));
    if (this.#first === undefined) this.#count(attempt, values);
    else this.#shrinkRuns += 1;
    if (attempt.kind === "failed") this.#note({ values, failure: attempt.failure });
    if (attempt.kind === "aborted") this.#ended = "stopped";
    // While a counterexample is made smaller, what the story does not speak of is just no smaller one.
    if (attempt.kind === "mistaken" && this.#first !== undefined) return { kind: "discarded" };
    if (attempt.kind === "mistaken") {
      this.#ended = "mistaken";
      this.#mistake = attempt.message;
    }
    this.#tell();
    return attempt;
  }

  #count({ kind }: Attempt, values: readonly unknown[]): void {
    if (kind === "discarded") this.#discards += 1;
    if (kind !== "held" && kind !== "failed") return;
    this.#runs += 1;
    this.#statistics.add(values);
  }

  /** What fails while shrinking is smaller than all before. */
  #note(found: FoundFailure): void {
    if (this.#first === undefined) {
      this.#first = found;
      this.#shrinkingSinceMs = this.#search.now();
    }
    this.#smallest = found;
  }

  #tell(): void {
    this.#search.onProgress?.({
      elapsedMs: this.#search.now() - this.#startMs,
      runs: this.#runs,
      discards: this.#discards,
      ...(this.#smallest !== undefined && { smallest: this.#smallest }),
    });
  }

  report({ counterexamplePath, numShrinks, interrupted }: Details): SearchReport {
    const isWhole = this.#runs >= this.#search.budget.mostRuns;
    const ended = this.#ended ?? (this.#first ? "failed" : isWhole ? "done" : "discards");
    const count: SearchCount = {
      ended,
      runs: this.#runs,
      discards: this.#discards,
      generated: this.#statistics.list(),
      elapsedMs: this.#search.now() - this.#startMs,
    };
    const mistake = this.#mistake === undefined ? {} : { mistake: this.#mistake };
    if (this.#first === undefined || this.#smallest === undefined) return { ...count, ...mistake };
    return {
      ...count,
      found: {
        first: this.#first,
        smallest: this.#smallest,
        path: counterexamplePath ?? "",
        shrinks: numShrinks,
        shrinkRuns: this.#shrinkRuns,
        isSmallest: !interrupted,
      },
    };
  }
}
