// A place in expected JSON while it is compared, and the words for what is wrong there.
import { type Mismatch, memberPath } from "./json-mismatch.ts";
import { showValue } from "./shown-value.ts";

export interface MatchOptions {
  /** `partial`: objects may have more keys than expected, at every depth. `exact`: they may not. */
  readonly mode: "partial" | "exact";
  /** `any`: lists hold the same items in any order. In both, a list has as many items as expected. */
  readonly order: "ordered" | "any";
  /** False: "#string" is that text. Default: true. */
  readonly placeholders?: boolean;
}

export interface Place {
  readonly path: string;
  readonly depth: number;
  readonly options: MatchOptions;
}

export function inside(place: Place, member: string | number): Place {
  return { ...place, path: memberPath(place.path, member), depth: place.depth + 1 };
}

/** `expected "Ada"  but was "Bob"`. */
export function differ({ path }: Place, expected: unknown, actual: unknown): Mismatch {
  return { path, expected: `expected ${showValue(expected, 120)}`, actual: tellActual(actual) };
}

export function surplus({ path }: Place, actual: unknown): Mismatch {
  return { path, expected: "not expected", actual: tellActual(actual) };
}

export function tellActual(actual: unknown): string {
  return actual === undefined ? "but there is none" : `but was ${showValue(actual, 120)}`;
}

/** A list must have as many items as expected. */
export function matchCount({ path }: Place, actual: number, expected: number): readonly Mismatch[] {
  if (actual === expected) return [];
  const items = expected === 1 ? "1 item" : `${expected} items`;
  return [{ path, expected: `expected ${items}`, actual: `but has ${actual}` }];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
