// The words for a target that was not found, or found more than once: what is there, and how to say which.
import { describeOrdinal, describeTarget, type Target } from "../../journey/target.ts";
import { listFrames } from "./frame-ways.ts";
import type { Kind } from "./kinds.ts";
import { frameScope, kindOf, type Missed } from "./locate.ts";
import { nearestNames, type OutlineEntry, readOutline } from "./outline.ts";
import { describePlaces, type Place } from "./regions.ts";
import { describeSeconds } from "./seconds.ts";
import type { Stage } from "./stage.ts";

/** More would not be read. */
const mostListed = 12;
const outlineMs = 1_500;

/** What to say at the deadline. `waitedMs` is how long it was looked for. */
export async function explainMissed(
  stage: Stage,
  missed: Missed,
  waitedMs: number,
  kind: Kind = kindOf(missed.target),
): Promise<string> {
  return missed.kind === "several"
    ? await explainSeveral(stage, missed)
    : await explainNone(stage, missed, waitedMs, kind);
}

async function explainNone(
  stage: Stage,
  { target, scope, count }: Extract<Missed, { kind: "none" }>,
  waitedMs: number,
  kind: Kind,
): Promise<string> {
  const where = `on ${stage.page().url()} (waited ${describeSeconds(waitedMs)})`;
  if (count > 0 && target.nth !== undefined) {
    const there = count === 1 ? "is only one" : `are only ${count}`;
    return `There is no ${describeTarget(target)} ${where}: there ${there}.`;
  }
  const missing = `There is no ${describeTarget(target)} ${where}.`;
  const place = scope ?? (await frameScope(stage)) ?? stage.page().locator("body");
  if (target.kind === "frame") return `${missing}\n${await listFrames(place)}`;
  const outline = await readOutline(place, outlineMs);
  if (outline === undefined) return `${missing}\nThe page has too much on it to say what is there.`;
  const lines = [
    missing,
    ...suggest(target, kind, outline),
    ...listThere(kind, outline, (target.within ?? stage.frame) !== undefined),
  ];
  return lines.join("\n");
}

function suggest(target: Target, kind: Kind, outline: readonly OutlineEntry[]): readonly string[] {
  const { name } = target;
  const ofKind = outline.filter((entry) => isOfKind(entry, kind));
  const near = nearestNames(
    name,
    ofKind.map((entry) => entry.name),
    3,
  );
  if (near.length > 0) return [`Did you mean ${near.map(quote).join(" or ")}?`];
  const wanted = name.trim().toLowerCase();
  if (wanted === "") return [];
  const other = outline.find((entry) => entry.name.toLowerCase() === wanted);
  return other === undefined ? [] : [`There is a ${other.role} "${other.name}", though.`];
}

function listThere(
  kind: Kind,
  outline: readonly OutlineEntry[],
  isRegion: boolean,
): readonly string[] {
  const names = outline.filter((entry) => isOfKind(entry, kind)).map(({ name }) => name);
  const place = isRegion ? "in that place" : "on the page";
  if (names.length === 0) return [`There are no ${kind.plural} ${place}.`];
  const shown = [...new Set(names)].map((name) =>
    name === "" ? "one without a name" : quote(name),
  );
  const more = shown.length - mostListed;
  const rest = more > 0 ? ` and ${more} more` : "";
  return [`The ${kind.plural} ${place}: ${shown.slice(0, mostListed).join(", ")}${rest}.`];
}

function isOfKind(entry: OutlineEntry, kind: Kind): boolean {
  return (kind.roles as readonly string[]).includes(entry.role);
}

async function explainSeveral(
  stage: Stage,
  { target, locator, count }: Extract<Missed, { kind: "several" }>,
): Promise<string> {
  const places: readonly Place[] = await locator.evaluateAll(describePlaces, mostListed);
  const lines = places.map((place, index) => `  ${index + 1}. ${describePlace(place)}`);
  return [
    `There are ${count} ${describeAll(target)} on ${stage.page().url()}:`,
    ...lines,
    ...(count > places.length ? [`  … and ${count - places.length} more`] : []),
    sayWhich(target, places),
  ].join("\n");
}

/** In the plural: `links "Edit" in the row "Ada"`. */
function describeAll(target: Target): string {
  const plural = isUnnamedKind(target) ? "things named" : kindOf(target).plural;
  const { own: _, ...rest } = target;
  return `${plural} ${describeTarget({ ...rest, kind: "any" })}`.trimEnd();
}

function isUnnamedKind({ kind, own }: Target): boolean {
  return kind === "any" && own === undefined;
}

function describePlace({ name, place }: Place): string {
  return place === "" ? quote(name) : `${quote(name)} ${place}`;
}

function sayWhich(target: Target, places: readonly Place[]): string {
  const noun = isUnnamedKind(target) ? [] : [target.own?.noun ?? target.kind];
  const name = target.name === "" ? [] : [quote(target.name)];
  const first = `\`${["the", describeOrdinal(1), ...name, ...noun].join(" ")}\``;
  const nameable = places.filter((place) => place.nameable);
  const telling = nameable.find(
    (place) => nameable.filter((other) => other.place === place.place).length === 1,
  );
  return telling === undefined || target.within !== undefined
    ? `Say which: ${first}.`
    : `Say which: ${first}, or add \`${telling.place}\`.`;
}

function quote(text: string): string {
  return `"${text}"`;
}
