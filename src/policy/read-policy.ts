// The `policy` of a configuration to rules that can be judged, or every mistake in it. Shapes were checked by the
// configuration's schema; here is what words mean.
import type { PolicyCode, PolicyRuleOptions, WaiverOptions } from "../config/policy-options.ts";
import type { ConfigProblem } from "../config/validate.ts";
import { findContradictions } from "./contradictions.ts";
import type { PolicyCheck } from "./define-policy.ts";
import { type KindNames, MistakeList } from "./mistake-list.ts";
import type { DataRule, Policy, PolicyRule } from "./policy.ts";
import { readDemands, readExpression } from "./read-demands.ts";
import { readTagPattern } from "./tag-pattern.ts";

export interface PolicyReading {
  readonly policy: Policy;
  /** None when the policy is right. */
  readonly problems: readonly ConfigProblem[];
}

/** A rule with the path that it is found under in the configuration. */
export interface PlacedRule {
  readonly path: string;
  readonly rule: PolicyRuleOptions | PolicyCode;
  /** The module that it is from, as the configuration names it. */
  readonly module?: string;
}

/**
 * @param waivers undefined where one is not to be looked at
 * @param kinds the names that kinds of guarantee have
 */
export function readPolicy(
  rules: readonly PlacedRule[],
  waivers: readonly (WaiverOptions | undefined)[] = [],
  kinds: KindNames,
): PolicyReading {
  const mistakes = new MistakeList(kinds);
  const read = rules.flatMap((placed) => readRule(placed, mistakes) ?? []);
  findDoubles(rules, mistakes);
  const ids = rules.map(({ rule }) => rule.id);
  waivers.forEach((waiver, index) => {
    if (waiver === undefined) return;
    checkWaiver(`policy.waivers[${index}]`, waiver, ids, read, mistakes);
  });
  const given = waivers.filter((waiver) => waiver !== undefined);
  return { policy: { rules: read, waivers: given }, problems: mistakes.problems };
}

function readRule(
  { path, rule, module }: PlacedRule,
  mistakes: MistakeList,
): PolicyRule | undefined {
  const { id, reason, severity = "error" } = rule;
  if ("check" in rule) {
    checkCode(path, rule, mistakes);
    const check = rule.check as PolicyCheck;
    const from = module === undefined ? {} : { module };
    return { kind: "code", id, reason, severity, check, ...from };
  }
  return readDataRule(path, rule, mistakes);
}

function readDataRule(
  path: string,
  rule: PolicyRuleOptions,
  mistakes: MistakeList,
): DataRule | undefined {
  if (rule.for === undefined) {
    const subjects = "stories, rules, scenarios, tags or project; or check, a function";
    mistakes.add(`${path}.for`, "nothing", `what the rule is about: ${subjects}`);
    return undefined;
  }
  checkShape(path, rule, mistakes);
  const where = readExpression(`${path}.where`, rule.where, mistakes);
  const having = readExpression(`${path}.having`, rule.having, mistakes);
  const demands = readDemands(path, rule, mistakes);
  findContradictions(path, demands, mistakes);
  return {
    kind: "data",
    id: rule.id,
    reason: rule.reason,
    severity: rule.severity ?? "error",
    subject: rule.for,
    ...(rule.tag === undefined ? {} : { tag: readTagPattern(rule.tag) }),
    ...(where === undefined ? {} : { where }),
    ...(having === undefined ? {} : { having }),
    planned: rule.planned ?? false,
    demands,
    unknown: rule.unknown ?? "warning",
  };
}

/** Rules of modules come past the configuration's schema, so their heads are looked at here. */
function checkCode(path: string, rule: PolicyCode, mistakes: MistakeList): void {
  const { id, reason, severity = "error" } = rule;
  if (typeof id !== "string" || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    mistakes.add(`${path}.id`, show(id), 'small letters, digits and hyphens, such as "high-risk"');
  }
  if (typeof reason !== "string" || !/\p{L}{2}/u.test(reason)) {
    mistakes.add(`${path}.reason`, show(reason), "a text with at least one word of two letters");
  }
  if (severity !== "error" && severity !== "warning") {
    mistakes.add(`${path}.severity`, show(severity), '"error" or "warning"');
  }
  const extra = Object.keys(rule).filter(
    (key) => !["id", "reason", "severity", "check"].includes(key),
  );
  for (const key of extra) {
    mistakes.add(`${path}.${key}`, "data beside check", "a rule that is code says all in check");
  }
  if (typeof rule.check === "function") return;
  mistakes.add(`${path}.check`, JSON.stringify(rule.check) ?? "nothing", "a function");
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
}

function checkShape(path: string, rule: PolicyRuleOptions, mistakes: MistakeList): void {
  if (!rule.require && !rule.forbid && !rule.limit) {
    mistakes.add(path, "a rule that demands nothing", "one of require, forbid and limit");
  }
  if (rule.for === "tags" && rule.tag === undefined) {
    mistakes.add(`${path}.tag`, "nothing", 'which tags the rule is about, such as "@incident:*"');
  }
  if (rule.for !== "tags" && rule.tag !== undefined) {
    mistakes.add(`${path}.tag`, JSON.stringify(rule.tag), 'tag only with for: "tags"; else where');
  }
  if (rule.having !== undefined && rule.for !== "stories" && rule.for !== "rules") {
    mistakes.add(
      `${path}.having`,
      JSON.stringify(rule.having),
      'having only with for: "stories" or "rules"; else where',
    );
  }
  if (rule.require?.intent === true && rule.for !== "stories") {
    mistakes.add(`${path}.require.intent`, "true", 'intent only with for: "stories"');
  }
  if (rule.unknown !== undefined && rule.limit?.runningTime === undefined) {
    mistakes.add(
      `${path}.unknown`,
      JSON.stringify(rule.unknown),
      "unknown only with limit.runningTime",
    );
  }
}

function findDoubles(rules: readonly PlacedRule[], mistakes: MistakeList): void {
  const first = new Map<string, string>();
  for (const { path, rule } of rules) {
    const before = first.get(rule.id);
    if (before === undefined) first.set(rule.id, path);
    else mistakes.add(`${path}.id`, JSON.stringify(rule.id), `another id: ${before} has this one`);
  }
}

function checkWaiver(
  path: string,
  waiver: WaiverOptions,
  ids: readonly string[],
  rules: readonly PolicyRule[],
  mistakes: MistakeList,
): void {
  const id = waiver.rule.replace(/^policy\//, "");
  if (!ids.includes(id)) {
    mistakes.addUnknown(`${path}.rule`, waiver.rule, ids, "a rule that does not exist");
  }
  if (!isDate(waiver.until)) {
    const allowed = 'a date that exists, such as "2027-03-01"';
    mistakes.add(`${path}.until`, JSON.stringify(waiver.until), allowed);
  }
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) checkScope(path, waiver, rule, mistakes);
}

/** A waiver says neither more nor less than what one finding of the rule is about. */
function checkScope(
  path: string,
  { story, scenario, tag }: WaiverOptions,
  rule: PolicyRule,
  mistakes: MistakeList,
): void {
  const subject = rule.kind === "code" ? "stories" : rule.subject;
  const named = { story, scenario, tag };
  const wanted = subject === "project" ? undefined : subject === "tags" ? "tag" : "story";
  if (wanted !== undefined && named[wanted] === undefined) {
    const what =
      wanted === "tag" ? "the tag that is excused" : "the id of the story (storyproof stories)";
    mistakes.add(`${path}.${wanted}`, "nothing", what);
  }
  const allowed = wanted === "story" ? ["story", "scenario"] : [wanted];
  for (const key of ["story", "scenario", "tag"] as const) {
    if (named[key] === undefined || allowed.includes(key)) continue;
    mistakes.add(
      `${path}.${key}`,
      JSON.stringify(named[key]),
      `no ${key}: ${rule.id} is about ${describeSubject(subject)}`,
    );
  }
}

function describeSubject(subject: string): string {
  return subject === "project" ? "the whole project" : subject;
}

/** 2026-02-30 is none. */
function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
