// One rule that is data, over all that it is about.
import type { RelatedPlace, Severity } from "../lint/finding.ts";
import type { Tag } from "../story/story.ts";
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
  let matched = 0;
  for (const subject of listSubjects(rule, stories)) {
    matched += 1;
    const facts = rule.demands.flatMap((demand) => judgeDemand(demand, subject, tools));
    const breaches = facts.filter(({ isUnknown }) => isUnknown !== true);
    const unknown = facts.filter(({ isUnknown }) => isUnknown === true);
    for (const [list, severity] of [
      [breaches, rule.severity],
      [unknown, rule.unknown],
    ] as const) {
      if (list.length === 0) continue;
      const finding = describe(rule, subject, list, severity, home);
      // Two tables of examples of one scenario may lack the same.
      findings.set(
        [finding.uri, finding.line, finding.column, finding.message].join("\n"),
        finding,
      );
    }
  }
  return { findings: [...findings.values()], matched };
}

function describe(
  rule: DataRule,
  subject: Subject,
  facts: readonly Fact[],
  severity: Severity,
  home: PolicyHome,
): PolicyFinding {
  const related: readonly RelatedPlace[] = facts.flatMap((fact) => fact.related ?? []);
  const { story, scenario, tag } = subject;
  return {
    rule: `policy/${rule.id}`,
    severity,
    ...placeOf(rule, subject, facts, home),
    ...(subject.id === undefined ? {} : { subject: subject.id }),
    message: endSentence(
      `${openSentence(rule.reason)}: ${facts.map(({ text }) => text).join("; ")}`,
    ),
    wayOut: [...new Set(facts.map(({ wayOut }) => wayOut))].join(" "),
    ...(related.length === 0 ? {} : { related }),
    scope: {
      ...(story === undefined || tag !== undefined ? {} : { story: story.id }),
      ...(scenario === undefined ? {} : { scenario }),
      ...(tag === undefined ? {} : { tag }),
    },
  };
}

/** The tag at fault, or the one by which the rule came here, or the thing's own line. */
function placeOf(rule: DataRule, subject: Subject, facts: readonly Fact[], home: PolicyHome) {
  const { story, line, title } = subject;
  if (story === undefined) return home(rule.id);
  const atFault = facts.length === 1 ? facts[0]?.tag : undefined;
  const tag = atFault ?? subject.tags.findLast((one) => isAskedFor(rule, one));
  if (tag !== undefined) {
    return { uri: story.uri, line: tag.line, column: tag.column, length: tag.name.length };
  }
  return { uri: story.uri, line, ...(title === "" ? {} : { words: title }) };
}

function isAskedFor({ where, tag }: DataRule, one: Tag): boolean {
  if (tag?.matches(one) === true) return true;
  if (where === undefined) return false;
  const key = one.name.slice(0, one.name.indexOf(":") + 1);
  return [one.name, ...(key === "" ? [] : [key, `${key}*`])].some((name) =>
    where.literals.has(name),
  );
}
