// The guarantees of a report one after the other, each with where it stands: what lists and searches are made of.
import type {
  AttemptReport,
  CaseReport,
  Guarantee,
  ScenarioReport,
  StepReport,
  StoryReport,
  TruthReport,
  Verdict,
} from "./truth-report.ts";

export interface Finding {
  readonly guarantee: Guarantee;
  readonly one: CaseReport;
  readonly scenario: ScenarioReport;
  readonly story: StoryReport;
}

export function listFindings(report: TruthReport, verdict: Verdict): readonly Finding[] {
  return listCases(report, (scenario) => scenario.counts[verdict] > 0).flatMap((found) =>
    found.one.guarantees
      .filter((guarantee) => guarantee.verdict === verdict)
      .map((guarantee) => ({ ...found, guarantee })),
  );
}

/** The behaviours that held only when they were tried again: proven, and still worth a look. */
export function listFlaky(report: TruthReport): readonly Finding[] {
  return listCases(report, (scenario) => scenario.cases.some((one) => one.flaky)).flatMap((found) =>
    found.one.guarantees
      .filter(({ kind }) => found.one.flaky && kind === "behaviour")
      .map((guarantee) => ({ ...found, guarantee })),
  );
}

/** The cases of the scenarios that matter, so that thousands of proven ones cost nothing. */
function listCases(
  report: TruthReport,
  matters: (scenario: ScenarioReport) => boolean,
): readonly Omit<Finding, "guarantee">[] {
  return report.stories.flatMap((story) =>
    listScenarios(story)
      .filter(matters)
      .flatMap((scenario) => scenario.cases.map((one) => ({ one, scenario, story }))),
  );
}

function listScenarios(story: StoryReport): readonly ScenarioReport[] {
  return [...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)];
}

/** The try that counts. */
export function lastAttemptOf(one: CaseReport): AttemptReport | undefined {
  return one.attempts.at(-1);
}

/** The step or hook that decided the case; undefined when all passed or none ran. */
export function decidingStep(one: CaseReport): StepReport | undefined {
  const steps = lastAttemptOf(one)?.steps ?? [];
  return (
    steps.find((step) => step.status === "failed") ??
    steps.find((step) => step.status !== "passed" && step.status !== "skipped")
  );
}
