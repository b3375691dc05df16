// From the pieces of a matched form to the predicate that it asks. It knows no verbs and no negation.
import { STATUS_CODES } from "node:http";
import { type Amount, readAmount } from "./amount.ts";
import { readByteSize } from "./byte-size.ts";
import { equalTo, oneOf } from "./equality.ts";
import { boundComparisons, type FormName } from "./grammar.ts";
import { readKind } from "./kind-words.ts";
import { isOfKind, ofKind } from "./kinds.ts";
import { literalPattern, type Resolve, readLiteral } from "./literal.ts";
import { havingMember } from "./member.ts";
import {
  betweenAmounts,
  comparedAmount,
  isWrittenAmount,
  readWrittenAmount,
  sameAmount,
} from "./money.ts";
import { between, type Comparison, compared, isOrdered } from "./order.ts";
import { readOwnKind } from "./own-kind.ts";
import { containing, endingWith, matching, startingWith } from "./parts.ts";
import { parsePattern } from "./pattern.ts";
import type { Operand, Predicate } from "./predicate.ts";
import { showValue } from "./shown-value.ts";
import { type Bound, empty, existing, sized, type Unit } from "./size.ts";
import type { Surroundings } from "./surroundings.ts";
import { atMoment, lately, near } from "./time.ts";

export type ReadPredicate =
  /** `inverse`: the words themselves say no ("be missing", "have no items"). */
  | { readonly kind: "ok"; readonly predicate: Predicate; readonly inverse: boolean }
  | { readonly kind: "error"; readonly message: string };

type Pieces = Readonly<Record<string, string | undefined>>;

/** Forms that compare text, where "ignoring case" means something. */
const textual: ReadonlySet<FormName> = new Set([
  "equal",
  "different",
  "one-of",
  "contain",
  "start",
  "end",
  "match",
]);

interface Reading {
  readonly pieces: Pieces;
  readonly ignoreCase: boolean;
  readonly resolve: Resolve;
  readonly surroundings: Surroundings;
  /** The operand of that name. */
  readonly operand: (piece: string) => Operand;
}

/** The bytes of "5 MB"; undefined where no size is written. */
function sizeOf({ bytes, byteUnit }: Pieces): Operand | undefined {
  if (bytes === undefined) return undefined;
  return { value: readByteSize(Number(bytes), byteUnit ?? ""), isText: false };
}

const order =
  (comparison: Comparison) =>
  (reading: Reading): ReadPredicate => {
    const size = sizeOf(reading.pieces);
    if (size !== undefined) return ok(compared(comparison, size));
    const [problem, amount] = readQuantities(reading, ["value"]);
    if (problem !== undefined) return { kind: "error", message: problem };
    const { locale } = reading.surroundings;
    return amount === undefined
      ? ok(compared(comparison, reading.operand("value")))
      : ok(comparedAmount(comparison, amount, locale));
  };

const readers: Readonly<Record<FormName, (reading: Reading) => ReadPredicate>> = {
  equal: ({ operand, ignoreCase }) => ok(equalTo(operand("value"), ignoreCase)),
  status: ({ pieces }) => readStatus(pieces["code"] ?? "", pieces["reason"] ?? ""),
  ">": order(">"),
  ">=": order(">="),
  "<": order("<"),
  "<=": order("<="),
  bytes: ({ pieces, operand }) => ok(equalTo(sizeOf(pieces) ?? operand("value"), false)),
  different: ({ operand, ignoreCase }) => ok(equalTo(operand("value"), ignoreCase), true),
  class: ({ pieces }) => readStatusClass(Number(pieces["class"])),
  between: readBetween,
  amount: readAmountPredicate,
  moment: ({ pieces, surroundings }) => ok(atMoment(pieces["moment"] ?? "today", surroundings.now)),
  near: ({ pieces, operand }) =>
    ok(near(operand("value").value, Number(pieces["span"]), pieces["unit"] ?? "")),
  lately: readLately,
  own: readOwnPredicate,
  "one-of": ({ pieces, ignoreCase, resolve }) =>
    ok(oneOf(readList(pieces["list"] ?? "", resolve), ignoreCase)),
  kind: ({ pieces }) => readKindPredicate(pieces["kind"] ?? ""),
  empty: ({ pieces }) => readEmpty(pieces["kind"]),
  member: ({ pieces, operand }) =>
    ok(
      havingMember(
        String(operand(pieces["member"] === undefined ? "named" : "member").value),
        pieces["value"] === undefined ? undefined : operand("value"),
      ),
    ),
  present: () => ok(existing),
  exist: () => ok(existing),
  missing: () => ok(existing, true),
  contain: ({ operand, ignoreCase }) => ok(containing(operand("value"), ignoreCase)),
  start: ({ operand, ignoreCase }) => ok(startingWith(operand("value"), ignoreCase)),
  end: ({ operand, ignoreCase }) => ok(endingWith(operand("value"), ignoreCase)),
  match: readMatch,
  none: ({ pieces }) => ok(sized({ kind: "exactly", count: 0 }, readUnit(pieces["noun"]))),
  size: readSize,
};

/** The predicate of a matched form, or what is wrong with its pieces. */
export function readPredicate(
  name: FormName,
  pieces: Pieces,
  ignoreCase: boolean,
  resolve: Resolve,
  surroundings: Surroundings,
): ReadPredicate {
  if (ignoreCase && !textual.has(name)) {
    return { kind: "error", message: `"ignoring case" goes with text only; leave it out` };
  }
  const operand = (piece: string) => readLiteral(pieces[piece] ?? "null", resolve);
  return readers[name]({ pieces, ignoreCase, resolve, surroundings, operand });
}

function ok(predicate: Predicate, inverse = false): ReadPredicate {
  return { kind: "ok", predicate, inverse };
}

/** What is wrong with the limits, or the amounts that they are; no amounts where they are numbers or dates. */
function readQuantities(
  { pieces, operand }: Reading,
  names: readonly string[],
): readonly [problem: string | undefined, ...amounts: (Amount | undefined)[]] {
  const texts = names.map((name) => pieces[name] ?? "");
  const amounts = texts.map((text) =>
    isWrittenAmount(text) ? readWrittenAmount(text) : undefined,
  );
  const misread = texts.find((text, at) => isWrittenAmount(text) && amounts[at] === undefined);
  if (misread !== undefined) return [tellMisread(misread)];
  if (amounts.some((one) => one !== undefined) && amounts.includes(undefined)) {
    return ["an amount of money can only be compared with another; write both with their currency"];
  }
  if (!amounts.includes(undefined)) return [undefined, ...amounts];
  // What a name stands for may come from the product; what the sentence says itself is its own.
  const odd = names.find(
    (name) => !pieces[name]?.includes("{{") && !isOrdered(operand(name).value),
  );
  return [odd && `${showValue(operand(odd).value)} is neither a number nor a date nor an amount`];
}

function readBetween(reading: Reading): ReadPredicate {
  const [problem, low, high] = readQuantities(reading, ["low", "high"]);
  if (problem !== undefined) return { kind: "error", message: problem };
  const { operand, surroundings } = reading;
  return low === undefined || high === undefined
    ? ok(between(operand("low"), operand("high")))
    : ok(betweenAmounts(low, high, surroundings.locale));
}

/** In quotes, or remembered, it is written as the locale writes amounts; else as a sentence does. */
function readAmountPredicate({ pieces, resolve, surroundings }: Reading): ReadPredicate {
  const text = pieces["amount"] ?? "";
  const { locale } = surroundings;
  if (!/^["'{]/.test(text)) return amountOr(readWrittenAmount(text), text, locale);
  const { value } = readLiteral(text, resolve);
  if (typeof value === "number") return ok(sameAmount({ number: value }, locale));
  return amountOr(readAmount(String(value), locale), String(value), locale);
}

function amountOr(amount: Amount | undefined, text: string, locale: string): ReadPredicate {
  if (amount !== undefined) return ok(sameAmount(amount, locale));
  return { kind: "error", message: tellMisread(text) };
}

function tellMisread(text: string): string {
  return `${text} is not an amount; write 1,234.50 EUR, or in quotes as the page of that locale does`;
}

function readLately({ pieces, surroundings }: Reading): ReadPredicate {
  const direction = pieces["direction"] === "next" ? "next" : "last";
  return ok(lately(direction, Number(pieces["span"] ?? 1), pieces["unit"] ?? "", surroundings.now));
}

function readOwnPredicate({ pieces, surroundings }: Reading): ReadPredicate {
  const read = readOwnKind(pieces["own"] ?? "", surroundings.own);
  return typeof read === "string" ? { kind: "error", message: read } : ok(read);
}

function readStatus(code: string, reason: string): ReadPredicate {
  const right = STATUS_CODES[code];
  if (right?.toLowerCase() !== reason.toLowerCase()) {
    const fix = right === undefined ? "leave the words out" : `${code} is "${right}"`;
    return { kind: "error", message: `${code} is not called "${reason}": ${fix}` };
  }
  return ok(equalTo({ value: Number(code), isText: false }, false));
}

/** 2xx is any status from 200 to 299. */
function readStatusClass(first: number): ReadPredicate {
  const limit = (value: number): Operand => ({ value, isText: false });
  const range = between(limit(first * 100), limit(first * 100 + 99));
  return ok({ ...range, words: `be ${first}xx` });
}

function readList(list: string, resolve: Resolve): readonly Operand[] {
  const literals = list.match(new RegExp(literalPattern, "gs")) ?? [];
  return literals.map((literal) => readLiteral(literal, resolve));
}

function readKindPredicate(word: string): ReadPredicate {
  const read = readKind(word);
  if (read === undefined) return { kind: "error", message: `"${word}" is no kind of value` };
  return ok(ofKind(read.kind, read.words));
}

/** "An empty list" is a list as well. */
function readEmpty(word: string | undefined): ReadPredicate {
  const kind = word === undefined ? undefined : readKind(word)?.kind;
  if (word === undefined || kind === undefined) return ok(empty);
  const test: Predicate["test"] = (actual, source) =>
    isOfKind(actual, kind, source) ? empty.test(actual, source) : { kind: "fails" };
  return ok({ words: `be an empty ${word}`, test });
}

function readMatch({ pieces, ignoreCase, resolve }: Reading): ReadPredicate {
  const source = pieces["regex"] ?? String(readLiteral(pieces["text"] ?? '""', resolve).value);
  const parsed = parsePattern(source, ignoreCase);
  if (parsed.kind === "ok") return ok(matching(parsed.pattern));
  return { kind: "error", message: `this is not a regular expression: ${parsed.message}` };
}

function readSize({ pieces, resolve }: Reading): ReadPredicate {
  const bound = readBound((piece) => readCount(pieces[piece], resolve), pieces);
  if (typeof bound === "string") return { kind: "error", message: bound };
  return ok(sized(bound, readUnit(pieces["noun"])));
}

/** Words for the error when a count is none. */
function readBound(count: (piece: string) => number | string, pieces: Pieces): Bound | string {
  const at = boundComparisons.findIndex((_, index) => pieces[`bound${index}`] !== undefined);
  const comparison = boundComparisons[at];
  if (comparison !== undefined) {
    const limit = count(`limit${at}`);
    return typeof limit === "string" ? limit : { kind: "compared", comparison, count: limit };
  }
  if (pieces["low"] !== undefined) {
    const [low, high] = [count("low"), count("high")];
    if (typeof low === "string") return low;
    return typeof high === "string" ? high : { kind: "between", low, high };
  }
  const exact = count("count");
  return typeof exact === "string" ? exact : { kind: "exactly", count: exact };
}

function readCount(piece: string | undefined, resolve: Resolve): number | string {
  const value = piece?.startsWith("{{") ? resolve(piece) : piece;
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 ? count : `${piece} is not a number of things`;
}

function readUnit(noun: string | undefined): Unit {
  if (noun === undefined) return "length";
  if (noun.startsWith("line")) return "lines";
  return /^(?:character|letter)/.test(noun) ? "characters" : "items";
}
