// Whether a subject keeps one demand of a rule.

import type { Scenario, Tag } from "../story/story.ts";
import type { GateTag } from "../tags/read-tags.ts";
import { exampleOf } from "../tags/tag-example.ts";
import { type Fact, listPlaces } from "./fact.ts";
import { judgeTime } from "./judge-time.ts";
import type { ReadKinds } from "./kinds.ts";
import type { Demand, GateLimit } from "./policy.ts";
import type { Variant } from "./project-index.ts";
import type { ReadCaseTime } from "./running-time.ts";
import type { Subject } from "./subject.ts";
import type { ReadTagSet } from "./tag-reader.ts";
import { many } from "./words.ts";

export interface JudgingTools {
  /** The kinds of guarantee that a scenario is, groups of them too. */
  readonly kindsOf: ReadKinds;
  readonly tagsOf: ReadTagSet;
  readonly readTime: ReadCaseTime;
  readonly counted: Counted;
}

/** What was found for a demand among these runs: the scenarios of a story share them, and ask the same. */
export type Counted = WeakMap<readonly Variant[], Map<Demand, readonly Variant[]>>;

/** Every way in which the subject does not keep the demand. */
export function judgeDemand(
  demand: Demand,
  subject: Subject,
  tools: JudgingTools,
): readonly Fact[] {
  switch (demand.kind) {
    case "time-limit":
      return judgeTime(demand, subject.variants, tools.readTime);
    case "gate-limit":
      return judgeGateLimit(demand.limit, subject, tools);
    case "no-tag":
    case "no-gate":
    case "no-guarantee":
      return judgeForbidden(demand, subject, tools);
    default:
      return judgeRequired(demand, subject, tools);
  }
}

type Of<Kind extends Demand["kind"]> = Extract<Demand, { readonly kind: Kind }>;

function judgeRequired(
  demand: Of<"tag" | "gate" | "guarantee" | "scenarios" | "intent" | "scenario-limit">,
  subject: Subject,
  { tagsOf, kindsOf, counted }: JudgingTools,
): readonly Fact[] {
  const { name, tags, variants } = subject;
  switch (demand.kind) {
    case "tag": {
      const { pattern } = demand;
      if (tags.some(pattern.matches)) return [];
      const tag = pattern.text.endsWith(":") ? `${pattern.text}…` : pattern.text;
      return [{ text: `${name} carries no ${pattern.text}`, wayOut: `Add ${tag}.` }];
    }
    case "gate": {
      const { gate } = demand;
      // A malformed one measures nothing.
      const isMeant = ({ kind, value }: GateTag) => kind === gate && value !== undefined;
      const hasGate = (one: Variant) => tagsOf(one.tags).gates.some(isMeant);
      if (variants.some(hasGate)) return [];
      const wayOut = `Add a gate such as ${exampleOf(gate)}.`;
      return [{ text: `${name} has no ${gate} gate`, wayOut }];
    }
    case "guarantee": {
      const isOfKind = ({ scenario, story, cases }: Variant) =>
        kindsOf(scenario, story, cases).has(demand.name);
      const find = () => findScenarios(joinRuns(subject.around), demand.least, isOfKind);
      return explainCount(subject, demand.least, once(counted, subject.around, demand, find), {
        noun: `of kind ${demand.name}`,
        wayOut: "Write what is missing; `storyproof gaps` shows which kinds there are and why.",
      });
    }
    case "scenarios": {
      const { where, least } = demand;
      const isChosen = (one: Variant) => where.matches(one.names);
      const find = () => findScenarios(subject.around, least, isChosen);
      return explainCount(subject, least, once(counted, subject.around, demand, find), {
        noun: `with ${where.text}`,
        wayOut: "Write or tag what is missing.",
      });
    }
    case "intent": {
      const { role, want, benefit } = subject.story?.intent ?? {};
      const missing = Object.entries({ role, want, benefit }).filter(([, part]) => !part);
      if (missing.length === 0) return [];
      const names = missing.map(([part]) => part).join(", ");
      const wayOut = 'Write "As a …, I want …, so that …" below the feature\'s name.';
      return [{ text: `${name} has no ${names} in its intent`, wayOut }];
    }
    case "scenario-limit": {
      const count = new Set(variants.map(({ scenario }) => scenario)).size;
      if (count <= demand.most) return [];
      const text = `${name} has ${many(count, "scenario")}, and at most ${demand.most} may be`;
      return [{ text, wayOut: "Split it, or merge scenarios that say the same." }];
    }
  }
}

/** The runs of each scenario as one: what tables of examples show only side by side, such as a limit, counts too. */
function* joinRuns(variants: Iterable<Variant>): Generator<Variant, void> {
  let joined: Variant | undefined;
  for (const one of variants) {
    if (joined?.scenario === one.scenario) {
      joined = { ...joined, cases: [...joined.cases, ...one.cases] };
      continue;
    }
    if (joined !== undefined) yield joined;
    joined = one;
  }
  if (joined !== undefined) yield joined;
}

function once(
  counted: Counted,
  around: readonly Variant[],
  demand: Demand,
  find: () => readonly Variant[],
): readonly Variant[] {
  const known = counted.get(around) ?? new Map<Demand, readonly Variant[]>();
  counted.set(around, known);
  const found = known.get(demand) ?? find();
  known.set(demand, found);
  return found;
}

/** The first of each scenario that counts; no more than are needed. */
function findScenarios(
  around: Iterable<Variant>,
  least: number,
  counts: (variant: Variant) => boolean,
): readonly Variant[] {
  const found = new Map<Scenario, Variant>();
  for (const one of around) {
    if (found.has(one.scenario) || !counts(one)) continue;
    found.set(one.scenario, one);
    if (found.size >= least) break;
  }
  return [...found.values()];
}

function explainCount(
  { name, scenario, story }: Subject,
  least: number,
  found: readonly Variant[],
  { noun, wayOut }: { readonly noun: string; readonly wayOut: string },
): readonly Fact[] {
  if (found.length >= least) return [];
  const isOfStory = scenario !== undefined;
  const where = isOfStory ? quoteTitle(story?.title, "the story") : name;
  const text = `${where} has ${found.length} of ${many(least, "scenario")} ${noun}`;
  return [{ text, wayOut, related: listPlaces(found, 3), ...(isOfStory && { isOfStory }) }];
}

function quoteTitle(title = "", otherwise: string): string {
  return title === "" ? otherwise : `"${title}"`;
}

function judgeForbidden(
  demand: Of<"no-tag" | "no-gate" | "no-guarantee">,
  subject: Subject,
  { tagsOf, kindsOf }: JudgingTools,
): readonly Fact[] {
  const { name, variants } = subject;
  if (demand.kind === "no-tag") {
    const all = [...subject.tags, ...variants.flatMap(({ tags }) => tags)];
    const tag = all.find(demand.pattern.matches);
    if (tag === undefined) return [];
    return [{ text: `${name} carries ${tag.name}`, wayOut: `Remove ${tag.name}.`, tag }];
  }
  if (demand.kind === "no-gate") {
    for (const { tags } of variants) {
      const gate = tagsOf(tags).gates.find(({ kind }) => kind === demand.gate);
      if (gate === undefined) continue;
      return [
        { text: `${name} has the gate @${gate.text}`, wayOut: "Remove it.", ...at(tags, gate) },
      ];
    }
    return [];
  }
  const found = [...joinRuns(variants)].filter(({ scenario, story, cases }) =>
    kindsOf(scenario, story, cases).has(demand.name),
  );
  if (found.length === 0) return [];
  const wayOut = "Take it out; `storyproof gaps` shows why it is of that kind.";
  return [
    {
      text: `${name} ${subject.scenario === undefined ? "has a scenario" : "is"} of kind ${demand.name}`,
      wayOut,
      related: listPlaces(found, 3),
    },
  ];
}

function at(tags: readonly Tag[], gate: GateTag): { readonly tag?: Tag } {
  const tag = tags.findLast(({ name }) => name === `@${gate.text}`);
  return tag === undefined ? {} : { tag };
}

/** Each gate of the subject that states more than the limit. */
function judgeGateLimit(
  { kinds, most, text }: GateLimit,
  { variants }: Subject,
  { tagsOf }: JudgingTools,
): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const { tags, scenario } of variants) {
    for (const gate of tagsOf(tags).gates) {
      if (!kinds.includes(gate.kind) || facts.has(gate.text)) continue;
      const stated = statedBy(gate);
      if (stated === undefined || stated <= most) continue;
      facts.set(gate.text, {
        text: `@${gate.text} of "${scenario.title}" is above ${text}`,
        wayOut: `State at most ${text}.`,
        ...at(tags, gate),
      });
    }
  }
  return [...facts.values()];
}

/** What the gate states, in its kind's own unit; nothing for one that is malformed, which lint tells. */
function statedBy({ value }: GateTag): number | undefined {
  if (value === undefined) return undefined;
  if ("bound" in value) return value.bound.limit;
  return value.kind === "rpm" ? value.perMinute : undefined;
}
