// From a target to the one element on the page that it means. Asks for the likeliest first, since every
// question is a round trip; the closest match of the best way wins. It does not wait.
import type { Locator } from "@playwright/test";
import type { Target } from "../../journey/target.ts";
import { type Kind, kinds } from "./kinds.ts";
import { closenesses, matchName } from "./names.ts";
import { type Reading, type Readings, readElements } from "./reading.ts";
import type { Stage } from "./stage.ts";
import { type Scope, unite, type Way } from "./ways.ts";

export interface Found {
  readonly kind: "found";
  /** Exactly the one element. */
  readonly locator: Locator;
  readonly reading: Reading;
}

export type Missed =
  /** Nothing, or fewer than the ordinal asks for. `target` may be the region that was to hold it. */
  | {
      readonly kind: "none";
      readonly target: Target;
      readonly scope: Locator | undefined;
      readonly count: number;
    }
  /** Several, and the target does not say which. */
  | {
      readonly kind: "several";
      readonly target: Target;
      readonly locator: Locator;
      readonly count: number;
    };

export interface LookOptions {
  /** How the target is found, where that is not by its own kind. */
  readonly as?: Kind;
  /** An attribute to read with it. */
  readonly attribute?: string;
}

/** The one element that the target means just now. */
export async function findOne(
  stage: Stage,
  target: Target,
  options: LookOptions = {},
): Promise<Found | Missed> {
  const matches = await findAll(stage, target, options);
  if (matches.kind !== "matches") return matches;
  const { scope, locator } = matches;
  const { count, one } = matches.readings;
  if (one === undefined) return { kind: "none", target, scope, count };
  if (target.nth !== undefined) {
    return { kind: "found", locator: nthOf(locator, target.nth), reading: one };
  }
  return count === 1
    ? { kind: "found", locator, reading: one }
    : await findInnermost(target, matches, options);
}

interface Matches {
  readonly kind: "matches";
  readonly locator: Locator;
  readonly readings: Readings;
  readonly scope: Locator | undefined;
  /** The same search over the whole page. */
  readonly onPage: Locator;
}

/** How many the target means just now, ordinals aside; a region that is not there counts as missed. */
export async function countMatches(stage: Stage, target: Target): Promise<number | Missed> {
  const matches = await findAll(stage, target, {});
  return matches.kind === "matches" ? matches.readings.count : matches;
}

export interface AnyMatch {
  readonly kind: "any";
  readonly locator: Locator;
  readonly count: number;
  readonly scope: Locator | undefined;
}

/** How many match at all, by any way and however loosely; a region must be there in any case. */
export async function findAny(stage: Stage, target: Target): Promise<AnyMatch | Missed> {
  const scope = await findScope(stage, target);
  if (scope !== undefined && scope.kind !== "found") return scope;
  const searcher = createSearcher(stage, target, kinds[target.kind], scope?.locator);
  const locator = searcher.anything();
  return { kind: "any", locator, count: await locator.count(), scope: scope?.locator };
}

async function findAll(
  stage: Stage,
  target: Target,
  { as = kinds[target.kind], attribute }: LookOptions,
): Promise<Matches | Missed> {
  const scope = await findScope(stage, target);
  if (scope !== undefined && scope.kind !== "found") return scope;
  const searcher = createSearcher(stage, target, as, scope?.locator);
  const overall = createSearcher(stage, target, as, undefined);
  const { nth = 1 } = target;
  const request = { index: nth < 0 ? nth : nth - 1, attribute };
  for await (const candidate of searcher.candidates()) {
    const readings: Readings = await candidate.locator.evaluateAll(readElements, request);
    if (readings.count === 0) continue;
    const onPage = overall.like(candidate);
    return { kind: "matches", locator: candidate.locator, readings, scope: scope?.locator, onPage };
  }
  return { kind: "none", target, scope: scope?.locator, count: 0 };
}

/** The element that the target must stand in; undefined when that is the page. */
async function findScope(stage: Stage, target: Target): Promise<Found | Missed | undefined> {
  return target.within && (await findOne(stage, target.within));
}

/** Of matches inside each other (an item in an item, a link in an option) the innermost is meant. */
async function findInnermost(
  target: Target,
  { locator, onPage, readings }: Matches,
  { attribute }: LookOptions,
): Promise<Found | Missed> {
  const innermost = locator.filter({ hasNot: onPage });
  const inner: Readings = await innermost.evaluateAll(readElements, { index: 0, attribute });
  if (inner.count === 1 && inner.one !== undefined) {
    return { kind: "found", locator: innermost, reading: inner.one };
  }
  return { kind: "several", target, locator, count: readings.count };
}

function nthOf(locator: Locator, nth: number): Locator {
  return nth < 0 ? locator.last() : locator.nth(nth - 1);
}

interface Candidate {
  readonly locator: Locator;
  /** Where its way and closeness stand in their lists. */
  readonly way: number;
  readonly level: number;
}

interface Searcher {
  /** From the closest and likeliest on; ends early when nothing at all could match. */
  candidates(): AsyncGenerator<Candidate>;
  /** The locator of the same way and closeness in this searcher's scope. */
  like(candidate: Candidate): Locator;
  /** Everything that any candidate could find. */
  anything(): Locator;
}

function createSearcher(
  stage: Stage,
  target: Target,
  kind: Kind,
  within: Locator | undefined,
): Searcher {
  const page = stage.page();
  const scope: Scope = within ?? page;
  const nothing = scope.locator("css=:not(*)");
  const ways = isSelector(target) ? [bySelector(target.name)] : kind.ways;
  const levels = isPlain(target) ? closenesses.map((_, level) => level) : [0];
  const loosest = levels.length - 1;
  const at = (way: number, level: number): Locator | undefined => {
    const closeness = closenesses[level] ?? "same";
    const match = isPlain(target) ? matchName(target.name, closeness) : undefined;
    const { testIdAttribute } = stage.settings;
    const found = ways[way]?.({ scope, match, page, testIdAttribute });
    return kind.visible === false ? found : found?.filter({ visible: true });
  };
  const allAt = (level: number) => unite(ways.flatMap((_, way) => at(way, level) ?? []));
  // The loosest level holds all closer ones, but for the ways that apply to whole names only.
  const anything = () =>
    unite(ways.flatMap((_, way) => at(way, loosest) ?? at(way, 0) ?? [])) ?? nothing;
  return {
    anything,
    like: ({ way, level }) => at(way, level) ?? nothing,
    async *candidates() {
      const likeliest = at(0, 0);
      if (likeliest !== undefined) yield { locator: likeliest, way: 0, level: 0 };
      if ((await anything().count()) === 0) return;
      for (const level of levels) {
        if (((await allAt(level)?.count()) ?? 0) === 0) continue;
        for (const way of ways.keys()) {
          const locator = at(way, level);
          if (locator !== undefined) yield { locator, way, level };
        }
      }
    },
  };
}

function bySelector(selector: string): Way {
  return ({ scope }) => scope.locator(selector);
}

function isSelector(target: Target): boolean {
  return target.name.startsWith("css=");
}

/** Named as a person would name it. */
function isPlain(target: Target): boolean {
  return target.name.trim() !== "" && !isSelector(target);
}
