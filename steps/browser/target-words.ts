// The words of a sentence that point at something on a page, as a pattern for cucumber and as a Target.
// It knows no page and no World: names with {{…}} in them are resolved by whoever calls.
//
//   target  = text { place } | element
//   element = article [ ordinal ] ( text noun | noun text | noun | text ) { place }  ; text alone: with an ordinal only
//   field   = article [ ordinal ] ( text field-noun | field-noun text | field-noun ) { place }
//   things  = ( text nouns | nouns [ "named" | "called" | "saying" ] text | nouns ) { place }
//   place   = in article [ ordinal ] ( text region-noun | region-noun text | region-noun ) | ( "within" | "inside" ) text
//   in      = "in" | "within" | "inside" | "on" | "of" | "under"
//   ordinal = "first" … "tenth" | "last" | number ( "st" | "nd" | "rd" | "th" )
//
// A place belongs to what stands before it: in `"Delete" in the row "Ada" of the table "Users"` the row is in the table.
import { textPattern } from "../../src/checks/literal.ts";
import type { Target, TargetKind } from "../../src/journey/target.ts";
import {
  fieldNouns,
  followingNouns,
  leadingNouns,
  loneNouns,
  loneRegionNouns,
  type Noun,
  regionNouns,
} from "./nouns.ts";

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const article = "(?:[Tt]he|[Aa]n?) ";
const ordinal = `(?:${ordinals.join("|")}|last|\\d+(?:st|nd|rd|th))`;
const preposition = "(?:in|within|inside|on|of|under)";

const anyOf = (nouns: readonly Noun[], form: "word" | "plural" = "word") =>
  `(?:${nouns.map((noun) => noun[form]).join("|")})`;

const described = (following: readonly Noun[], leading: readonly Noun[], lone: readonly Noun[]) =>
  `(?:${textPattern} ${anyOf(following)}|${anyOf(leading)} ${textPattern}|${anyOf(lone)})`;

const place = `(?: ${preposition} ${article}(?:${ordinal} )?${described(regionNouns, regionNouns, loneRegionNouns)}| (?:within|inside) ${textPattern})`;

/** A thing with its kind or ordinal: `the "Save" button`, `the second "Edit"`, `the table in the footer`. */
export const elementPattern = `${article}(?:(?:${ordinal} )?${described(followingNouns, leadingNouns, loneNouns)}|${ordinal} ${textPattern})${place}*`;

/** An element, or a name alone: `"Save"`. */
export const targetPattern = `(?:${textPattern}${place}*|${elementPattern})`;

/** A field by a sentence that says it is one: `the "Email" field`. */
export const fieldPattern = `${article}(?:${ordinal} )?${described(fieldNouns, fieldNouns, fieldNouns)}${place}*`;

const naming = "(?:(?:named|called|saying) )?";
const manyOf = (nouns: readonly Noun[]) => `(?:${anyOf(nouns, "plural")}|${anyOf(nouns)})`;

/** Several things: `"Delete" buttons`, `rows in the table "Users"`. */
export const thingsPattern = `(?:${textPattern} ${manyOf(followingNouns)}|${manyOf(leadingNouns)} ${naming}${textPattern}|${manyOf(loneNouns)})${place}*`;

const kinds = new Map<string, TargetKind>(
  [...loneNouns, ...regionNouns].flatMap(({ word, plural, kind }) => [
    [word, kind] as const,
    [plural, kind] as const,
  ]),
);

const part = new RegExp(
  `^(?: ?${preposition} )?(?:${article})?(?:(?<ordinal>${ordinal})(?: |$))?(?:(?<before>${textPattern}) ?)?(?<noun>${manyOf([...loneNouns, ...regionNouns])}(?![a-z]))?(?: ?${naming}(?<after>${textPattern}))?`,
);

/**
 * The target of words that one of the patterns above matches; `resolve` is handed each name, quotes and escapes undone.
 * Without a noun the kind is `any`, for the step to say better.
 */
export function parseTarget(words: string, resolve: (name: string) => string): Target {
  const found = part.exec(words);
  const rest = words.slice(found?.[0].length ?? words.length);
  const { ordinal: nth, before, noun, after } = found?.groups ?? {};
  const quoted = before ?? after;
  return {
    kind: kindOf(noun, quoted !== undefined),
    name: quoted === undefined ? "" : resolve(unquote(quoted)),
    ...(nth !== undefined && { nth: numberOf(nth) }),
    ...(rest !== "" && { within: toRegion(parseTarget(rest, resolve)) }),
  };
}

function kindOf(noun: string | undefined, hasName: boolean): TargetKind {
  const kind = noun === undefined ? "any" : (kinds.get(noun) ?? "any");
  // "The error message" without its text is whatever alerts.
  return kind === "text" && !hasName ? "alert" : kind;
}

/** What a thing stands in is a region where the sentence does not say more: `within "Basket"`. */
function toRegion(target: Target): Target {
  return target.kind === "any" ? { ...target, kind: "region" } : target;
}

function numberOf(word: string): number {
  if (word === "last") return -1;
  const index = ordinals.indexOf(word);
  return index < 0 ? Number.parseInt(word, 10) : index + 1;
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** The same target, of that kind where the sentence names none. */
export function asKind(target: Target, kind: TargetKind): Target {
  return target.kind === "any" && target.name !== "" ? { ...target, kind } : target;
}
