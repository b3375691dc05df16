// Which rules run and how much their findings weigh: their own word, changed by configuration and command line.
import { closest, distance } from "fastest-levenshtein";
import type { Severity } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** A rule that runs, with what its findings weigh. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

export type RuleSetting = Severity | "off";

/** By rule, or by group as `language/*`; the rule's own setting wins over its group's. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** The rules that are not off. Names that no rule has count for nothing: ask findUnknownRules. */
export function chooseRules(
  rules: readonly Rule[],
  settings: RuleSettings,
  only: readonly string[] = [],
): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    if (only.length > 0 && !only.some((name) => namesRule(name, rule.id))) return [];
    if (rule.fixed !== undefined) return [{ rule, severity: rule.severity }];
    const wanted = settings[rule.id] ?? settings[`${groupOf(rule.id)}/*`] ?? rule.severity;
    // Asked for by name, a rule runs though it is off.
    const severity = wanted === "off" && only.includes(rule.id) ? rule.severity : wanted;
    return severity === "off" ? [] : [{ rule, severity }];
  });
}

/** Whether a name, such as `language/*` or `language/vague-words`, means this rule. */
export function namesRule(name: string, id: string): boolean {
  return name === id || name === `${groupOf(id)}/*`;
}

export interface UnknownRule {
  readonly name: string;
  /** The known name that is most like it. */
  readonly nearest: string;
}

/** Those of the names that no rule and no group has. */
export function findUnknownRules(
  names: Iterable<string>,
  rules: readonly Pick<Rule, "id">[],
): readonly UnknownRule[] {
  const known = [...new Set(rules.flatMap(({ id }) => [id, `${groupOf(id)}/*`]))];
  const unknown = [...names].filter((name) => !known.includes(name));
  return unknown.map((name) => ({ name, nearest: findNearest(name, known) }));
}

/** Who knows the name often forgets the group, or takes another one for it. */
function findNearest(name: string, known: readonly string[]): string {
  const groups = known.filter((one) => one.endsWith("/*"));
  const asGroup = groups.find((one) => one === `${name.replace(/\W*$/, "")}/*`);
  const behind = nameOf(name);
  const ids = known.filter((one) => !groups.includes(one));
  const best = closest(behind, ids.map(nameOf));
  const isNear = best !== "" && distance(behind, best) * 3 <= behind.length;
  const namesake = ids.find((one) => isNear && nameOf(one) === best);
  const inGroup = ids.find((one) => one === `${groupOf(name)}/${best}`);
  return asGroup ?? inGroup ?? namesake ?? closest(name, known);
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}
