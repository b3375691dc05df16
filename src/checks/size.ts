// How many: characters of a text (as Unicode counts them), its lines, items of a list, keys of an object.
import { type Comparison, compare } from "./order.ts";
import { outcomeOf, type Predicate, unfit } from "./predicate.ts";
import { nameKind, showValue } from "./shown-value.ts";

/** What is counted: `length` takes what there is to count. */
export type Unit = "length" | "characters" | "items" | "lines";

export type Bound =
  | { readonly kind: "exactly"; readonly count: number }
  | { readonly kind: "compared"; readonly comparison: Comparison; readonly count: number }
  | { readonly kind: "between"; readonly low: number; readonly high: number };

export function sized(bound: Bound, unit: Unit): Predicate {
  const words = `have ${unit === "length" ? `length ${showBound(bound)}` : countOf(bound, unit)}`;
  return {
    words,
    test(actual) {
      const size = sizeOf(actual, unit);
      if (size === undefined) {
        return unfit(`it was ${showValue(actual)}: ${nameKind(actual)} has no ${unit} to count`);
      }
      if (fits(size, bound)) return { kind: "holds" };
      const had = unit === "length" ? `had ${size} ${countedIn(actual, size)}` : `had ${size}`;
      return { kind: "fails", difference: `${words}, but it ${had}: ${showValue(actual)}` };
    },
  };
}

/** Undefined when there is nothing of that unit to count. */
function sizeOf(actual: unknown, unit: Unit): number | undefined {
  if (unit === "lines") return typeof actual === "string" ? linesOf(actual).length : undefined;
  if (Array.isArray(actual)) return unit === "characters" ? undefined : actual.length;
  if (typeof actual === "object" && actual !== null) {
    return unit === "characters" ? undefined : Object.keys(actual).length;
  }
  return unit === "items" || typeof actual !== "string" ? undefined : [...actual].length;
}

/** What a length is the number of. */
function countedIn(actual: unknown, size: number): string {
  const thing = Array.isArray(actual) ? "item" : typeof actual === "string" ? "character" : "key";
  return size === 1 ? thing : `${thing}s`;
}

/** The lines of a text. The line break at its end begins no line. */
export function linesOf(text: string): readonly string[] {
  const trimmed = text.replace(/\r?\n$/, "");
  return trimmed === "" ? [] : trimmed.split(/\r?\n/);
}

function fits(size: number, bound: Bound): boolean {
  switch (bound.kind) {
    case "exactly":
      return size === bound.count;
    case "compared":
      return compare(size, bound.comparison, bound.count);
    case "between":
      return size >= bound.low && size <= bound.high;
  }
}

const comparisonWords: Readonly<Record<Comparison, string>> = {
  ">": "more than",
  ">=": "at least",
  "<": "fewer than",
  "<=": "at most",
};

function showBound(bound: Bound): string {
  switch (bound.kind) {
    case "exactly":
      return String(bound.count);
    case "compared":
      return `${comparisonWords[bound.comparison]} ${bound.count}`;
    case "between":
      return `between ${bound.low} and ${bound.high}`;
  }
}

/** "1 item", "at least 3 characters". */
function countOf(bound: Bound, unit: Unit): string {
  const isOne = bound.kind !== "between" && bound.count === 1;
  return `${showBound(bound)} ${isOne ? unit.replace(/s$/, "") : unit}`;
}

/** No characters, no items, no keys, or null. */
export const empty: Predicate = {
  words: "be empty",
  test: (actual) => outcomeOf(isEmpty(actual)),
};

function isEmpty(actual: unknown): boolean {
  if (actual === null || actual === "") return true;
  if (Array.isArray(actual)) return actual.length === 0;
  return typeof actual === "object" && Object.keys(actual).length === 0;
}

/** There is such a thing, null included. */
export const existing: Predicate = {
  words: "exist",
  judgesAbsence: true,
  test: (actual) => outcomeOf(actual !== undefined),
};
