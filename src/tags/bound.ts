// Bounds: `p95<300ms`, `p75<0.1`, `<1%`. One tag holds one bound.
import { readDuration } from "./duration.ts";
import { isWithin, limits } from "./limits.ts";
import { type Piece, right, show, withRightRepair, wrong } from "./mistake.ts";
import { readNumber } from "./number.ts";
import { readOperator } from "./operator.ts";
import { readQuantile } from "./quantile.ts";
import { readShare } from "./share.ts";
import { exampleValue } from "./tag-example.ts";
import type { Bound, WebVital } from "./tag-value.ts";
import { type PlacedPiece, readWhole, refuse, type ValueReading } from "./value-reading.ts";

type BoundKey = "latency" | WebVital;

/** bound = quantile , operator , ( duration | number ) ; the number is for `cls`, which has no unit. */
export function readQuantileBound(key: BoundKey, text: string): ValueReading {
  const several = explainSeveral(key, text);
  if (several !== undefined) return several;
  const parts = splitBound(text);
  if (isNoBound(parts)) return refuseAll(key, text, isPercentile(parts.before) ? parts.before : "");
  const quantile = readQuantile(parts.before);
  // A limit alone misses one thing, not two.
  const isAlone = parts.before === "" && parts.operator === "";
  const operator = isAlone ? right(false, "<") : readOperator(parts.operator);
  const limit =
    key === "cls" ? readShift(parts.after) : readDuration(parts.after, exampleLimit(key));
  if (quantile.kind === "right" && operator.kind === "right" && limit.kind === "right") {
    const bound: Bound = { limit: limit.value, isInclusive: operator.value };
    return { kind: "known", value: { kind: key, quantile: quantile.value, bound } };
  }
  return refuse(key, place(key, parts, [quantile, operator, limit]));
}

/** error-bound = operator , share ; `<0%` holds for nothing, `<=100%` for everything. */
export function readErrorBound(text: string): ValueReading {
  const parts = splitBound(text);
  if (isNoBound(parts)) return refuseAll("errors", text, "");
  const before: Piece<string> =
    parts.before === "" ? right("", "") : wrong("the share of failures has no percentile", "");
  const operator = readOperator(parts.operator);
  const limit = readShare(parts.after, "1%");
  if (before.kind === "right" && operator.kind === "right" && limit.kind === "right") {
    const bound: Bound = { limit: limit.value, isInclusive: operator.value };
    return readWhole("errors", text, toPossible(bound, text), () => ({ kind: "errors", bound }));
  }
  // No share is below zero, so where the limit is zero only `<=` is a way out.
  const isZero = limit.kind === "right" ? limit.value === 0 : Number.parseFloat(limit.repair) === 0;
  const sign = isZero ? asInclusive(operator) : operator;
  return refuse("errors", place("errors", parts, [before, sign, limit]));
}

function asInclusive(operator: Piece<boolean>): Piece<boolean> {
  return operator.kind === "right" ? right(true, "<=") : { ...operator, repair: "<=" };
}

function toPossible({ limit, isInclusive }: Bound, text: string): Piece<string> {
  if (limit === 0 && !isInclusive) return wrong("no share is below 0%", "<=0%");
  if (limit === 1 && isInclusive) return wrong("every share is at most 100%", "<1%");
  return right(text, text);
}

function readShift(text: string): Piece<number> {
  const example = exampleLimit("cls");
  return withRightRepair(readAnyShift(text, example), (one) => readAnyShift(one, example), example);
}

function readAnyShift(text: string, example: string): Piece<number> {
  const digits = /^(\d+(?:\.\d+)?)[^\d.,]+$/u.exec(text)?.[1];
  if (digits !== undefined) {
    const places = text.endsWith("%") ? -2 : 0;
    const repair = String(Number(`${digits}e${places}`));
    return wrong("a layout shift is a number without unit", repair);
  }
  const piece = readNumber(text, example);
  if (piece.kind === "wrong" || isWithin(piece.value, limits.shift)) return piece;
  return wrong("a layout shift is above 0 and at most 100", example);
}

/** What a limit looks like where none is given: `300ms`. */
function exampleLimit(key: BoundKey): string {
  return exampleValue(key).replace(/^[^<]*</, "");
}

/** `p95<300ms,p99<1s`: one tag holds one bound, so that each has a verdict of its own. */
function explainSeveral(key: BoundKey, text: string): ValueReading | undefined {
  const [, first = "", sign = "", second = ""] =
    /^([^,;&]+)([,;&]+)(p\d.*|max.*)$/.exec(text) ?? [];
  if (sign === "") return undefined;
  const start = key.length + 2 + first.length;
  const message = "a tag holds one bound";
  const wayOut = `Write two tags: @${key}:${first} @${key}:${second}.`;
  return {
    kind: "malformed",
    mistakes: [{ start, length: text.length - first.length, message, wayOut }],
  };
}

interface Parts {
  readonly before: string;
  readonly operator: string;
  readonly after: string;
}

const operatorSign = "[<>=≤≥:]";
const boundParts = new RegExp(`^((?:(?!${operatorSign}).)*)(${operatorSign}*)(.*)$`, "su");

/** A superset of the grammar: anything, signs of comparison, anything. */
function splitBound(text: string): Parts {
  const [, head = "", operator = "", after = ""] = boundParts.exec(text) ?? [];
  // `300ms` alone is a limit without the rest, not a percentile without one.
  const isLimit = operator === "" && /^[-+]?[\d.,]+(?:%|(?!th)\p{L}+)?$/u.test(head);
  return isLimit ? { before: "", operator: "", after: head } : { before: head, operator, after };
}

/** Whether there is nothing to take apart: `fast`, `p95`, or not a sign. */
function isNoBound({ operator, after }: Parts): boolean {
  return operator === "" && after === "";
}

function isPercentile(text: string): boolean {
  return readQuantile(text).kind === "right";
}

function refuseAll(key: BoundKey | "errors", text: string, percentile: string): ValueReading {
  const example = exampleValue(key).replace(/^[^<]*/, (usual) => percentile || usual);
  const message =
    text === ""
      ? "the bound is missing"
      : percentile === ""
        ? `${show(text)} is not a bound such as ${example}`
        : `${percentile} has no limit`;
  return refuse(key, [
    { piece: wrong(message, example), start: key.length + 2, length: text.length },
  ]);
}

function place(
  key: string,
  { before, operator, after }: Parts,
  [first, second, third]: readonly [Piece<unknown>, Piece<unknown>, Piece<unknown>],
): readonly PlacedPiece[] {
  const start = key.length + 2;
  return [
    { piece: first, start, length: before.length },
    { piece: second, start: start + before.length, length: operator.length },
    { piece: third, start: start + before.length + operator.length, length: after.length },
  ];
}
