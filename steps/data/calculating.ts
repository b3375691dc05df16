// Phrases that make one value from others: a sum, how many there are, a date so many days later.
import { defineParameterType, Then, When } from "@cucumber/cucumber";
import { findNumber } from "../../src/checks/amount.ts";
import type { Check } from "../../src/checks/check.ts";
import { templatePattern, textPattern } from "../../src/checks/literal.ts";
import { readMoment as readWrittenMoment } from "../../src/checks/numbers.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import { formatDate, tellBadFormat } from "../../src/journey/date-format.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { evaluateArithmetic } from "./arithmetic.ts";
import { type NamedMoment, readNamedMoment } from "./named-moment.ts";
import { calculate, numberOf } from "./numbers.ts";

const remembers = "{actor} remember(s)/store(s)/save(s)/keep(s)";
const calculates = "{actor} remember(s)/store(s)/save(s)/keep(s)/calculate(s)/compute(s)";
const named = "as/in/under/into (the )(variable ){text}";

const unit = "(?:second|minute|hour|day|week|month|year)s?";
const anchor = `(?:${textPattern}|${templatePattern})`;

defineParameterType({
  name: "moment",
  regexp: `(?:today(?:'s date)?|tomorrow(?:'s date)?|yesterday(?:'s date)?|now|(?:the )?(?:current |present )?(?:date and time|date|timestamp|time)(?: (?:in \\d+ ${unit}|\\d+ ${unit} (?:ago|from now|(?:before|after) ${anchor})|of (?:today|tomorrow|yesterday)))?)`,
  useForSnippets: false,
  transformer(this: StoryWorld, words: string): NamedMoment {
    return readNamedMoment(words, this.memory.now, (text) => this.resolve(text));
  },
});

/** How a date is to be written; perhaps nothing. */
defineParameterType({
  name: "informat",
  regexp: `(?:,? (?:in|with)(?: the)? format ${textPattern})?`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer(this: StoryWorld, words: string): string {
    return this.resolve(new RegExp(`${textPattern}$`).exec(words)?.[0].slice(1, -1) ?? "");
  },
});

When(
  ...phrase(
    `${remembers} {moment}{informat} ${named}{informat}`,
    function (
      this: StoryWorld,
      _actor: unknown,
      moment: NamedMoment,
      before: string,
      name: string,
      after: string,
    ) {
      const format = before || after;
      if (format === "") return this.memory.remember(name, moment.text);
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
    `${calculates} {value} {operation} {value} ${named}`,
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

When(
  ...phrase(
    `{actor} calculate(s)/compute(s)/evaluate(s) (the )(expression ){text} ${named}`,
    function (this: StoryWorld, _actor: unknown, expression: string, name: string) {
      this.memory.remember(name, evaluate(expression));
    },
  ),
);

/** Numbers, + - * / and brackets; nothing of it is run as code. */
function evaluate(expression: string): number {
  const result = evaluateArithmetic(expression);
  if (typeof result === "number") return Number(result.toPrecision(15));
  throw new StoryError(`"${expression}" cannot be calculated: ${result.problem}`);
}

/** What is done to a number that is remembered, by the verb of the sentence. */
const changes: Readonly<Record<string, string>> = { s: "minus", d: "minus", m: "times" };

function change(world: StoryWorld, verb: string, name: string, by: unknown): void {
  const operation = verb.startsWith("div") ? "divided by" : (changes[verb.slice(0, 1)] ?? "plus");
  const before = numberOf(world, world.memory.recall(name));
  world.memory.remember(name, calculate(before, operation, numberOf(world, by)));
}

defineParameterType({
  name: "amountof",
  regexp: `-?\\d+(?:\\.\\d+)?|"?${templatePattern}"?`,
  useForSnippets: false,
  transformer(this: StoryWorld, text: string): unknown {
    return this.memory.resolveValue(text.replace(/^"|"$/g, ""));
  },
});

When(
  ...phrase(
    "{actor} add(s) {amountof} to (the )(value of )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, by: unknown, name: string) {
      change(this, "add", name, by);
    },
  ),
);

When(
  ...phrase(
    "{actor} subtract(s) {amountof} from (the )(value of )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, by: unknown, name: string) {
      change(this, "subtract", name, by);
    },
  ),
);

defineParameterType({
  name: "changes",
  regexp: /(?:increas|decreas)es?|(?:incre|decre)ments?|multipl(?:y|ies)|divides?/,
  useForSnippets: false,
  transformer: (verb: string) => verb,
});

When(
  ...phrase(
    "{actor} {changes} (the )(value of )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, verb: string, name: string) {
      change(this, verb, name, 1);
    },
  ),
);

When(
  ...phrase(
    "{actor} {changes} (the )(value of )(variable ){text} by {amountof}",
    function (this: StoryWorld, _actor: unknown, verb: string, name: string, by: unknown) {
      change(this, verb, name, by);
    },
  ),
);

const combinations: Readonly<Record<string, string>> = {
  sum: "plus",
  difference: "minus",
  product: "times",
  quotient: "/",
};

defineParameterType({
  name: "combination",
  regexp: /sum|difference|product|quotient/,
  useForSnippets: false,
  transformer: (word: string) => combinations[word] ?? "plus",
});

function combine(world: StoryWorld, operation: string, left: unknown, right: unknown): number {
  return calculate(numberOf(world, left), operation, numberOf(world, right));
}

Then(
  ...phrase(
    "the {combination} of/between {value} and {value} {check}",
    function (this: StoryWorld, operation: string, left: unknown, right: unknown, check: Check) {
      const failure = check.judge(combine(this, operation, left, right), "the result");
      if (failure !== undefined) throw new Error(failure);
    },
  ),
);

When(
  ...phrase(
    `${calculates} the {combination} of/between {value} and {value} ${named}`,
    function (
      this: StoryWorld,
      _actor: unknown,
      operation: string,
      left: unknown,
      right: unknown,
      name: string,
    ) {
      this.memory.remember(name, combine(this, operation, left, right));
    },
  ),
);

When(
  ...phrase(
    "{actor} format(s) (the )(date )(time ){value} as/in/with (the )(format )(pattern ){text} (and )(remember it )(store it )(save it )as {text}",
    function (this: StoryWorld, _actor: unknown, value: unknown, format: string, name: string) {
      const ms = readWrittenMoment(String(value));
      if (ms === undefined)
        throw new Error(`${showValue(value)} is not a date such as 2026-02-03.`);
      const problem = tellBadFormat(format);
      if (problem !== undefined) throw new StoryError(problem);
      const { locale } = this.settings.browser;
      this.memory.remember(name, formatDate(new Date(ms), format, locale));
    },
  ),
);

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
