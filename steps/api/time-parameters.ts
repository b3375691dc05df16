// The words for how long an answer took: "should take less than", "took at most", "time should not exceed"; and for how
// long it may take.
import type { Comparison } from "../../src/checks/order.ts";
import { readSpan, spanUnit } from "../span.ts";
import { define } from "./define-type.ts";

const received = "(?: (?:received|returned|sent|answered))?";
const modal = "(?:should|must|shall)(?: not|n't)?|(?:does|did)(?: not|n't)";
const done = `be${received}|arrive|come(?: back)?|complete|have taken|take|return|finish|respond|reply|answer`;
const does = `(?:is|was)(?: not|n't)?${received}|took|takes|arrive[sd]|comes|came(?: back)?|complete[sd]|return(?:s|ed)|finish(?:es|ed)|respond(?:s|ed)|replie[sd]|answer(?:s|ed)`;
const comparisons: readonly (readonly [Comparison, string])[] = [
  [
    "<=",
    "within|in|at most|up to|(?:no|not) (?:more|longer|greater|slower) than|(?:less|lower) than or equal to",
  ],
  [">=", "at least|(?:no|not) less than|(?:more|greater) than or equal to"],
  ["<", "(?:in )?(?:(?:less|lower|smaller|faster|shorter|quicker|fewer) than|under|below)"],
  [">", "(?:more|longer|greater|higher|slower) than|over|above"],
];
/** How a limit is named that stands behind it. */
const limits = comparisons.map(([, words]) => words).join("|");

const opposites: Readonly<Record<Comparison, Comparison>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/** How long an answer may take: the limit stands behind it, and what it must not be below before, in milliseconds. */
export interface Lasting {
  readonly comparison: Comparison;
  readonly fromMs?: number;
}

/** "Between 1 and" is in the unit of the longer of the two. */
const between = `(?:the )?(?:API )?(?:response|request) (?:time|duration) (?:(?:should|must) be|is) between (\\d+(?:\\.\\d+)?)(?: ?(${spanUnit}))? and(?= \\d+(?:\\.\\d+)? ?(${spanUnit}))`;

/** How what it took compares with the limit behind it. */
define(
  "lasting",
  `((?:the )?(?:API )?(?:answer|response|request|call|server|service|endpoint|API) (?:(?:time|duration) )?(?:(?:(?:${modal}) (?:${done})|${does}) (?:${limits})|(?:${modal}) exceed))|${between}`,
  (text, from, fromUnit, unitBehind): Lasting => {
    if (text === undefined) {
      return { comparison: "<=", fromMs: readSpan(`${from} ${fromUnit ?? unitBehind}`) };
    }
    const [, words = text] = new RegExp(` (${limits})$`).exec(text) ?? [];
    const verb = text.slice(0, text.length - words.length);
    const said =
      comparisons.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(words))?.[0] ?? ">";
    const isNegated = /\bnot\b|n't/.test(words === text ? text : verb);
    return { comparison: isNegated ? opposites[said] : said };
  },
);

const aboutTime =
  "(?:time|duration|arrive|come|back|complete|taken?|took|finish|respond|reply|answer)(?:[ds]|e[sd])?";

/** A limit in milliseconds. A number alone is taken where the sentence can only be about a time, to ask for the unit. */
define(
  "limit",
  `\\d+(?:\\.\\d+)? ?${spanUnit}|(?<=\\b${aboutTime}\\b.*|(?:response|answer|reply) within )\\d+(?:\\.\\d+)?`,
  (text = ""): number => readSpan(text),
);

/** "within", "in less than": how a time that must not be longer is named. */
define(
  "intime",
  "within|in|(?:in )?(?:at most|up to|under|below|no (?:more|longer) than)|(?:in )?(?:less|faster|quicker|shorter|lower) than",
  (text = ""): Comparison =>
    /than$|under|below/.test(text) && !/^(?:in )?no/.test(text) ? "<" : "<=",
);
