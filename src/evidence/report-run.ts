// What is to be told of the runs themselves: when, with what, and what went wrong outside of any scenario.
import { roundMs } from "./report-attempt.ts";
import type { RunRecord } from "./run-record.ts";
import type { RunInfo, RunProblem } from "./truth-report.ts";

export function reportRun(
  runs: readonly RunRecord[],
  furtherProblems: readonly RunProblem[],
): RunInfo {
  const started = runs.flatMap((run) => run.startedAtMs ?? []);
  const finished = runs.flatMap((run) => run.finishedAtMs ?? []);
  const successes = runs.flatMap((run) => run.success ?? []);
  const interrupted = runs.filter(isInterrupted);
  return {
    ...(started.length === 0 ? {} : { startedAt: toIso(Math.min(...started)) }),
    ...(finished.length === 0 ? {} : { finishedAt: toIso(Math.max(...finished)) }),
    durationMs: roundMs(runs.reduce((sum, run) => sum + measureRun(run), 0)),
    runs: runs.length,
    interrupted: interrupted.length > 0,
    ...(successes.length === 0 ? {} : { success: successes.every((success) => success) }),
    problems: [
      ...runs.flatMap((run) => run.problems),
      ...interrupted.map(describeInterruption),
      ...furtherProblems,
    ],
    environments: [...new Map(runs.flatMap((run) => [...run.environments])).values()],
    ...describeTools(runs),
    evidence: runs.flatMap((run) => run.evidence),
  };
}

/** A run that failed as a whole has its own problem; one that just ends in the middle was stopped. */
function isInterrupted(run: RunRecord): boolean {
  return run.finishedAtMs === undefined && run.problems.length === 0;
}

function describeInterruption(): RunProblem {
  return {
    kind: "interrupted",
    text: "The run stopped before its end; what it did not reach is unproven",
  };
}

function measureRun({ startedAtMs, finishedAtMs, lastSeenMs }: RunRecord): number {
  const end = finishedAtMs ?? lastSeenMs;
  return startedAtMs === undefined || end === undefined ? 0 : end - startedAtMs;
}

function toIso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** Of several runs, the first that tells: shards and re-runs of one commit use the same tools. */
function describeTools(runs: readonly RunRecord[]) {
  const meta = runs.find((run) => run.meta !== undefined)?.meta;
  if (meta === undefined) return {};
  const { ci } = meta;
  const git = ci?.git;
  return {
    runner: pickProduct(meta.implementation),
    runtime: pickProduct(meta.runtime),
    os: pickProduct(meta.os),
    cpu: pickProduct(meta.cpu),
    ...(ci === undefined
      ? {}
      : { ci: dropUndefined({ name: ci.name, url: ci.url, buildNumber: ci.buildNumber }) }),
    ...(git === undefined
      ? {}
      : {
          commit: dropUndefined({
            revision: git.revision,
            remote: git.remote,
            branch: git.branch,
            tag: git.tag,
          }),
        }),
  };
}

function pickProduct({ name, version }: { name: string; version?: string }) {
  return dropUndefined({ name, version });
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** JSON has no undefined, and the model's optional fields are absent rather than undefined. */
function dropUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Defined<T>;
}
