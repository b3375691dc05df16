// The verdict on each guarantee of one case, from what one run recorded of it.
import type { Case, Scenario } from "../story/story.ts";
import type { TagReading } from "../tags/read-tags.ts";
import type { AttemptRecord } from "./attempt-record.ts";
import { judgeSteps, leaveOpen, type RanStep } from "./judge.ts";
import { findGates, judgeGate, listImplied } from "./judge-gates.ts";
import { findInvariant, judgeInvariant } from "./judge-invariants.ts";
import { listGuarantees } from "./list-guarantees.ts";
import { type Specification, specifyStep } from "./report-attempt.ts";
import { nameHook, type RunRecord, type TestCaseRecord } from "./run-record.ts";
import type { Guarantee, Judgement, ReasonKind, SpecifiedStep } from "./truth-report.ts";

/** Everything one run knows about a case. */
export interface CaseRecord {
  readonly run: RunRecord;
  /** What it is to do; absent when the runner made no pickle of it. */
  readonly specification: Specification | undefined;
  /** Absent when the run did not select it. */
  readonly testCase: TestCaseRecord | undefined;
}

/**
 * The behaviour first, then one guarantee for each gate tag and for `@invariant`; `tags` are the case's, read. What no
 * tag says is listed where it was refuted: that journeys hardly ever fail.
 */
export function judgeCase(
  scenario: Scenario,
  one: Case,
  tags: TagReading,
  record: CaseRecord,
): readonly Guarantee[] {
  const behaviour = judgeBehaviour(record, tags);
  const measured = findGates(record.testCase && lastAttempt(record.testCase))?.gates;
  const invariant = findInvariant(record.testCase && lastAttempt(record.testCase))?.invariant;
  const unmeasured = inheritReason(behaviour) ?? leaveUnmeasured(behaviour);
  const listed = listGuarantees(scenario, one, tags).map((guarantee): Guarantee => {
    if (guarantee.kind === "behaviour") return { ...guarantee, ...behaviour };
    if (guarantee.kind === "invariant" && invariant !== undefined) {
      return { ...guarantee, ...judgeInvariant(invariant) };
    }
    const found = measured && guarantee.kind === "gate" && judgeGate(guarantee, measured);
    return found || { ...guarantee, ...unmeasured };
  });
  return measured === undefined ? listed : [...listed, ...listImplied(one.id, measured)];
}

function leaveUnmeasured({ verdict }: Judgement): Judgement {
  const why = verdict === "refuted" ? ": the scenario failed" : "";
  return leaveOpen("not-measured", `it was not measured${why}`);
}

const reasonsForAll: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  "not-selected",
  "planned",
  "not-run",
  "interrupted",
  "empty",
]);

/** Why nothing at all can be said of the case; undefined when it ran. */
function inheritReason(behaviour: Judgement): Judgement | undefined {
  const { reason } = behaviour;
  return reason !== undefined && reasonsForAll.has(reason.kind) ? behaviour : undefined;
}

function judgeBehaviour(record: CaseRecord, tags: TagReading): Judgement {
  const judgement = judgeRun(record);
  // A planned scenario that ran and held is built; one that could not run is what its tag says.
  if (tags.planned && judgement.verdict === "unproven") {
    return leaveOpen("planned", "it is planned and not built yet");
  }
  return judgement;
}

function judgeRun({ run, specification, testCase }: CaseRecord): Judgement {
  if (testCase === undefined) return judgeUnselected(run, specification);
  const last = lastAttempt(testCase);
  if (last === undefined) return judgeStopped(run, "before it");
  if (last.finishedAtMs === undefined) return judgeStopped(run, "while it ran");
  if (last.willBeRetried) return judgeStopped(run, "before it was tried again");
  if (allPassed(last)) return { verdict: "proven" };
  return judgeSteps(listRanSteps(last, run, specification));
}

/** The common case, without a list of its steps. */
function allPassed({ planned, outcomes }: AttemptRecord): boolean {
  return (
    planned.some(({ pickleStepId }) => pickleStepId !== undefined) &&
    planned.every((_, index) => outcomes[index]?.status === "passed")
  );
}

/** The try that counts: retries come after what they retry. */
export function lastAttempt({ attempts }: TestCaseRecord): AttemptRecord | undefined {
  return attempts.reduce<AttemptRecord | undefined>(
    (last, one) => (last === undefined || one.attempt >= last.attempt ? one : last),
    undefined,
  );
}

function judgeUnselected(run: RunRecord, specification: Specification | undefined): Judgement {
  const nothingPlanned = run.testCasesByPickle.size === 0 && run.problems.length > 0;
  if (run.startedAtMs === undefined || nothingPlanned) return judgeStopped(run, "before it");
  if (specification === undefined) return leaveOpen("empty", "there is nothing in it to run");
  // cucumber-js plans every case before it runs the first; other runners plan each when its turn comes.
  const plansAhead = run.meta?.implementation.name === "cucumber-js";
  const stopped = run.finishedAtMs === undefined;
  if (stopped && (!plansAhead || run.testCasesByPickle.size === 0)) {
    return judgeStopped(run, "before it");
  }
  return leaveOpen("not-selected", "the run did not select it");
}

function judgeStopped({ problems, finishedAtMs }: RunRecord, when: string): Judgement {
  const cause = problems.find(({ kind }) => kind !== "unreadable");
  if (cause?.kind === "parse-error") {
    return leaveOpen("not-run", "nothing was run: a feature file has a syntax error");
  }
  if (cause !== undefined) return leaveOpen("not-run", `the run ended ${when}: ${cause.text}`);
  if (finishedAtMs !== undefined) return leaveOpen("not-run", `the run ended ${when}`);
  return leaveOpen("interrupted", `the run stopped ${when}`);
}

function listRanSteps(
  attempt: AttemptRecord,
  run: RunRecord,
  specification: Specification | undefined,
): readonly RanStep[] {
  let pickleSteps = 0;
  return attempt.planned.map(({ pickleStepId, hookId }, index) => {
    const isHook = pickleStepId === undefined;
    const name = isHook
      ? nameHook(run.hooks.get(hookId ?? ""))
      : nameStep(specifyStep(specification, pickleStepId, pickleSteps++));
    const outcome = attempt.outcomes[index] ?? { status: "not-finished", durationMs: 0 };
    return { ...outcome, name, isHook };
  });
}

function nameStep({ keyword, text }: SpecifiedStep): string {
  return `"${`${keyword} ${text}`.trim()}"`;
}
