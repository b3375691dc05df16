// From the pieces of a matched form to the predicate that it asks. It knows no verbs and no negation.
import { STATUS_CODES } from "node:http";
import { equalTo, oneOf } from "./equality.ts";
import { boundComparisons, type FormName } from "./grammar.ts";
import { readKind } from "./kind-words.ts";
import { ofKind } from "./kinds.ts";
import { literalPattern, type Resolve, readLiteral } from "./literal.ts";
import { between, type Comparison, compared } from "./order.ts";
import { containing, endingWith, matching, startingWith } from "./parts.ts";
import { parsePattern } from "./pattern.ts";
import type { Operand, Predicate } from "./predicate.ts";
import { type Bound, empty, existing, sized, type Unit } from "./size.ts";

export type ReadPredicate =
  /** `inverse`: the words themselves say no ("be missing", "have no items"). */
  | { readonly kind: "ok"; readonly predicate: Predicate; readonly inverse: boolean }
  | { readonly kind: "error"; readonly message: string };

type Pieces = Readonly<Record<string, string | undefined>>;

/** Forms that compare text, where "ignoring case" means something. */
const textual: ReadonlySet<FormName> = new Set([
  "equal",
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
  /** The operand of that name. */
  readonly operand: (piece: string) => Operand;
}

const order = (comparison: Comparison) => (reading: Reading) =>
  ok(compared(comparison, reading.operand("value")));

const readers: Readonly<Record<FormName, (reading: Reading) => ReadPredicate>> = {
  equal: ({ operand, ignoreCase }) => ok(equalTo(operand("value"), ignoreCase)),
  status: ({ pieces }) => readStatus(pieces["code"] ?? "", pieces["reason"] ?? ""),
  ">": order(">"),
  ">=": order(">="),
  "<": order("<"),
  "<=": order("<="),
  between: ({ operand }) => ok(between(operand("low"), operand("high"))),
  "one-of": ({ pieces, ignoreCase, resolve }) =>
    ok(oneOf(readList(pieces["list"] ?? "", resolve), ignoreCase)),
  kind: ({ pieces }) => readKindPredicate(pieces["kind"] ?? ""),
  empty: () => ok(empty),
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
): ReadPredicate {
  if (ignoreCase && !textual.has(name)) {
    return { kind: "error", message: `"ignoring case" goes with text only; leave it out` };
  }
  const operand = (piece: string) => readLiteral(pieces[piece] ?? "null", resolve);
  return readers[name]({ pieces, ignoreCase, resolve, operand });
}

function ok(predicate: Predicate, inverse = false): ReadPredicate {
  return { kind: "ok", predicate, inverse };
}

function readStatus(code: string, reason: string): ReadPredicate {
  const right = STATUS_CODES[code];
  if (right?.toLowerCase() !== reason.toLowerCase()) {
    const fix = right === undefined ? "leave the words out" : `${code} is "${right}"`;
    return { kind: "error", message: `${code} is not called "${reason}": ${fix}` };
  }
  return ok(equalTo({ value: Number(code), isText: false }, false));
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
  return /^(?:character|letter)/.test(noun) ? "characters" : "items";
}
