// A story as the report shows it: every scenario with its cases, judged, counted from the bottom up.
import type * as messages from "@cucumber/messages";
import type { Case, Rule, Scenario, Step, Story, Tag } from "../story/story.ts";
import { readTags, type TagReading } from "../tags/read-tags.ts";
import type { AttemptRecord, StepOutcome } from "./attempt-record.ts";
import type { Evidence } from "./evidence.ts";
import { addCounts, countGuarantees, judgeCounts, judgeGuarantees, tellsOfGates } from "./judge.ts";
import { judgeCase } from "./judge-case.ts";
import { findGates } from "./judge-gates.ts";
import { findInvariant } from "./judge-invariants.ts";
import { reportAttempt, type Specification, specifySteps } from "./report-attempt.ts";
import type { RunRecord, TestCaseRecord } from "./run-record.ts";
import type {
  CaseReport,
  Counts,
  Guarantee,
  RuleReport,
  ScenarioReport,
  SpecifiedStep,
  StoryReport,
} from "./truth-report.ts";

/** What the run that counts knows of one case. */
export interface CaseResult {
  readonly run: RunRecord;
  readonly pickle: messages.Pickle | undefined;
  readonly testCase: TestCaseRecord | undefined;
  /** The scenario as that run read it: gherkin's ids differ from run to run. */
  readonly scenario: Scenario;
}

/** Finds what is known of a case of this story. */
export type FindResult = (scenario: Scenario, one: Case) => CaseResult;

export function reportStory(story: Story, find: FindResult): StoryReport {
  const scenarios = story.scenarios.map((scenario) => reportScenario(scenario, find));
  const rules = story.rules.map((rule) => reportRule(rule, find));
  const counts = addCounts([...scenarios, ...rules].map((part) => part.counts));
  return {
    id: story.id,
    uri: story.uri,
    language: story.language,
    keyword: story.keyword,
    title: story.title,
    description: story.description,
    ...(story.intent === undefined ? {} : { intent: story.intent }),
    line: story.line,
    tags: listNames(story.tags),
    links: readTags(story.tags).links,
    contentHash: story.contentHash,
    ...judgeCounts(counts),
    counts,
    scenarios,
    rules,
  };
}

function reportRule(rule: Rule, find: FindResult): RuleReport {
  const scenarios = rule.scenarios.map((scenario) => reportScenario(scenario, find));
  const counts = addCounts(scenarios.map((scenario) => scenario.counts));
  const { id, keyword, title, description, line } = rule;
  return {
    id,
    keyword,
    title,
    description,
    line,
    tags: listNames(rule.tags),
    ...judgeCounts(counts),
    counts,
    scenarios,
  };
}

function reportScenario(scenario: Scenario, find: FindResult): ScenarioReport {
  const own: ReadTags = { names: listNames(scenario.tags), reading: readTags(scenario.tags) };
  const cases = scenario.cases.map((one) => {
    // Only examples bring further tags.
    const isSame = one.tags === scenario.tags;
    const tags = isSame ? own : { names: listNames(one.tags), reading: readTags(one.tags) };
    return reportCase(scenario, one, tags, find(scenario, one));
  });
  const counts: Counts = countGuarantees(cases.flatMap((one) => one.guarantees));
  const { id, keyword, title, description, line, contentHash } = scenario;
  return {
    id,
    keyword,
    title,
    description,
    line,
    tags: own.names,
    links: own.reading.links,
    contentHash,
    ...judgeCounts(counts),
    counts,
    cases,
  };
}

interface ReadTags {
  readonly names: readonly string[];
  readonly reading: TagReading;
}

function reportCase(
  scenario: Scenario,
  one: Case,
  { names, reading }: ReadTags,
  result: CaseResult,
): CaseReport {
  const { run, pickle, testCase } = result;
  const specification =
    pickle === undefined ? undefined : { pickle, written: result.scenario.steps };
  const guarantees = judgeCase(scenario, one, reading, { run, testCase, specification });
  const attempts = testCase === undefined ? [] : sortAttempts(testCase.attempts);
  const gates = findGates(attempts.at(-1));
  const invariant = findInvariant(attempts.at(-1));
  return {
    id: one.id,
    title: pickle?.name ?? scenario.title,
    line: one.line,
    ...(one.values === undefined ? {} : { values: one.values }),
    tags: names,
    ...(reading.tier === undefined ? {} : { tier: reading.tier }),
    contentHash: one.contentHash,
    ...judgeGuarantees(guarantees),
    flaky: isFlaky(guarantees, attempts),
    guarantees,
    ...(gates === undefined ? {} : { measured: gates.gates }),
    ...(invariant === undefined ? {} : { invariant: invariant.invariant }),
    attempts: attempts.map((attempt) =>
      reportAttempt(withoutEvidence(attempt, [gates, invariant]), specification, run),
    ),
    ...(attempts.length > 0 ? {} : { specified: listSpecified(scenario, specification) }),
  };
}

function sortAttempts(attempts: readonly AttemptRecord[]): readonly AttemptRecord[] {
  return attempts.length < 2 ? attempts : attempts.toSorted((a, b) => a.attempt - b.attempt);
}

/** What stands at the case need not stand at its last try as well. */
function withoutEvidence(
  attempt: AttemptRecord,
  told: readonly (Evidence | undefined)[],
): AttemptRecord {
  if (!attempt.evidence.some((one) => told.includes(one))) return attempt;
  return { ...attempt, evidence: attempt.evidence.filter((one) => !told.includes(one)) };
}

/** The behaviour held, and not at first; or it did and its gates were kept only now. */
function isFlaky(guarantees: readonly Guarantee[], attempts: readonly AttemptRecord[]): boolean {
  const earlier = attempts.slice(0, -1);
  if (guarantees[0]?.verdict !== "proven" || earlier.length === 0) return false;
  const isKept = attempts.at(-1)?.outcomes.every((outcome) => outcome?.status !== "failed");
  return isKept === true || earlier.some(({ outcomes }) => outcomes.some(failedOtherwise));
}

function failedOtherwise(outcome: StepOutcome | undefined): boolean {
  return outcome?.status === "failed" && !tellsOfGates(outcome);
}

function listSpecified(
  scenario: Scenario,
  specification: Specification | undefined,
): readonly SpecifiedStep[] {
  return specification === undefined
    ? scenario.steps.map(specifyWritten)
    : specifySteps(specification);
}

function specifyWritten({ keyword, text, line, argument }: Step): SpecifiedStep {
  if (argument?.kind !== "table") {
    return { keyword, text, line, ...(argument === undefined ? {} : { argument }) };
  }
  // A report shows one argument; cucumber itself passes the table where there are two.
  return { keyword, text, line, argument: { kind: "table", rows: argument.rows } };
}

function listNames(tags: readonly Tag[]): readonly string[] {
  return tags.length === 0 ? [] : [...new Set(tags.map((tag) => tag.name))];
}
