// What was generated for each name over all runs: how many distinct values, and of which kinds.
import type { Draw } from "./draw.ts";
import { showValue } from "./show-value.ts";
import { kindsOf } from "./value-kinds.ts";

/** Of one `any` step. */
export interface GeneratedValues {
  readonly name: string;
  /** As the step says it: `text of 0 to 11 characters`. */
  readonly what: string;
  readonly distinct: number;
  /** How many values are of each kind, the most frequent first; a value may be of several. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

export class Statistics {
  readonly #draws: readonly Draw[];
  readonly #seen: readonly Set<string>[];
  readonly #kinds: readonly Map<string, number>[];

  constructor(draws: readonly Draw[]) {
    this.#draws = draws;
    this.#seen = draws.map(() => new Set());
    this.#kinds = draws.map(() => new Map());
  }

  /** Values of one run, in the order of the draws. */
  add(values: readonly unknown[]): void {
    for (const [at, value] of values.entries()) {
      this.#seen[at]?.add(showValue(value));
      const counts = this.#kinds[at];
      for (const kind of kindsOf(value)) counts?.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }

  list(): readonly GeneratedValues[] {
    return this.#draws.map(({ name, what }, at) => ({
      name,
      what,
      distinct: this.#seen[at]?.size ?? 0,
      kinds: [...(this.#kinds[at] ?? [])]
        .map(([kind, count]) => ({ kind, count }))
        .sort((a, b) => b.count - a.count),
    }));
  }
}
