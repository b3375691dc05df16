// Whether a scenario can be done again and again. It reads the words of steps and knows no product: what it says is a
// suspicion with its reason. English words, as the packaged phrases have them.
import type { Case, Scenario, Step } from "../story/story.ts";
import { blankData } from "./plain-words.ts";

/** A step that makes something, and the value that can only be made once. */
export interface Unrepeatable {
  readonly creating: Step;
  /** What in the creating step says that it makes something: `POST`, `Register`. */
  readonly sign: string;
  readonly literal: string;
  readonly literalStep: Step;
}

const expecting = /\b(?:should|must|expects?|sees?)\b/i;

/** Requests that change nothing though their method could: signing in, searching, asking what would be. */
const harmless =
  /\b(?:sign-?in|log-?in|logout|sign-?out|sessions?|tokens?|oauth2?|auth|authenticate|search|query|graphql)\b/i;
/** What only asks, with a question too long for an address: `POST /orders/preview`. */
const asking =
  /\/(?:preview|(?:re)?validat(?:e|ion)|check|verify|(?:re)?calculat(?:e|ion|or)|quote|estimate|simulat(?:e|ion)|dry-run)(?![\w-])/i;
const method = /\b(?:POST|PUT|PATCH|DELETE)\b/;

/** The method of a request that may change something; undefined for any other step. */
export function findWritingMethod({ text }: Step): string | undefined {
  const found = holdsMethod(text) ? method.exec(text)?.[0] : undefined;
  if (found === undefined || expecting.test(text) || harmless.test(text)) return undefined;
  return found === "POST" && asking.test(text) ? undefined : found;
}

/** Looking for four letters is far faster than an expression, and most steps have none of them. */
function holdsMethod(text: string): boolean {
  return (
    text.includes("POST") ||
    text.includes("PUT") ||
    text.includes("PATCH") ||
    text.includes("DELETE")
  );
}

// Also in quotes: `I press "Sign up"`.
const creates =
  /\b(?:creates?|registers?|sign(?:s|ing)? up|publish(?:es)?|invites?|subscribes?|adds? an? new)\b/i;

function findCreatingSign(step: Step): string | undefined {
  const posting = findWritingMethod(step);
  if (posting === "POST") return posting;
  const sign = creates.exec(step.text)?.[0];
  return sign === undefined || expecting.test(step.text) ? undefined : sign;
}

/** Longer values are data; looking for an address in them would take the square of their length. */
const longestValue = 1000;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Names of fields whose values a product takes once. */
const uniqueField =
  /^(?:e-?mail|user-?name|login|handle|slug|sku|isbn|iban|phone|external-?id|e-?mail address|user name|phone number)$/i;
/** One of these is in every text with an address or such a field, or in the values that a row puts there. */
const mayBeUnique = /[@<]|mail|user|login|handle|slug|sku|isbn|iban|phone|external/i;
const isTemplate = (text: string): boolean => text.includes("{{");

/**
 * The first step that makes something, when the scenario gives it a value that can be made once: an email address, or
 * a value of a field such as a user name or a slug. A value with `{{…}}` in it is new each time, or may be.
 */
export function findUnrepeatable(scenario: Scenario, one: Case): Unrepeatable | undefined {
  for (const creating of scenario.steps) {
    const sign = findCreatingSign(creating);
    if (sign === undefined) continue;
    for (const literalStep of scenario.steps) {
      const literal = findUniqueLiteral(literalStep, one);
      if (literal !== undefined) return { creating, sign, literal, literalStep };
    }
    return undefined;
  }
  return undefined;
}

function findUniqueLiteral(step: Step, one: Case): string | undefined {
  if (expecting.test(step.text)) return undefined;
  if (step.argument === undefined && !mayBeUnique.test(step.text)) return undefined;
  const fill = (text: string): string =>
    one.values === undefined
      ? text
      : text.replace(/<([^<>]+)>/g, (all, name: string) => one.values?.[name] ?? all);
  const text = fill(step.text);
  const named = /"([^"]+)" (?:with|as|to) "([^"]+)"/.exec(text) ?? [];
  const field = /"([^"]+)" (?:in|into|for) (?:the )?"([^"]+)"/.exec(text) ?? [];
  const pairs: readonly Pair[] = [
    [named[1], named[2]],
    [field[2], field[1]],
    ...pairsOfArgument(step, fill),
  ];
  return emailIn(text) ?? pairs.flatMap(literalOf)[0];
}

type Pair = readonly [field: string | undefined, value: string | undefined];

function literalOf([field = "", value = ""]: Pair): readonly string[] {
  if (value === "" || isTemplate(value)) return [];
  if (emailIn(value) !== undefined) return [value];
  return uniqueField.test(field.trim().replaceAll("_", "-")) ? [value] : [];
}

/** An address that stands for itself, and is not part of `{{…}}`. */
function emailIn(text: string): string | undefined {
  if (text.length > longestValue || !text.includes("@")) return undefined;
  return email.exec(text.replace(/\S*\{\{[^{}]*\}\}\S*/g, " "))?.[0];
}

/** Fields with their values: of a table of two columns, of one with a header, of JSON. */
function pairsOfArgument({ argument }: Step, fill: (text: string) => string): readonly Pair[] {
  if (argument === undefined) return [];
  if (argument.kind === "text") {
    const json = fill(argument.content).matchAll(/"([^"\\]+)"\s*:\s*"([^"\\]*)"/g);
    return [...json].map(([, field, value]) => [field, value]);
  }
  const rows = argument.rows.map((row) => row.map(fill));
  const [header = [], ...body] = rows;
  if (header.length === 2) return rows.map(([field, value]) => [field, value]);
  return body.flatMap((row) => row.map((value, index): Pair => [header[index], value]));
}

/** Whether a step of the packaged phrases takes generated values: `any email address as "email"`. */
export function isGenerating({ text }: Step): boolean {
  return /\bany\b/i.test(blankData(text));
}
