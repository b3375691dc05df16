// The verdict in one line, for terminals and headlines.
import type { CaseReport, Counts, TruthReport } from "./truth-report.ts";

/** `12 proven, 1 refuted, 3 unproven (2 not selected)`; what there is none of is left out, but for proven. */
export function summariseCounts(counts: Counts): string {
  const asides = [
    ...(counts.notSelected > 0 ? [`${counts.notSelected} not selected`] : []),
    ...(counts.planned > 0 ? [`${counts.planned} planned`] : []),
  ];
  return [
    `${counts.proven} proven`,
    ...(counts.refuted > 0 ? [`${counts.refuted} refuted`] : []),
    ...(counts.unproven > 0
      ? [`${counts.unproven} unproven${asides.length > 0 ? ` (${asides.join(", ")})` : ""}`]
      : []),
  ].join(", ");
}

/** The whole report in one sentence, such as `1 of 4 stories is refuted`. */
export function summariseReport(report: TruthReport): string {
  const { verdict, storyCounts, counts, run, reason } = report;
  const stories = storyCounts.proven + storyCounts.refuted + storyCounts.unproven;
  if (verdict === "refuted") return countStories(storyCounts.refuted, stories, "refuted");
  if (reason?.kind === "run-problem") return "The run failed";
  if (stories === 0 && run.interrupted) return "The run stopped before the stories were read";
  const early = run.interrupted ? "The run stopped early: " : "";
  if (verdict === "proven") {
    return stories === 1 ? "The story is proven" : `All ${stories} stories are proven`;
  }
  const leftOut = counts.notSelected + counts.planned;
  const isOnlyLeftOut =
    counts.unproven === leftOut || counts.unproven === leftOut + countUnasked(report);
  if (!isOnlyLeftOut) return early + countStories(storyCounts.unproven, stories, "unproven");
  if (counts.proven === 0) return `${early}Nothing was selected, so nothing is proven`;
  return `${early}Nothing is refuted: ${counts.proven} of ${counts.proven + counts.unproven} guarantees are proven`;
}

function countStories(count: number, total: number, verdict: string): string {
  if (total === 1) return `The story is ${verdict}`;
  return `${count} of ${total} stories ${count === 1 ? "is" : "are"} ${verdict}`;
}

/** Gates that were only to be refuted, and were not: nobody asked for their proof. */
function countUnasked({ stories }: TruthReport): number {
  let count = 0;
  for (const { scenarios, rules } of stories) {
    for (const { cases } of [...scenarios, ...rules.flatMap((rule) => rule.scenarios)])
      for (const one of cases) count += countUnaskedOf(one);
  }
  return count;
}

function countUnaskedOf({ guarantees, measured }: CaseReport): number {
  if (measured === undefined) return 0;
  const unasked = new Set(
    measured.gates.filter(({ demandsProof }) => !demandsProof).map(({ gate }) => gate),
  );
  return guarantees.filter(
    ({ kind, reason, text }) =>
      kind === "gate" && reason?.kind === "gate-undecided" && unasked.has(text),
  ).length;
}
