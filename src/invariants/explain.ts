// The sentences that say why an invariant is proven or not.
import type { SearchBudget } from "./budget.ts";
import type { InvariantVerdict, NamedValue } from "./invariant-result.ts";
import type { SearchCount } from "./search.ts";

/** Below that share of inputs that the story speaks of, next to nothing was tried. */
const leastShare = 0.05;

export function explainHeld(count: SearchCount, budget: SearchBudget): InvariantVerdict {
  const { runs, discards, ended } = count;
  if (isVacuous(count)) return unproven("vacuous", tellDiscards(runs, discards));
  if (ended === "done" && runs >= budget.runs) {
    const discarded = discards === 0 ? "" : `; ${discards} more were discarded`;
    return {
      kind: "proven",
      reason: `It held for ${plural(runs, "generated input")}${discarded}.`,
    };
  }
  const found = `${plural(runs, "run")} found nothing`;
  if (ended === "stopped") return unproven("undecided", `${found}; then it was stopped.`);
  if (ended === "time") {
    const missing = budget.mostRuns - runs;
    return unproven(
      "undecided",
      `${found} in ${seconds(budget.mostMs)}, and ${missing} more were to be made. Where ${runs} are enough, write @runs:${Math.max(1, runs)}.`,
    );
  }
  return unproven(
    "undecided",
    `${found}; ${budget.runs} are a proof, and a smoke run asks for none.`,
  );
}

function isVacuous({ ended, runs, discards }: SearchCount): boolean {
  return ended === "discards" || (discards > 0 && runs < leastShare * (runs + discards));
}

function tellDiscards(runs: number, discards: number): string {
  const all = runs + discards;
  const share = all === 0 ? 0 : Math.round((100 * discards) / all);
  return (
    `Of ${plural(all, "generated input")}, ${discards} (${share} %) were discarded by "such that", so next to nothing was tried. ` +
    "Let the values be made as they should be, rather than sorted out."
  );
}

export function explainRefuted(
  values: readonly NamedValue[],
  step: string | undefined,
  message: string,
): string {
  const at = step === undefined ? "" : `${step.replace(/:$/, "")}: `;
  return `It fails with ${showValues(values)}. ${at}${message.trim().split("\n", 1)[0] ?? ""}`;
}

export function explainFlaky(values: readonly NamedValue[], message: string): string {
  return `With ${showValues(values)} it failed (${message.trim().split("\n", 1)[0] ?? ""}) and held when the same was repeated: the product, or the story, does not answer the same each time.`;
}

const longestValue = 120;

/** `email = "a@a.aa", password = "aaa"`. */
function showValues(values: readonly NamedValue[]): string {
  return values
    .map(({ name, shown }) => {
      const cut =
        shown.length > longestValue
          ? `${shown.slice(0, longestValue)}… (${shown.length} characters)`
          : shown;
      return `${name} = ${cut}`;
    })
    .join(", ");
}

/** What is known when somebody stops it. */
export function explainStopped(
  { runs }: Pick<SearchCount, "runs">,
  seen: { readonly values: readonly NamedValue[]; readonly message: string } | undefined,
): InvariantVerdict {
  const tried = `It was stopped after ${plural(runs, "run")}`;
  if (seen === undefined) return unproven("undecided", `${tried}, none of which failed.`);
  const failed = `${showValues(seen.values)}: ${seen.message.trim().split("\n", 1)[0] ?? ""}`;
  return unproven(
    "undecided",
    `${tried}, before one that failed was repeated. It failed with ${failed}`,
  );
}

export function unproven(
  because: NonNullable<InvariantVerdict["because"]>,
  reason: string,
): InvariantVerdict {
  return { kind: "unproven", because, reason };
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
