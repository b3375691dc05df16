// What a check looks like, as one regular expression for cucumber's parameter type `{check}`.
// It is looser than the grammar: a verb, then words of the grammar and values in any order. So it stays small (cucumber
// compiles it for every phrase, and the whole grammar takes V8 fifty milliseconds), and a check with a slip in it is told
// as such ("should be than 5") where it would otherwise be a step that nobody defined.
// What only other phrases say ("should be checked", "should be on …") it does not match.

import { type Verb, verbs } from "./grammar.ts";
import { kindWords } from "./kind-words.ts";
import { templatePattern } from "./literal.ts";
import { timeUnitPattern } from "./time.ts";

export const ignoringCasePattern = "(?:,? ignoring (?:the )?case)";

/** The ways to say a verb, negated or not. */
export function headPattern(verb: Verb): string {
  const { base, third } = verbs[verb];
  const modal = `(?:(?:should|must|shall)(?: not|n't)?|(?:not )?to(?: not)?) ${base}`;
  // "is not", but "does not contain".
  const plain =
    verb === "be" ? `${third}(?: not|n't)?` : `(?:${third}|(?:does|do)(?: not|n't) ${base})`;
  return `(?:${modal}|${plain})`;
}

// What a check begins with, the word behind it in parts: of what is alike the compiled form is short.
const modals =
  "(?:(?:should|must|shall|does|do)(?:n't| not)?|(?:not )?to(?: not)?) (?:be|equal|contain|include|match|start|begin|end|have|exist)";
const thirds =
  "(?:is|are|was|were)(?:n't)?|equals|contains|includes|matches|starts|begins|ends|has|exists";

/** What is counted: behind a value, or behind "no". */
const noun =
  "(?:char|letter|item|element|entr|row|record|result|value|key|propert|field|member|line)[a-z]*";

const words = [
  `no ${noun}`,
  "not|equal|to|exactly|the|same|as|one|any|of|either|with|type|text|value|field|key|property|an?(?: valid)?|length|long|pattern|regex|regular|expression",
  "between|and|or|at (?:least|most)|no|(?:(?:great|high|larg|long|lat|low|few|small|short|earli)er |more |less )?than",
  "different (?:from|than|to)|identical|size|JSON (?:object|array|list)|bytes?|[kKMG]i?B|(?:in the )?(?:range )?[1-5][xX]{2}(?: range)?",
  "above|over|after|below|under|before|empty|present|absent|missing|ignoring|case|true|false|null",
  "amount|date|time|today|tomorrow|yesterday|in the (?:past|future)",
  // As one, so that what ends with "within 5 seconds" stays a check and a time.
  `within (?:\\d+ ${timeUnitPattern} of|the (?:last|next)(?: \\d+)? ${timeUnitPattern})`,
  "UUID|GUID|URL",
].join("|");

const kinds = [...new Set(kindWords.flatMap((kind) => kind.split(" ")))].join("|");

// One way to match each: a quoted text without alternatives in its loop is what V8 is quickest with.
const values = [
  String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`,
  String.raw`'[^'\\]*(?:\\.[^'\\]*)*'`,
  templatePattern,
  // A number, perhaps with the name of that HTTP status or a currency: "404 Not Found", "1,234.50 €".
  String.raw`-?[€$£¥₹]?\d(?:,?[\d.eE+-])*(?: ?[€$£¥₹])?(?: [A-Z][A-Za-z'-]*)*`,
  String.raw`/(?:[^/\\]|\\.)+/[a-z]*`,
].join("|");

/** A kind that a team defined. Only at the end: what it is called may be any words. */
const ownKind = "(?: an? valid(?! (?:JSON|XML|HTML|CSV|YAML)\\b)(?: [A-Za-z][\\w-]*){1,4})";

/** The source of a regular expression without flags or capturing groups. Every check matches it. */
export const checkPattern: string = `(?:${modals}|${thirds})(?:,? (?:(?:${values})(?: ${noun}(?: long)?)?|${words}|(?:${kinds})(?! with ["'])))*${ownKind}?`;
