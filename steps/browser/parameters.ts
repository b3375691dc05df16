// The parameter types of browser phrases: what on the page is meant, which key, which state.
import { defineParameterType } from "@cucumber/cucumber";
import { textPattern } from "../../src/checks/literal.ts";
import type { ElementState } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import { readSpan, spanUnit } from "../span.ts";
import { defineWords, type Resolve } from "./define-words.ts";
import { pagePattern, readPageName } from "./page-names.ts";
import {
  elementPattern,
  fieldPattern,
  parseTarget,
  parseTargets,
  parseTexts,
  targetPattern,
  targetsPattern,
  textsPattern,
  thingsPattern,
} from "./target-words.ts";

export interface Patience {
  readonly withinMs?: number;
}

const one = (words: string, resolve: Resolve): Target => parseTarget(words, resolve);

defineWords("element", elementPattern, one);
defineWords("target", targetPattern, one);
defineWords("field", fieldPattern, one);
defineWords("things", thingsPattern, one);
// What is filled in with what stands below the sentence; a name alone is a field's.
defineWords("filled", `${fieldPattern}|${textPattern}(?= with:)`, one);
defineWords("targets", targetsPattern, parseTargets);
defineWords("texts", textsPattern, parseTexts);
defineWords("page", pagePattern, readPageName);

/** Where something is: `within "Billing address"`, `in the iframe "payment"`. */
defineWords("place", `(?:in|within|inside) (?:${targetPattern})`, (words, resolve) =>
  parseTarget(words.replace(/^\w+ /, ""), resolve),
);

// What a page draws and people close. Alerts, popups and tabs are the browser's.
defineWords(
  "closable",
  `[Tt]he (?:${textPattern} )?(?:(?:cookie )?banner|modal(?: dialog)?|dialog(?:ue)?|notification|notice|toast)(?: ${textPattern})?`,
  one,
);

// Perhaps nothing: how long it may take, in milliseconds. A parameter cannot be optional, what it matches can.
// A number alone is taken to ask for its unit.
defineParameterType({
  name: "patience",
  regexp: `(?:,? (?:within|in|after) \\d+(?:\\.\\d+)?(?: ?${spanUnit})?)?`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string): Patience => {
    const [span] = /[\d.]+ ?[a-z]*$/.exec(words) ?? [];
    return span === undefined ? {} : { withinMs: readSpan(span) };
  },
});

/** How many there must be. */
export interface Amount {
  /** For messages: "at least 3". */
  readonly told: string;
  /** The number itself. */
  readonly wanted: number;
  readonly holds: (count: number) => boolean;
}

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function readAmount(words: string): Amount {
  const last =
    words
      .replace(/ times?$/, "")
      .split(" ")
      .at(-1) ?? "";
  const word = { once: 1, twice: 2 }[last] ?? numbers.indexOf(last) + 1;
  const wanted = word > 0 ? word : Number.parseInt(last, 10);
  const told = (bound: string) => `${bound} ${wanted}`;
  if (words.startsWith("at least"))
    return { wanted, told: told("at least"), holds: (n) => n >= wanted };
  if (words.startsWith("at most"))
    return { wanted, told: told("at most"), holds: (n) => n <= wanted };
  if (words.startsWith("more"))
    return { wanted, told: told("more than"), holds: (n) => n > wanted };
  if (/^(?:less|fewer)/.test(words)) {
    return { wanted, told: told("fewer than"), holds: (n) => n < wanted };
  }
  return { wanted, told: String(wanted), holds: (n) => n === wanted };
}

const bound = "(?:exactly |only |at least |at most |(?:more|less|fewer) than )";

for (const [name, regexp] of [
  ["amount", `${bound}*(?:\\d+|${numbers.join("|")})`],
  ["times", `${bound}?(?:(?:\\d+|${numbers.join("|")}) times?|once|twice)`],
] as const) {
  defineParameterType({ name, regexp, useForSnippets: false, transformer: readAmount });
}

// A type and not an alternation: those bind tighter than the optional words before them.
defineParameterType({
  name: "location",
  regexp: /(?:(?:current|page) )*(?:address|url|URL)(?: of the page)?/,
  useForSnippets: false,
});

defineParameterType({
  name: "direction",
  regexp: "ascending|descending",
  useForSnippets: false,
  transformer: (word: string): "ascending" | "descending" =>
    word === "ascending" ? word : "descending",
});

const modifier = "(?:[Cc]trl|[Cc]ontrol|[Aa]lt|[Ss]hift|[Cc]md|[Cc]ommand|[Mm]eta)";
const keyNames =
  "[Ee]nter|[Rr]eturn|[Tt]ab|[Ee]sc(?:ape)?|[Ss]pace|[Bb]ackspace|[Dd]elete|[Hh]ome|[Ee]nd|[Pp]age ?[Uu]p|[Pp]age ?[Dd]own|[Ii]nsert|(?:[Aa]rrow ?)?(?:[Uu]p|[Dd]own|[Ll]eft|[Rr]ight)(?: [Aa]rrow)?|F\\d{1,2}|[A-Z0-9]";

const keyPattern = `(?:${modifier} ?\\+ ?)*(?:${keyNames})`;

defineParameterType({
  name: "key",
  regexp: keyPattern,
  useForSnippets: false,
  transformer: (key: string) => key,
});

// A key as people name it: Enter, the Enter key, the key "Enter", the shortcut Ctrl+S.
defineWords(
  "keyed",
  `(?:the )?(?:${keyPattern})(?: key)?|the ${textPattern} key|the (?:keyboard )?(?:keys?|shortcut|combination) (?:${keyPattern}|${textPattern})`,
  (words, resolve) => {
    const [text] = new RegExp(textPattern).exec(words) ?? [];
    if (text !== undefined) return resolve(text.slice(1, -1));
    return words.replace(/^the (?:(?:keyboard )?(?:keys?|shortcut|combination) )?| key$/g, "");
  },
);

// Perhaps nothing: the key that sends off what was typed.
defineWords(
  "thenkey",
  `(?: and (?:then )?(?:press(?:es)?|hits?) (?:the )?(?:${keyPattern})(?: key)?)?`,
  (words) => words.replace(/^ and (?:then )?\w+ (?:the )?| key$/g, ""),
);

/** A state that an element is to have, and whether it is to have the contrary. */
export interface ExpectedState {
  readonly state: ElementState | "visible";
  readonly not: boolean;
}

const states: Readonly<Record<string, ExpectedState>> = {
  checked: { state: "checked", not: false },
  ticked: { state: "checked", not: false },
  unchecked: { state: "checked", not: true },
  unticked: { state: "checked", not: true },
  on: { state: "checked", not: false },
  off: { state: "checked", not: true },
  chosen: { state: "checked", not: false },
  enabled: { state: "enabled", not: false },
  disabled: { state: "enabled", not: true },
  focused: { state: "focused", not: false },
  active: { state: "enabled", not: false },
  inactive: { state: "enabled", not: true },
  clickable: { state: "enabled", not: false },
  mandatory: { state: "required", not: false },
  required: { state: "required", not: false },
  optional: { state: "required", not: true },
  "read-only": { state: "readonly", not: false },
  readonly: { state: "readonly", not: false },
  editable: { state: "readonly", not: true },
  selected: { state: "selected", not: false },
  expanded: { state: "expanded", not: false },
  collapsed: { state: "expanded", not: true },
  invalid: { state: "invalid", not: false },
  valid: { state: "invalid", not: true },
  open: { state: "visible", not: false },
  closed: { state: "visible", not: true },
  gone: { state: "visible", not: true },
  visible: { state: "visible", not: false },
  shown: { state: "visible", not: false },
  displayed: { state: "visible", not: false },
  hidden: { state: "visible", not: true },
  invisible: { state: "visible", not: true },
};

/** The words that a thing can be. */
export const statePattern: string = `(?:${Object.keys(states).join("|")})`;

export function readState(word: string): ExpectedState {
  return states[word] ?? { state: "visible", not: false };
}

defineParameterType({
  name: "state",
  regexp: statePattern,
  useForSnippets: false,
  transformer: readState,
});
