// From a target to the one element on the page that it means. Asks for the likeliest first, since every
// question is a round trip; the closest match of the best way wins. It does not wait.
import type { Locator } from "@playwright/test";
import type { Target } from "../../journey/target.ts";
import { cellInColumn, findColumn } from "./columns.ts";
import { insideFrame } from "./frame-ways.ts";
import { type Kind, kinds } from "./kinds.ts";
import { closenesses, matchName } from "./names.ts";
import { NotYet } from "./not-yet.ts";
import { kindOfOwn } from "./own-ways.ts";
import { type Reading, type Readings, type ReadRequest, readElements } from "./reading.ts";
import type { Stage } from "./stage.ts";
import { type Scope, unite, type Way } from "./ways.ts";

export interface Found {
  readonly kind: "found";
  /** Exactly the one element. */
  readonly locator: Locator;
  /** Read with the search when that judges what it finds, else on demand. */
  read(): Promise<Reading>;
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
  /** Where it is looked for, in place of what the target says. */
  readonly scope?: Locator;
  /** An attribute to read with it. */
  readonly attribute?: string;
  /**
   * Only finds. Reading happens among the page's own scripts, where Playwright must first bring its own code along:
   * a third of a megabyte for each document. What acts on an element needs it elsewhere only.
   */
  readonly unread?: boolean;
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
  const { count } = matches.readings;
  if (count < leastFor(target)) return { kind: "none", target, scope, count };
  if (target.nth !== undefined) return foundAt(nthOf(locator, target.nth), matches.readings);
  return count === 1
    ? foundAt(locator, matches.readings)
    : await findInnermost(target, matches, options);
}

/** How many there must be for the ordinal to mean one of them. */
function leastFor({ nth = 1 }: Target): number {
  return nth < 0 ? 1 : nth;
}

function foundAt(locator: Locator, { one }: Readings): Found {
  return {
    kind: "found",
    locator,
    read: async () => one ?? (await readOnly(locator)),
  };
}

async function readAll(locator: Locator, request: ReadRequest, unread: boolean): Promise<Readings> {
  return unread
    ? { count: await locator.count() }
    : await locator.evaluateAll(readElements, request);
}

async function readOnly(locator: Locator): Promise<Reading> {
  const { one } = await readAll(locator, { index: 0, attribute: undefined }, false);
  if (one === undefined) throw new NotYet("it went away");
  return one;
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
  if (isMissed(scope)) return scope;
  const searcher = createSearcher(stage, target, kindOf(target), scope?.locator);
  const locator = searcher.anything();
  return { kind: "any", locator, count: await locator.count(), scope: scope?.locator };
}

async function findAll(
  stage: Stage,
  target: Target,
  { as = kindOf(target), scope: given, attribute, unread = false }: LookOptions,
): Promise<Matches | Missed> {
  const scope = given === undefined ? await findScope(stage, target) : { locator: given };
  if (isMissed(scope)) return scope;
  const searcher = createSearcher(stage, target, as, scope?.locator);
  const overall = createSearcher(stage, target, as, undefined);
  const { nth = 1 } = target;
  const request = { index: nth < 0 ? nth : nth - 1, attribute };
  for await (const candidate of searcher.candidates()) {
    const readings = await readAll(candidate.locator, request, unread);
    if (readings.count === 0) continue;
    const onPage = overall.like(candidate);
    return { kind: "matches", locator: candidate.locator, readings, scope: scope?.locator, onPage };
  }
  return { kind: "none", target, scope: scope?.locator, count: 0 };
}

/** The element that the target must stand in; undefined when that is the page. */
async function findScope(
  stage: Stage,
  target: Target,
): Promise<{ readonly locator: Locator } | Missed | undefined> {
  const { within = frameAround(stage, target) } = target;
  if (within?.kind === "frame") {
    const frame = await findOne(stage, within, { unread: true });
    return frame.kind === "found" ? { locator: insideFrame(frame.locator) } : frame;
  }
  if (within?.kind === "column") return await findColumn<Missed>(stage, within, findOne);
  return within && (await findOne(stage, asPlace(within)));
}

/** The document of the frame that the scenario has switched to; undefined when that is the page, or is gone. */
export async function frameScope(stage: Stage): Promise<Locator | undefined> {
  const { frame } = stage;
  const found = frame && (await findOne(stage, frame, { unread: true }));
  return found?.kind === "found" ? insideFrame(found.locator) : undefined;
}

/** The frame that the scenario has switched to; not around itself, nor around what it stands in. */
function frameAround({ frame }: Stage, target: Target): Target | undefined {
  for (let outer = frame; outer !== undefined; outer = outer.within) {
    if (outer === target) return undefined;
  }
  return frame;
}

/** What a thing stands in is a region where the sentence does not say more: `within "Basket"`. */
function asPlace(target: Target): Target {
  return target.kind === "any" && target.own === undefined ? { ...target, kind: "region" } : target;
}

function isMissed(scope: { readonly locator: Locator } | Missed | undefined): scope is Missed {
  const kind = scope !== undefined && "kind" in scope ? scope.kind : undefined;
  return kind === "none" || kind === "several";
}

/** How things of that target are found, and what they are called. */
export function kindOf({ kind, own, within }: Target): Kind {
  if (own !== undefined) return kindOfOwn(own);
  return kind === "cell" && within?.kind === "column" ? cellInColumn : kinds[kind];
}

/** Of matches inside each other (an item in an item, a link in an option) the innermost is meant. */
async function findInnermost(
  target: Target,
  { locator, onPage, readings }: Matches,
  { attribute, unread = false }: LookOptions,
): Promise<Found | Missed> {
  const innermost = locator.filter({ hasNot: onPage });
  const inner = await readAll(innermost, { index: 0, attribute }, unread);
  if (inner.count === 1) return foundAt(innermost, inner);
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
