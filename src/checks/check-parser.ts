// From the words of a sentence to a check. The grammar stands in grammar.ts.
import { closest } from "fastest-levenshtein";
import type { Check } from "./check.ts";
import { headPattern, ignoringCasePattern } from "./check-pattern.ts";
import { type Form, forms, type Verb, verbs } from "./grammar.ts";
import { judgeValue, type Question } from "./judgement.ts";
import type { Resolve } from "./literal.ts";
import { readPredicate } from "./predicate-reader.ts";
import { plainSurroundings, type Surroundings } from "./surroundings.ts";

export type ParsedCheck =
  | { readonly kind: "ok"; readonly check: Check }
  | { readonly kind: "error"; readonly message: string };

interface Head {
  readonly verb: Verb;
  readonly negated: boolean;
  readonly tail: string;
  /** Where the tail begins in the text; its end when there is none. */
  readonly tailAt: number;
  readonly ignoreCase: boolean;
}

const heads = (Object.keys(verbs) as Verb[]).map((verb) => ({
  verb,
  pattern: new RegExp(`^(${headPattern(verb)})(?: (.*))?$`, "s"),
}));

const tails = forms.map((form) => ({ form, pattern: new RegExp(`^(?:${form.pattern})$`, "s") }));

const caseSuffix = new RegExp(`${ignoringCasePattern}$`);

/**
 * Reads a check such as `should not be empty`. Says where and why when it is none.
 * @param resolve Gives `{{name}}` its value; called now, so what it throws is thrown.
 * @param surroundings The clock, the locale and the team's own kinds. Default: the machine's clock, en-GB, none.
 */
export function parseCheck(
  text: string,
  resolve: Resolve = (name) => name,
  surroundings: Surroundings = plainSurroundings,
): ParsedCheck {
  const head = readHead(text);
  if (head === undefined) return failAt(text, 0, tellNoVerb(text));
  for (const { form, pattern } of tails) {
    const groups = form.verb === head.verb ? pattern.exec(head.tail) : null;
    if (groups === null) continue;
    const pieces = groups.groups ?? {};
    const read = readPredicate(form.name, pieces, head.ignoreCase, resolve, surroundings);
    if (read.kind === "error") return failAt(text, head.tailAt, read.message);
    const negated = head.negated !== read.inverse;
    return { kind: "ok", check: toCheck(text, { predicate: read.predicate, negated }) };
  }
  return failAt(text, head.tailAt, tellNoTail(head));
}

function toCheck(text: string, question: Question): Check {
  const { field } = question.predicate;
  return {
    text,
    negated: question.negated,
    ...(field !== undefined && { field }),
    judge: (actual, subject = "the value", source = "text") =>
      judgeValue(question, actual, subject, source),
    judgeOpposite: (actual, subject = "the value", source = "text") =>
      judgeValue({ ...question, negated: !question.negated }, actual, subject, source),
  };
}

function readHead(text: string): Head | undefined {
  const ignoreCase = caseSuffix.test(text);
  const words = text.replace(caseSuffix, "");
  for (const { verb, pattern } of heads) {
    const [, head, tail = ""] = pattern.exec(words) ?? [];
    if (head === undefined) continue;
    const tailAt = tail === "" ? text.length : head.length + 1;
    return { verb, negated: /(?:\bnot|n't)\b/.test(head), tail, tailAt, ignoreCase };
  }
  return undefined;
}

function tellNoVerb(text: string): string {
  const nearest = closest(text, examples(forms));
  return `a check begins with "should", "must", "is" or a verb such as "contains"; the nearest is: ${nearest}`;
}

function tellNoTail({ verb, tail }: Head): string {
  const ofVerb = forms.filter((form) => form.verb === verb);
  const wording = ofVerb.length === 1 ? "it can be" : "the nearest is";
  return `${tail === "" ? "something is missing" : "this is not understood"} after "${verb}"; ${wording}: ${closest(
    `should ${verb} ${tail}`,
    examples(ofVerb),
  )}`;
}

function examples(of: readonly Form[]): readonly string[] {
  return of.map(({ verb, example }) => `should ${verb} ${example}`.trimEnd());
}

function failAt(text: string, offset: number, problem: string): ParsedCheck {
  const pointer = `${" ".repeat(offset)}^`;
  return { kind: "error", message: `not a check:\n  ${text}\n  ${pointer}\n${problem}` };
}
