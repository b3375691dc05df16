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
export function summariseReport({ verdict, storyCounts, run, reason }: TruthReport): string {
  const { proven, refuted, unproven, notSelected, planned } = storyCounts;
  const selected = proven + refuted + unproven - notSelected - planned;
  if (verdict === "refuted") return countStories(refuted, selected, "refuted");
  const early = run.interrupted ? "The run stopped early: " : "";
  if (reason?.kind === "run-problem") return "The run failed";
  if (selected === 0) return `${early}Nothing was selected, so nothing is proven`;
  if (verdict === "unproven") {
    return early + countStories(selected - proven, selected, "unproven");
  }
  return selected === 1 ? "The story is proven" : `All ${selected} stories are proven`;
}

function countStories(count: number, total: number, verdict: string): string {
  if (total === 1) return `The story is ${verdict}`;
  return `${count} of ${total} stories ${count === 1 ? "is" : "are"} ${verdict}`;
}
