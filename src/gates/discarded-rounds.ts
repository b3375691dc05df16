// What journeys did while the generator was too slow to be believed. Their times count for nothing; their failures do,
// since a product answers with an error whoever is late.
import type { FailureKind } from "./failures.ts";
import { whole } from "./quantity.ts";
import type { JourneyCounts, Tally } from "./tally.ts";

export class DiscardedRounds {
  #failures: readonly FailureKind[] = [];
  #ended = 0;
  #failed = 0;

  /** Answers what to say of it. */
  add({ counts, failures }: Pick<Tally, "counts" | "failures">): string {
    this.#ended += counts.ended;
    this.#failed += counts.failed;
    this.#failures = mergeFailures(this.#failures, failures.list());
    const journeys = `${whole(counts.ended)} journeys before, ${whole(counts.failed)} of them failed`;
    return `Measured anew (${journeys}), because the generator fell behind.`;
  }

  get counts(): Pick<JourneyCounts, "ended" | "failed"> {
    return { ended: this.#ended, failed: this.#failed };
  }

  /** Those of the last measurement with the ones before it. */
  failuresWith(last: readonly FailureKind[]): readonly FailureKind[] {
    return mergeFailures(last, this.#failures);
  }
}

/** Counted together by title; the first one is that of the former list. The most frequent first. */
function mergeFailures(
  one: readonly FailureKind[],
  other: readonly FailureKind[],
): readonly FailureKind[] {
  const kinds = new Map(one.map((kind) => [kind.title, kind]));
  for (const kind of other) {
    const known = kinds.get(kind.title) ?? { ...kind, count: 0 };
    kinds.set(kind.title, { ...known, count: known.count + kind.count });
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
