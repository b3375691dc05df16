// Tags that were meant to be ours and are not: a letter too many, another separator, a value that is missing.
// It knows when a word is near a key; what is right behind a key's colon it asks the reader that it is given.
import {
  bareKeys,
  gateKinds,
  isOneOf,
  measureKeys,
  type ValueKey,
  valueKeys,
} from "./known-keys.ts";
import { type Mistake, show } from "./mistake.ts";
import { type Follows, findNear, toCandidate } from "./nearness.ts";
import { exampleOf } from "./tag-example.ts";
import type { ValueReading } from "./value-reading.ts";

export type ReadTag = (tag: string) => ValueReading | { readonly kind: "other" };

const measuredKeys = [...gateKinds, ...measureKeys] as const;
/** Keys that a tag without a value is compared with: a forgotten gate is worth the question. */
const standingAlone = ([...bareKeys, "latency", "availability"] as const).map(toCandidate);
const takingValues = valueKeys.map(toCandidate);

const another = "or give a tag of your own another name";

/** Why a tag that is none of ours should be one; none when it is the author's own. */
export function explainNearMiss(tag: string, read: ReadTag): readonly Mistake[] {
  const body = tag.slice(1);
  const colon = body.indexOf(":");
  const key = colon < 0 ? body : body.slice(0, colon);
  const value = colon < 0 ? undefined : body.slice(colon + 1);
  if (value === undefined) {
    return explainMissingValue(key) ?? explainSeparator(body, read) ?? explainBare(key);
  }
  if (isOneOf(bareKeys, key)) return [refuseValue(key, value)];
  return explainSeparator(body, read) ?? explainValued(key, value, read);
}

/** Whether a key of letters alone is so far from every key that no value behind it can make it a near miss. */
export function isFarFromAll(key: string): boolean {
  return (
    /^[A-Za-z]+$/.test(key) &&
    key !== "rps" &&
    !isErrorRate(key) &&
    !isOneOf(bareKeys, key) &&
    findNear(key, takingValues, () => "bound") === undefined
  );
}

function explainMissingValue(key: string): readonly Mistake[] | undefined {
  if (!isOneOf(measuredKeys, key)) return undefined;
  const message = `${key} needs a value`;
  return [whole(key, message, `Write ${exampleOf(key)}, ${another}.`)];
}

function refuseValue(key: string, value: string): Mistake {
  return {
    start: key.length + 1,
    length: value.length + 1,
    message: `${key} takes no value`,
    wayOut: `Write @${key}, ${another}.`,
  };
}

function whole(key: string, message: string, wayOut: string): Mistake {
  return { start: 1, length: Math.max(1, key.length), message, wayOut };
}

/** `@latency=p95<1s`, `@owner(identity)`, `@latency<1s`, `@rpm600`, `@p95<1s`. */
function explainSeparator(body: string, read: ReadTag): readonly Mistake[] | undefined {
  const [, key = "", sign = "", rest = ""] = /^([a-z]+)([=(])(.*)$/s.exec(body) ?? [];
  if (isOneOf(valueKeys, key)) {
    const value = sign === "(" ? rest.replace(/\)$/, "") : rest;
    const message = `a colon stands between ${key} and its value`;
    return [{ start: key.length + 1, length: 1, message, wayOut: mendValue(key, value, read) }];
  }
  // No word of the author's own goes on with a sign of comparison.
  const [, bounded = "", bound = ""] = /^([a-z]+)([<>≤≥].*)$/s.exec(body) ?? [];
  if (isOneOf(measuredKeys, bounded)) {
    const message = `a colon stands between ${bounded} and its value`;
    const wayOut = mendValue(bounded, bound, read);
    return [{ start: bounded.length + 1, length: bound.length, message, wayOut }];
  }
  const joined = [...gateKinds, "hold" as const].find((one) => body.startsWith(one));
  if (joined !== undefined) {
    const value = body.slice(joined.length).replace(/^[-_/]/, "");
    // `@rpm2` may well be the second of something.
    if (!/^\d$/.test(value) && read(`@${joined}:${value}`).kind === "known") {
      const message = `a colon stands between ${joined} and its value`;
      const wayOut = `Write @${joined}:${value}.`;
      return [{ start: joined.length + 1, length: body.length - joined.length, message, wayOut }];
    }
  }
  if (/^(?:p\d|max[<>=])/.test(body) && read(`@latency:${body}`).kind === "known") {
    return [whole(body, "it does not say what is bounded", `Write @latency:${body}.`)];
  }
  return undefined;
}

function explainBare(key: string): readonly Mistake[] {
  // Nobody slips into a digit: `@smoke2` and `@JIRA-12` are meant as they stand.
  if (/\d/.test(key)) return [];
  const near = findNear(key, standingAlone, () => "nothing");
  if (near === undefined) return [];
  const meant = isOneOf(bareKeys, near) ? `@${near}` : exampleOf(near);
  return [whole(key, describe(key, near), `Write ${meant}, ${another}.`)];
}

function explainValued(key: string, value: string, read: ReadTag): readonly Mistake[] {
  const foreign = explainForeignGate(key, value, read);
  if (foreign !== undefined) return [foreign];
  // A rate by the second is another number, not another spelling.
  if (key === "rps" && read(`@rpm:${value}`).kind === "known") {
    const wayOut = mendValue("rpm", `${value}/s`, read);
    return [whole(key, "rates are starts a minute: rpm", wayOut)];
  }
  const near = findNear(key, takingValues, (known): Follows => {
    const fits = isOneOf(measuredKeys, known) && read(`@${known}:${value}`).kind === "known";
    return fits ? (value.includes("<") ? "bound" : "value") : "text";
  });
  if (near === undefined) return [];
  const mistake = whole(key, describe(key, near), mendValue(near, value, read));
  return [mistake, ...valueMistakes(near, value, key.length - near.length, read)];
}

/** `@p95:300ms`, `@error-rate:1%`: gates as other tools name them. */
function explainForeignGate(key: string, value: string, read: ReadTag): Mistake | undefined {
  const bound = value.replace(/^(?![<>=≤≥])/u, "<");
  if (/^p\d/.test(key) && read(`@latency:${key}${bound}`).kind === "known") {
    return whole(key, "it does not say what is bounded", `Write @latency:${key}${bound}.`);
  }
  if (isErrorRate(key) && read(`@errors:${bound}`).kind === "known") {
    return whole(key, "the share of failures is bounded by errors", `Write @errors:${bound}.`);
  }
  return undefined;
}

function isErrorRate(key: string): boolean {
  return /^(?:error|failure)[-_]?rate$/i.test(key);
}

function describe(key: string, near: string): string {
  return key.toLowerCase() === near
    ? `keys stand in lower case, and ${show(key)} does not`
    : `${show(key)} is nearly ${near}`;
}

/** Mistakes of the value behind the near key, at their places in the tag as written. */
function valueMistakes(
  near: ValueKey,
  value: string,
  shift: number,
  read: ReadTag,
): readonly Mistake[] {
  const reading = read(`@${near}:${value}`);
  if (reading.kind !== "malformed") return [];
  return reading.mistakes.map((one) => ({ ...one, start: one.start + shift }));
}

function mendValue(key: ValueKey, value: string, read: ReadTag): string {
  const reading = read(`@${key}:${value}`);
  const [first] = reading.kind === "malformed" ? reading.mistakes : [];
  return first?.wayOut ?? `Write @${key}:${value}.`;
}
