// Waivers laid on findings: what they excuse stays in sight, and what is wrong with them is told.
import { closest } from "fastest-levenshtein";
import type { WaiverOptions } from "../config/policy-options.ts";
import type { Story } from "../story/story.ts";
import type { PolicyFinding, PolicyHome, WaiverScope } from "./policy-finding.ts";
import { endSentence, many, openSentence } from "./words.ts";

export type WaiverState =
  | "used"
  | "unused"
  | "expired"
  /** Its story, scenario or tag is not there. */
  | "unknown"
  /** What it is about was not looked at this time. */
  | "not-judged";

export interface JudgedWaiver extends WaiverOptions {
  readonly state: WaiverState;
  /** How many findings it excused. */
  readonly excused: number;
}

export interface WaiverContext {
  /** As `2026-11-21`, in UTC. */
  readonly today: string;
  readonly stories: readonly Story[];
  readonly scenariosOf: (story: Story) => readonly { readonly id: string }[];
  /** Whether all stories of the project were read. */
  readonly isWhole: boolean;
  /** Whether the rule was judged this time. */
  readonly isJudged: (id: string) => boolean;
  readonly home: PolicyHome;
}

export interface Waived {
  readonly findings: readonly PolicyFinding[];
  readonly waivers: readonly JudgedWaiver[];
}

/** The findings, those that are excused as notes, and what is to be said about the waivers. */
export function applyWaivers(
  findings: readonly PolicyFinding[],
  waivers: readonly WaiverOptions[],
  context: WaiverContext,
): Waived {
  const valid = waivers.filter((waiver) => !isExpired(waiver, context.today));
  const excused = new Map<WaiverOptions, number>();
  const left = findings.map((finding) => {
    const found = findWaivers(finding, valid);
    for (const one of new Set(found)) {
      if (one !== undefined) excused.set(one, (excused.get(one) ?? 0) + 1);
    }
    const [waiver] = found;
    return waiver === undefined || found.includes(undefined) ? finding : excuse(finding, waiver);
  });
  const judged = waivers.map((waiver): JudgedWaiver => {
    const count = excused.get(waiver) ?? 0;
    return { ...waiver, state: stateOf(waiver, count, context), excused: count };
  });
  const places = judged.map((waiver) => placeOf(waiver, context));
  const told = judged.flatMap((waiver, index) => {
    const place = places[index] ?? context.home();
    const isAlone = places.filter(({ line }) => line === place.line).length === 1;
    const name = isAlone ? "the waiver" : `waivers[${index}], the waiver`;
    return explainWaiver(waiver, { ...context, place, name });
  });
  return { findings: [...left, ...told], waivers: judged };
}

/** The day itself is still covered. */
function isExpired({ until }: WaiverOptions, today: string): boolean {
  return until < today;
}

function ruleOf({ rule }: WaiverOptions): string {
  return rule.replace(/^policy\//, "");
}

/** By which it is excused: where several scenarios ask for the same, for each of them. */
function findWaivers(
  finding: PolicyFinding,
  valid: readonly WaiverOptions[],
): readonly (WaiverOptions | undefined)[] {
  const { asking, ...scope } = finding.scope ?? {};
  if (asking === undefined) return [valid.find((one) => excuses(one, finding))];
  return asking.map((scenario) =>
    valid.find((one) => excuses(one, { ...finding, scope: { ...scope, scenario } })),
  );
}

function excuses(waiver: WaiverOptions, { rule, scope }: PolicyFinding): boolean {
  if (scope === undefined || rule !== `policy/${ruleOf(waiver)}`) return false;
  const keys = ["story", "scenario", "tag"] as const;
  return keys.every((key) => waiver[key] === undefined || waiver[key] === scope[key]);
}

function excuse(finding: PolicyFinding, { until, who, why }: WaiverOptions): PolicyFinding {
  const message = `waived until ${until} by ${who}: ${endSentence(openSentence(why))} ${finding.message}`;
  return { ...finding, severity: "note", message };
}

function stateOf(waiver: WaiverOptions, excused: number, context: WaiverContext): WaiverState {
  if (isExpired(waiver, context.today)) return "expired";
  if (excused > 0) return "used";
  if (!context.isJudged(ruleOf(waiver))) return "not-judged";
  const lookup = findMissing(waiver, context);
  if (lookup !== undefined) return context.isWhole ? "unknown" : "not-judged";
  return "unused";
}

interface Missing {
  readonly key: Exclude<keyof WaiverScope, "asking">;
  readonly name: string;
  readonly known: readonly string[];
}

function findMissing(
  { story, scenario, tag }: WaiverOptions,
  { stories, scenariosOf }: WaiverContext,
): Missing | undefined {
  if (tag !== undefined) {
    const known = listTagNames(stories, scenariosOf);
    return known.includes(tag) ? undefined : { key: "tag", name: tag, known };
  }
  if (story === undefined) return undefined;
  const meant = stories.find(({ id }) => id === story);
  if (meant === undefined) return { key: "story", name: story, known: stories.map(({ id }) => id) };
  if (scenario === undefined) return undefined;
  const known = scenariosOf(meant).map(({ id }) => id);
  return known.includes(scenario) ? undefined : { key: "scenario", name: scenario, known };
}

function listTagNames(
  stories: readonly Story[],
  scenariosOf: WaiverContext["scenariosOf"],
): readonly string[] {
  const tags = stories.flatMap((story) => [
    ...story.tags,
    ...scenariosOf(story).flatMap((one) => (one as { tags?: Story["tags"] }).tags ?? []),
  ]);
  return [...new Set(tags.map(({ name }) => name))];
}

/** What it is about first, for several may have the same rule. */
function placeOf(waiver: JudgedWaiver, { home }: WaiverContext): ReturnType<PolicyHome> {
  const { state, who, until } = waiver;
  const named = [waiver.scenario, waiver.story, waiver.tag].flatMap((name) => name ?? []);
  const rest = [who, waiver.rule];
  return home(...(state === "expired" ? [until, ...named] : [...named, until]), ...rest);
}

interface PlacedContext extends WaiverContext {
  readonly place: ReturnType<PolicyHome>;
  /** With its number where several stand on one line. */
  readonly name: string;
}

function explainWaiver(waiver: JudgedWaiver, context: PlacedContext): readonly PolicyFinding[] {
  const { state, who, until, why } = waiver;
  const { place, name: called } = context;
  const what = `${called} of ${ruleOf(waiver)}${describeScope(waiver)}`;
  if (state === "expired") {
    const message = `${what} by ${who} ended on ${until}: ${endSentence(openSentence(why))}`;
    const wayOut = "Keep the rule and remove the waiver, or agree on a new day.";
    return [{ rule: "waiver/expired", severity: "error", ...place, message, wayOut }];
  }
  if (state === "unused") {
    const message = `${what} excuses nothing: the rule is kept there.`;
    return [
      { rule: "waiver/unused", severity: "warning", ...place, message, wayOut: "Remove it." },
    ];
  }
  if (state !== "unknown") return [];
  const missing = findMissing(waiver, context);
  if (missing === undefined) return [];
  const { key, name, known } = missing;
  const message = `${what}: there is no ${key} ${JSON.stringify(name)} among ${many(known.length, key, key === "story" ? "stories" : `${key}s`)}.`;
  const nearest =
    known.length === 0 ? "" : `Did you mean ${JSON.stringify(closest(name, [...known]))}? `;
  const wayOut = `${nearest}\`storyproof stories\` lists the ids.`;
  return [{ rule: "waiver/unknown", severity: "error", ...place, message, wayOut }];
}

function describeScope({ story, scenario, tag }: WaiverOptions): string {
  const about = scenario ?? story ?? tag;
  return about === undefined ? "" : ` for ${about}`;
}
