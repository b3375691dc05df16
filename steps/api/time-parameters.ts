// The words for how long an answer took: "should take less than", "took at most", "time should not exceed".
import type { Comparison } from "../../src/checks/order.ts";
import { define } from "./define-type.ts";

const received = "(?: (?:received|returned|sent))?";
const modal = "(?:should|must|shall)(?: not|n't)?|(?:does|did)(?: not|n't)";
const done = `be${received}|arrive|come(?: back)?|complete|have taken|take|return|finish|respond|reply|answer`;
const does = `(?:is|was)(?: not|n't)?${received}|took|takes|arrive[sd]|comes|came(?: back)?|complete[sd]|return(?:s|ed)|finish(?:es|ed)|respond(?:s|ed)|replie[sd]|answer(?:s|ed)`;
const comparisons: readonly (readonly [Comparison, string])[] = [
  [
    "<=",
    "within|in|at most|up to|(?:no|not) (?:more|longer|greater|slower) than|(?:less|lower) than or equal to",
  ],
  [">=", "at least|(?:no|not) less than|(?:more|greater) than or equal to"],
  ["<", "(?:in )?(?:(?:less|lower|faster|shorter|quicker|fewer) than|under|below)"],
  [">", "(?:more|longer|greater|higher|slower) than|over|above"],
];
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

const unit = "ms|milliseconds?|s|sec(?:ond)?s?";
/** "Between 1 and" is in the unit of the longer of the two. */
const between = `(?:the )?(?:API )?(?:response|request) (?:time|duration) (?:(?:should|must) be|is) between (\\d+(?:\\.\\d+)?)(?: ?(${unit}))? and(?= \\d+(?:\\.\\d+)? ?(${unit}))`;

/** How what it took compares with the limit behind it. */
define(
  "lasting",
  `((?:the )?(?:API )?(?:response|request|answer|call|server|service|API) (?:(?:time|duration) )?(?:(?:${modal}) exceed|(?:(?:${modal}) (?:${done})|${does}) (?:${limits})))|${between}`,
  (text, from, fromUnit, unitBehind): Lasting => {
    if (text === undefined) {
      const factor = (fromUnit ?? unitBehind)?.startsWith("m") ? 1 : 1000;
      return { comparison: "<=", fromMs: Number(from) * factor };
    }
    const [, words = text] = new RegExp(` (${limits})$`).exec(text) ?? [];
    const verb = text.slice(0, text.length - words.length);
    const said =
      comparisons.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(words))?.[0] ?? ">";
    const isNegated = /\bnot\b|n't/.test(words === text ? text : verb);
    return { comparison: isNegated ? opposites[said] : said };
  },
);
