// The verdict in one line, for terminals and headlines.
import type { Counts, TruthReport } from "./truth-report.ts";

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
  const isOnlyLeftOut = counts.unproven === counts.notSelected + counts.planned;
  if (!isOnlyLeftOut) return early + countStories(storyCounts.unproven, stories, "unproven");
  if (counts.proven === 0) return `${early}Nothing was selected, so nothing is proven`;
  return `${early}Nothing is refuted: ${counts.proven} of ${counts.proven + counts.unproven} guarantees are proven`;
}

function countStories(count: number, total: number, verdict: string): string {
  if (total === 1) return `The story is ${verdict}`;
  return `${count} of ${total} stories ${count === 1 ? "is" : "are"} ${verdict}`;
}
