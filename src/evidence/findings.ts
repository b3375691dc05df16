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
  return report.stories.flatMap((story) =>
    listScenarios(story).flatMap((scenario) =>
      scenario.cases.flatMap((one) =>
        one.guarantees
          .filter((guarantee) => guarantee.verdict === verdict)
          .map((guarantee) => ({ guarantee, one, scenario, story })),
      ),
    ),
  );
}

export function listScenarios(story: StoryReport): readonly ScenarioReport[] {
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
