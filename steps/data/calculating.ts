// Phrases that make one value from others: a part of a text, a sum, how many there are, a date so many days later.
import { defineParameterType, When } from "@cucumber/cucumber";
import { findNumber, readAmount } from "../../src/checks/amount.ts";
import { templatePattern, textPattern } from "../../src/checks/literal.ts";
import { partMatching } from "../../src/checks/matching-part.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import { formatDate, tellBadFormat } from "../../src/journey/date-format.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { type NamedMoment, readNamedMoment } from "./named-moment.ts";

const remembers = "{actor} remember(s)/store(s)/save(s)/keep(s)";

const unit = "(?:second|minute|hour|day|week|month|year)s?";
const anchor = `(?:${textPattern}|${templatePattern})`;

defineParameterType({
  name: "moment",
  regexp: `(?:today(?:'s date)?|tomorrow|yesterday|now|(?:the )?(?:current |present )?(?:date and time|date|time)(?: (?:in \\d+ ${unit}|\\d+ ${unit} (?:ago|from now|(?:before|after) ${anchor})|of (?:today|tomorrow|yesterday)))?)`,
  useForSnippets: false,
  transformer(this: StoryWorld, words: string): NamedMoment {
    return readNamedMoment(words, this.memory.now, (text) => this.resolve(text));
  },
});

When(
  ...phrase(
    `${remembers} {moment} as/in/under {text}`,
    function (this: StoryWorld, _actor: unknown, moment: NamedMoment, name: string) {
      this.memory.remember(name, moment.text);
    },
  ),
);

When(
  ...phrase(
    `${remembers} {moment} in (the )format {text} as/in/under {text}`,
    function (
      this: StoryWorld,
      _actor: unknown,
      moment: NamedMoment,
      format: string,
      name: string,
    ) {
      const problem = tellBadFormat(format);
      if (problem !== undefined) throw new StoryError(problem);
      this.memory.remember(name, formatDate(moment.date, format, this.settings.browser.locale));
    },
  ),
);

defineParameterType({
  name: "operation",
  regexp: /plus|minus|times|multiplied by|divided by|[-+*/]/,
  useForSnippets: false,
  preferForRegexpMatch: false,
});

When(
  ...phrase(
    `${remembers} {value} {operation} {value} as/in/under {text}`,
    function (
      this: StoryWorld,
      _actor: unknown,
      left: unknown,
      operation: string,
      right: unknown,
      name: string,
    ) {
      this.memory.remember(name, calculate(numberOf(this, left), operation, numberOf(this, right)));
    },
  ),
);

function numberOf(world: StoryWorld, value: unknown): number {
  if (typeof value === "number") return value;
  const read =
    typeof value === "string" ? readAmount(value, world.settings.browser.locale) : undefined;
  if (read !== undefined) return read.number;
  throw new Error(`${showValue(value)} is not a number, so it cannot be calculated with.`);
}

function calculate(left: number, operation: string, right: number): number {
  const result = calculations[operation.slice(0, 1)]?.(left, right) ?? Number.NaN;
  if (!Number.isFinite(result))
    throw new StoryError(`${left} ${operation} ${right} has no result.`);
  // Of the 17 digits that a double may show, 15 are sure: 0.1 plus 0.2 is 0.3.
  return Number(result.toPrecision(15));
}

/** By the first letter of the word, or the sign. */
const calculations: Readonly<Record<string, (left: number, right: number) => number>> = {
  p: (left, right) => left + right,
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  t: (left, right) => left * right,
  "*": (left, right) => left * right,
  d: (left, right) => left / right,
  "/": (left, right) => left / right,
};

When(
  ...phrase(
    `${remembers} the (first )number in/from {value} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, name: string) {
      const text = String(value);
      const found = findNumber(text, this.settings.browser.locale);
      if (found === undefined) throw new Error(`There is no number in ${showValue(text)}.`);
      this.memory.remember(name, found);
    },
  ),
);

defineParameterType({
  name: "regex",
  regexp: /\/(?:[^/\\]|\\.)+\/[a-z]*/,
  useForSnippets: false,
  preferForRegexpMatch: false,
});

When(
  ...phrase(
    `${remembers} the part/piece of {value} matching/(that )matches {regex} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, regex: string, name: string) {
      const part = partMatching(String(value), regex);
      if (part.kind === "mistake") throw new StoryError(part.message);
      if (part.kind === "none") throw new Error(part.message);
      this.memory.remember(name, part.text);
    },
  ),
);

When(
  ...phrase(
    `${remembers} the part/piece/text/rest of {value} after {text} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, mark: string, name: string) {
      const text = String(value);
      this.memory.remember(name, text.slice(placeOf(text, mark) + mark.length));
    },
  ),
);

When(
  ...phrase(
    `${remembers} the part/piece/text/beginning of {value} before {text} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, mark: string, name: string) {
      const text = String(value);
      this.memory.remember(name, text.slice(0, placeOf(text, mark)));
    },
  ),
);

function placeOf(text: string, mark: string): number {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`There is no ${showValue(mark)} in ${showValue(text)}.`);
  return at;
}

When(
  ...phrase(
    `${remembers} the count/length of (the )(items in )(characters in ){value} as {text}`,
    function (this: StoryWorld, _actor: unknown, value: unknown, name: string) {
      this.memory.remember(name, countOf(value));
    },
  ),
);

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === "object" && value !== null) return Object.keys(value).length;
  return [...String(value)].length;
}
