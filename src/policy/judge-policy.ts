// All rules over all stories, waivers included. It reads no files, and knows no clock but the day it is told.

import type { Signal } from "../gaps/signal.ts";
import type { Scenario, Story } from "../story/story.ts";
import { readTags } from "../tags/read-tags.ts";
import type { PolicyProject } from "./define-policy.ts";
import { judgeCodeRule } from "./judge-code-rule.ts";
import { judgeDataRule } from "./judge-data-rule.ts";
import type { JudgingTools } from "./judge-demand.ts";
import { makeKindReader, type ReadKinds } from "./kinds.ts";
import type { DataRule, Policy, PolicyRule } from "./policy.ts";
import type { PolicyFinding, PolicyHome } from "./policy-finding.ts";
import { type IndexedStory, indexStories } from "./project-index.ts";
import { makeCaseTimes, type SavedDurations } from "./running-time.ts";
import { makeTagReader } from "./tag-reader.ts";
import { applyWaivers, type JudgedWaiver } from "./waivers.ts";

export interface PolicyContext {
  readonly stories: readonly Story[];
  /** Whether these are all of the project; where not, rules over the whole of it are left out. */
  readonly isWhole: boolean;
  /** As `2026-11-21`, in UTC. */
  readonly today: string;
  readonly saved: SavedDurations;
  /** By which kinds of guarantee are recognised. */
  readonly signals: readonly Signal[];
  readonly home: PolicyHome;
}

export interface JudgedRule {
  readonly rule: PolicyRule;
  /** What it looked at; absent for code, and for rules that were left out. */
  readonly matched?: number;
  readonly state: "judged" | "broken" | "left-out";
}

export interface PolicyJudgement {
  readonly findings: readonly PolicyFinding[];
  readonly rules: readonly JudgedRule[];
  readonly waivers: readonly JudgedWaiver[];
  readonly planned: PlannedScenarios;
}

/** A tag takes them out of policy, so that it has to be told. */
export interface PlannedScenarios {
  /** Those with runs that rules without `planned: true` did not look at. */
  readonly notJudged: number;
  /** By how many rules. */
  readonly rules: number;
}

export function judgePolicy({ rules, waivers }: Policy, context: PolicyContext): PolicyJudgement {
  const { stories, isWhole, home } = context;
  const index = indexStories(stories);
  const tools = makeTools(rules, context);
  const project = makeProject(stories, rememberKinds(context.signals));
  const findings: PolicyFinding[] = [];
  const judged = rules.map((rule): JudgedRule => {
    if (rule.kind === "code") {
      const result = judgeCodeRule(rule, project, home);
      findings.push(...result.findings);
      return { rule, state: result.isBroken ? "broken" : "judged" };
    }
    if (!isWhole && needsWhole(rule)) return { rule, state: "left-out" };
    const result = judgeDataRule(rule, index, { tools, home });
    findings.push(...result.findings);
    if (result.matched === 0 && isWhole) findings.push(noteNothing(rule, home));
    return { rule, state: "judged", matched: result.matched };
  });
  const isJudged = (id: string) =>
    judged.some(({ rule, state }) => rule.id === id && state === "judged");
  const { scenariosOf } = project;
  const waived = applyWaivers(findings, waivers, { ...context, scenariosOf, isJudged });
  return { ...waived, rules: judged, planned: countPlanned(judged, index) };
}

function countPlanned(
  judged: readonly JudgedRule[],
  index: readonly IndexedStory[],
): PlannedScenarios {
  const rules = judged.filter(
    ({ rule, state }) => state === "judged" && rule.kind === "data" && !rule.planned,
  ).length;
  if (rules === 0) return { notJudged: 0, rules };
  const planned = index.flatMap(({ variants }) => variants.filter(({ isPlanned }) => isPlanned));
  return { notJudged: new Set(planned.map(({ scenario }) => scenario)).size, rules };
}

/** A part of the stories says nothing about all of them. */
function needsWhole({ subject }: DataRule): boolean {
  return subject === "tags" || subject === "project";
}

function noteNothing(
  { id, subject, where, having, tag }: DataRule,
  home: PolicyHome,
): PolicyFinding {
  const noun = subject === "project" ? "scenarios" : subject;
  const chosen = [
    tag === undefined ? "" : ` like ${tag.text}`,
    where === undefined ? "" : ` with ${where.text}`,
    having === undefined ? "" : ` that have ${having.text}`,
  ].join("");
  return {
    rule: `policy/${id}`,
    severity: "note",
    ...home(id),
    message: `the rule ${id} protects nothing: there are no ${noun}${chosen}.`,
    wayOut: "Mend its expression, or remove it; what is planned counts only with planned: true.",
  };
}

function makeTools(rules: readonly PolicyRule[], context: PolicyContext): JudgingTools {
  const demands = rules.flatMap((rule) => (rule.kind === "data" ? rule.demands : []));
  const kinds = demands.flatMap((demand) =>
    demand.kind === "guarantee" || demand.kind === "no-guarantee" ? [demand.name] : [],
  );
  const tagsOf = makeTagReader();
  const kindsOf = rememberKinds(context.signals, kinds);
  const readTime = makeCaseTimes(context.saved, tagsOf);
  return { kindsOf, tagsOf, readTime, counted: new WeakMap() };
}

function makeProject(stories: readonly Story[], kindsOf: ReadKinds): PolicyProject {
  return {
    stories,
    scenariosOf: (story) => [
      ...story.scenarios,
      ...story.rules.flatMap(({ scenarios }) => scenarios),
    ],
    readTags,
    kindsOf: (scenario, story) => [...kindsOf(scenario, story)],
  };
}

/** Signals are compiled when the first scenario is asked about, and each scenario as a whole is looked at once. */
function rememberKinds(signals: readonly Signal[], wanted?: readonly string[]): ReadKinds {
  const known = new WeakMap<Scenario, ReadonlySet<string>>();
  let read: ReadKinds | undefined;
  return (scenario, story, cases = scenario.cases) => {
    read ??= makeKindReader(signals, wanted);
    if (cases.length < scenario.cases.length) return read(scenario, story, cases);
    let kinds = known.get(scenario);
    if (kinds === undefined) {
      kinds = read(scenario, story);
      known.set(scenario, kinds);
    }
    return kinds;
  };
}
