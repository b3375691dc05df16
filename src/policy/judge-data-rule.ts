// One rule that is data, over all that it is about.
import type { RelatedPlace, Severity } from "../lint/finding.ts";
import type { Story, Tag } from "../story/story.ts";
import type { Fact } from "./fact.ts";
import { type JudgingTools, judgeDemand } from "./judge-demand.ts";
import type { DataRule } from "./policy.ts";
import type { PolicyFinding, PolicyHome } from "./policy-finding.ts";
import type { IndexedStory } from "./project-index.ts";
import { listSubjects, type Subject } from "./subject.ts";
import { endSentence, openSentence } from "./words.ts";

export interface RuleJudgement {
  readonly findings: readonly PolicyFinding[];
  /** How many stories, rules, scenarios or tags it looked at. */
  readonly matched: number;
}

export function judgeDataRule(
  rule: DataRule,
  stories: readonly IndexedStory[],
  { tools, home }: { readonly tools: JudgingTools; readonly home: PolicyHome },
): RuleJudgement {
  const findings = new Map<string, PolicyFinding>();
  const lacks = new Map<Story, StoryLack>();
  let matched = 0;
  for (const subject of listSubjects(rule, stories)) {
    matched += 1;
    const all = rule.demands.flatMap((demand) => judgeDemand(demand, subject, tools));
    const ofStory = all.filter((fact) => fact.isOfStory === true);
    if (ofStory.length > 0) noteLack(lacks, subject, ofStory);
    const facts = all.filter((fact) => fact.isOfStory !== true);
    const breaches = facts.filter(({ isUnknown }) => isUnknown !== true);
    const unknown = facts.filter(({ isUnknown }) => isUnknown === true);
    for (const [list, severity] of [
      [breaches, rule.severity],
      [unknown, rule.unknown],
    ] as const) {
      if (list.length === 0) continue;
      const finding = describe(rule, subject, list, severity, home);
      // Two tables of examples of one scenario may lack the same; two scenarios of one name are two.
      const { uri, line, column, subject: id, message } = finding;
      findings.set([uri, line, column, id, message].join("\n"), finding);
    }
  }
  const ofStories = [...lacks].map(([story, lack]) => describeLack(rule, story, lack));
  return { findings: [...findings.values(), ...ofStories], matched };
}

/** What a story lacks, with the scenarios that ask for it. */
interface StoryLack {
  readonly facts: readonly Fact[];
  /** Each once, by their ids. */
  readonly asking: Map<string, RelatedPlace>;
}

/** Every scenario of a story that asks lacks the same: it is told once. */
function noteLack(
  lacks: Map<Story, StoryLack>,
  { story, scenario, line, title }: Subject,
  facts: readonly Fact[],
): void {
  if (story === undefined || scenario === undefined) return;
  const lack = lacks.get(story) ?? { facts, asking: new Map() };
  lacks.set(story, lack);
  lack.asking.set(scenario, { uri: story.uri, line, message: `asks for it: ${title}` });
}

/** Nobody reads more. */
const mostAsking = 5;

function describeLack(rule: DataRule, story: Story, { facts, asking }: StoryLack): PolicyFinding {
  const { id, uri, line, title } = story;
  const askers = [...asking.values()];
  const first = askers[0]?.message.replace("asks for it: ", "") ?? "";
  const who =
    askers.length === 1 ? `"${first}" asks for it` : `${askers.length} scenarios ask for it`;
  const related = [...askers.slice(0, mostAsking), ...facts.flatMap((fact) => fact.related ?? [])];
  return {
    rule: `policy/${rule.id}`,
    severity: rule.severity,
    uri,
    line,
    ...(title === "" ? {} : { words: title }),
    subject: id,
    message: endSentence(
      `${openSentence(rule.reason)}: ${facts.map(({ text }) => text).join("; ")}; ${who}`,
    ),
    wayOut: listWaysOut(facts),
    related,
    scope: { story: id, asking: [...asking.keys()] },
  };
}

function listWaysOut(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ wayOut }) => wayOut))].join(" ");
}

function describe(
  rule: DataRule,
  subject: Subject,
  facts: readonly Fact[],
  severity: Severity,
  home: PolicyHome,
): PolicyFinding {
  const related: readonly RelatedPlace[] = facts.flatMap((fact) => [
    ...(fact.related ?? []),
    ...listInherited(rule, subject, fact),
  ]);
  const { story, scenario, tag } = subject;
  return {
    rule: `policy/${rule.id}`,
    severity,
    ...placeOf(rule, subject, facts, home),
    ...(subject.id === undefined ? {} : { subject: subject.id }),
    message: endSentence(
      `${openSentence(rule.reason)}: ${facts.map(({ text }) => text).join("; ")}`,
    ),
    wayOut: listWaysOut(facts),
    ...(related.length === 0 ? {} : { related }),
    scope: {
      ...(story === undefined || tag !== undefined ? {} : { story: story.id }),
      ...(scenario === undefined ? {} : { scenario }),
      ...(tag === undefined ? {} : { tag }),
    },
  };
}

/** The tag at fault, or the one of its own by which the rule came here, or the thing's own line. */
function placeOf(rule: DataRule, subject: Subject, facts: readonly Fact[], home: PolicyHome) {
  const { story, line, title } = subject;
  if (story === undefined) return home(rule.id);
  const atFault = facts.length === 1 ? facts[0]?.tag : undefined;
  const tag = choosePointed(rule, subject, atFault);
  if (tag !== undefined) {
    return { uri: story.uri, line: tag.line, column: tag.column, length: tag.name.length };
  }
  return { uri: story.uri, line, ...(title === "" ? {} : { words: title }) };
}

/** The tag at fault where it stands above many scenarios. */
function listInherited(rule: DataRule, { story }: Subject, { tag }: Fact): readonly RelatedPlace[] {
  if (rule.subject !== "scenarios" || story === undefined || tag === undefined) return [];
  return isOwn(rule, tag) ? [] : [{ uri: story.uri, line: tag.line, message: tag.name }];
}

/** Of a scenario only what it carries itself: its own line says which one is meant. */
function choosePointed(rule: DataRule, { tags }: Subject, atFault: Tag | undefined) {
  if (rule.subject === "scenarios") {
    if (atFault !== undefined && isOwn(rule, atFault)) return atFault;
    return tags.findLast((one) => one.level === "examples" && isAskedFor(rule, one));
  }
  return atFault ?? tags.findLast((one) => isOwn(rule, one) && isAskedFor(rule, one));
}

/** An inherited tag stands above many things, and tells nobody which of them is meant. */
function isOwn({ subject }: DataRule, { level }: Tag): boolean {
  if (subject === "scenarios") return level === "scenario" || level === "examples";
  return subject !== "rules" || level === "rule";
}

function isAskedFor({ where, tag }: DataRule, one: Tag): boolean {
  if (tag?.matches(one) === true) return true;
  if (where === undefined) return false;
  const key = one.name.slice(0, one.name.indexOf(":") + 1);
  return [one.name, ...(key === "" ? [] : [key, `${key}*`])].some((name) =>
    where.literals.has(name),
  );
}
