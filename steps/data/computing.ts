// Phrases that do something with a value and keep the result: "I add 5 to {{count}} and save it as "total"".
import { defineParameterType, When } from "@cucumber/cucumber";
import { literalPattern, readLiteral } from "../../src/checks/literal.ts";
import { readMoment as readWrittenMoment } from "../../src/checks/numbers.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { readNamedMoment } from "./named-moment.ts";
import { calculate, numberOf } from "./numbers.ts";

const verbs =
  "adds?|subtracts?|multipl(?:y|ies)|divides?|rounds?|converts?|turns?|trims?|joins?|concatenates?|appends?";

defineParameterType({
  name: "computation",
  regexp: `(?:${verbs}) \\S.*?`,
  useForSnippets: false,
  preferForRegexpMatch: false,
  transformer: (words: string) => words,
});

defineParameterType({
  name: "keepsit",
  regexp:
    /(?:remember|store|save|keep)s? (?:it|(?:the |its )?(?:new )?(?:result|sum|difference|product|quotient|date|time|value|text)) (?:as|in|into|under)(?: the variable)?/,
  useForSnippets: false,
  transformer: (words: string) => words,
});

When(
  ...phrase(
    "{actor} {computation} and {keepsit} {text}",
    function (this: StoryWorld, _actor: unknown, words: string, _keeps: string, name: string) {
      this.memory.remember(name, compute(this, words));
    },
  ),
);

const operand = `(?:the (?:value|number|text|date|time) (?:of )?)?(${literalPattern})`;
const span = "(\\d+ (?:second|minute|hour|day|week|month|year)s?)";

type Compute = (world: StoryWorld, first: unknown, second: unknown) => unknown;

const number =
  (operation: string): Compute =>
  (world, first, second) =>
    calculate(numberOf(world, first), operation, numberOf(world, second));

/** What the words may be, and what comes of the two values in them. */
const computations: readonly (readonly [pattern: string, compute: Compute])[] = [
  [`add ${span} to ${operand}`, (world, by, date) => shift(world, `${by} after`, date)],
  [`subtract ${span} from ${operand}`, (world, by, date) => shift(world, `${by} before`, date)],
  [`add ${operand} (?:and|to|plus) ${operand}`, number("plus")],
  [`subtract ${operand} from ${operand}`, (world, by, from) => number("minus")(world, from, by)],
  [`multiply ${operand} (?:by|and|with) ${operand}`, number("times")],
  [`divide ${operand} by ${operand}`, number("divided by")],
  [`round ${operand} to (\\d+) (?:decimals?|digits|(?:decimal )?places)`, round],
  [`round ${operand}(?: to (?:an integer|a whole number|the nearest integer))?`, round],
  [`(?:convert|turn) ${operand} (?:to|into) upper ?case`, (_, text) => String(text).toUpperCase()],
  [`(?:convert|turn) ${operand} (?:to|into) lower ?case`, (_, text) => String(text).toLowerCase()],
  [`(?:convert|turn) ${operand} (?:to|into) a (?:text|string)`, (_, value) => String(value)],
  [`(?:convert|turn) ${operand} (?:to|into) a number`, (world, text) => numberOf(world, text)],
  [`trim ${operand}`, (_, text) => String(text).trim()],
  [`(?:join|concatenate) ${operand} (?:and|with) ${operand}`, (_, one, two) => `${one}${two}`],
  [`append ${operand} to ${operand}`, (_, end, start) => `${start}${end}`],
];

function compute(world: StoryWorld, spoken: string): unknown {
  const words = spoken.replace(/^multiplies/, "multiply").replace(/^(\w+?)s (?=\S)/, "$1 ");
  for (const [pattern, result] of computations) {
    const found = new RegExp(`^${pattern}$`).exec(words);
    if (found === null) continue;
    const [first, second] = found.slice(1).map((text) => valueIn(world, text));
    return result(world, first, second);
  }
  throw new StoryError(
    `"${spoken}" cannot be worked out.\n` +
      'Write, for example: I add 5 to {{count}} and save it as "total"; I round {{price}} to 2 decimals and save it as "rounded"; ' +
      'I convert {{name}} to uppercase and save it as "upper".',
  );
}

function valueIn(world: StoryWorld, text: string | undefined): unknown {
  if (text === undefined || !new RegExp(`^${literalPattern}$`).test(text)) return text;
  return readLiteral(text, (words) => world.memory.resolveValue(words)).value;
}

/** With its time where the date that it is counted from has one. */
function shift(world: StoryWorld, words: string, date: unknown): string {
  if (readWrittenMoment(String(date)) === undefined)
    throw new StoryError(
      `${JSON.stringify(date)} is no date such as 2026-02-03, so nothing can be counted from it.`,
    );
  const what = String(date).includes("T") ? "time" : "date";
  return readNamedMoment(`${what} ${words} "${date}"`, world.memory.now, (text) => text).text;
}

function round(world: StoryWorld, value: unknown, places: unknown = 0): number {
  const exact = numberOf(world, value);
  const digits = Math.min(Number(places), 100);
  // In decimal: 1.005 is a little less as a double, and is still to become 1.01.
  const shifted = Number(`${exact}e${digits}`);
  return Number.isNaN(shifted)
    ? Number(exact.toFixed(digits))
    : Number(`${Math.round(shifted)}e-${digits}`);
}
