// When a value equals what a sentence says. In quotes: as a person reads it. Without quotes: value and type,
// where a value that has no types of its own (a page's text, a header) is read as what is expected.
import { tellDifference } from "./failure-text.ts";
import { matchJson } from "./json-match.ts";
import { tellMismatches } from "./json-mismatch.ts";
import { readNumber } from "./numbers.ts";
import { type Operand, outcomeOf, type Predicate, type Source } from "./predicate.ts";
import { showValue } from "./shown-value.ts";

/** True when `actual` equals the operand. Objects and lists are equal when all they hold is. */
export function equals(
  actual: unknown,
  { value, isText }: Operand,
  source: Source,
  ignoreCase = false,
): boolean {
  if (isText && typeof value === "string") {
    const written = asWritten(actual);
    return written !== undefined && foldIf(ignoreCase, written) === foldIf(ignoreCase, value);
  }
  if (typeof actual === "string" && source === "text") return readsAs(actual, value);
  if (isNested(value) && isNested(actual)) return matchExactly(actual, value).length === 0;
  return actual === value;
}

/** The value as people write it, when it is text, a number or true/false. */
export function asWritten(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return String(value);
  }
  return undefined;
}

export function foldIf(ignoreCase: boolean, text: string): string {
  return ignoreCase ? text.toLowerCase() : text;
}

function readsAs(text: string, value: unknown): boolean {
  if (typeof value === "number") return readNumber(text) === value;
  if (typeof value === "boolean") return text.trim() === String(value);
  return text === value;
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A remembered value is what it is: "#string" in it is no placeholder. */
function matchExactly(actual: unknown, expected: unknown) {
  return matchJson(actual, expected, { mode: "exact", order: "ordered", placeholders: false });
}

export function equalTo(operand: Operand, ignoreCase: boolean): Predicate {
  const { value } = operand;
  return {
    words: `be ${showValue(value)}${ignoreCase ? " ignoring case" : ""}`,
    test(actual, source) {
      if (equals(actual, operand, source, ignoreCase)) return { kind: "holds" };
      const difference = tellInequality(actual, value);
      return difference === undefined ? { kind: "fails" } : { kind: "fails", difference };
    },
  };
}

function tellInequality(actual: unknown, expected: unknown): string | undefined {
  if (typeof actual === "string" && typeof expected === "string") {
    return tellDifference(expected, actual);
  }
  if (isNested(actual) && isNested(expected)) {
    return `be ${showValue(expected)}, ${tellMismatches(matchExactly(actual, expected))}`;
  }
  return undefined;
}

export function oneOf(operands: readonly Operand[], ignoreCase: boolean): Predicate {
  const shown = operands.map(({ value }) => showValue(value)).join(", ");
  return {
    words: `be one of ${shown}${ignoreCase ? " ignoring case" : ""}`,
    test: (actual, source) =>
      outcomeOf(operands.some((operand) => equals(actual, operand, source, ignoreCase))),
  };
}
