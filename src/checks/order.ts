// More and less: numbers by size, ISO dates by time. Words are not ordered: "10" before "9" helps nobody.
import { readMoment, readNumber } from "./numbers.ts";
import {
  type Operand,
  type Outcome,
  outcomeOf,
  type Predicate,
  type Source,
  unfit,
} from "./predicate.ts";
import { showValue } from "./shown-value.ts";

export type Comparison = ">" | ">=" | "<" | "<=";

const comparisons: Readonly<
  Record<
    Comparison,
    { words: string; inTime: string; test: (left: number, right: number) => boolean }
  >
> = {
  ">": { words: "greater than", inTime: "after", test: (left, right) => left > right },
  ">=": { words: "at least", inTime: "no earlier than", test: (left, right) => left >= right },
  "<": { words: "less than", inTime: "before", test: (left, right) => left < right },
  "<=": { words: "at most", inTime: "no later than", test: (left, right) => left <= right },
};

/** "greater than 5" as it stands in a failure; of a date, "after …". */
function showComparison(comparison: Comparison, limit: unknown): string {
  const { words, inTime } = comparisons[comparison];
  return `${toMoment(limit) === undefined ? words : inTime} ${showValue(limit)}`;
}

export function compare(left: number, comparison: Comparison, right: number): boolean {
  return comparisons[comparison].test(left, right);
}

export function compared(comparison: Comparison, limit: Operand): Predicate {
  return {
    words: `be ${showComparison(comparison, limit.value)}`,
    test: (actual, source) =>
      order(actual, [limit], source, ([value = 0, bound = 0]) => compare(value, comparison, bound)),
  };
}

/** Both ends belong to it. */
export function between(low: Operand, high: Operand): Predicate {
  return {
    words: `be between ${showValue(low.value)} and ${showValue(high.value)}`,
    test: (actual, source) =>
      order(
        actual,
        [low, high],
        source,
        ([value = 0, from = 0, to = 0]) => value >= from && value <= to,
      ),
  };
}

/** Asks about a value and its bounds once all of them are numbers, or all are dates. */
function order(
  actual: unknown,
  bounds: readonly Operand[],
  source: Source,
  test: (values: readonly number[]) => boolean,
): Outcome {
  const limits = bounds.map(({ value }) => value);
  for (const read of [toNumber, toMoment]) {
    const isNumber = read === toNumber;
    // A number in JSON is not text: "5" is not more than 3 there.
    if (isNumber && source === "data" && typeof actual === "string") continue;
    const values = [actual, ...limits].map(read);
    if (values.every((value) => value !== undefined)) return outcomeOf(test(values));
  }
  return unfit(tellUnordered(actual, limits));
}

function tellUnordered(actual: unknown, limits: readonly unknown[]): string {
  const limit = limits.find(
    (value) => toNumber(value) === undefined && toMoment(value) === undefined,
  );
  if (limit !== undefined) return `${showValue(limit)} is neither a number nor a date`;
  const wanted = limits.every((value) => toNumber(value) !== undefined) ? "a number" : "a date";
  return `it was ${showValue(actual)}, which is not ${wanted}`;
}

/** True for what has an order: numbers and dates. */
export function isOrdered(value: unknown): boolean {
  return toNumber(value) !== undefined || toMoment(value) !== undefined;
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" ? readNumber(value) : undefined;
}

function toMoment(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  return typeof value === "string" ? readMoment(value) : undefined;
}
