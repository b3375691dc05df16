// Whether a value fits a placeholder, and what is wrong when it does not.

import type { Mismatch } from "./json-mismatch.ts";
import { inside, matchCount, type Place, tellActual } from "./json-place.ts";
import { isOfKind } from "./kinds.ts";
import type { MarkedPlaceholder, Placeholder } from "./placeholder.ts";

export function judgePlaceholder(
  place: Place,
  actual: unknown,
  { text, optional, placeholder }: MarkedPlaceholder,
): readonly Mismatch[] {
  if (optional && (actual === undefined || actual === null)) return [];
  if (placeholder.kind === "list" && Array.isArray(actual))
    return judgeList(place, actual, placeholder);
  if (fits(actual, placeholder)) return [];
  return [{ path: place.path, expected: `expected ${text}`, actual: tellActual(actual) }];
}

/** Patterns are tested as they are: whoever compares with patterns bounds the whole comparison. */
function fits(actual: unknown, placeholder: Placeholder): boolean {
  switch (placeholder.kind) {
    case "ignore":
      return true;
    case "present":
      return actual !== undefined;
    case "notpresent":
      return actual === undefined;
    case "null":
      return actual === null;
    case "notnull":
      return actual !== undefined && actual !== null;
    case "typed":
      return isOfKind(actual, placeholder.type);
    case "regex":
      return typeof actual === "string" && placeholder.pattern.test(actual);
    case "list":
      return false;
  }
}

function judgeList(
  place: Place,
  actual: readonly unknown[],
  { count, item }: Extract<Placeholder, { kind: "list" }>,
): readonly Mismatch[] {
  const wrongCount = count === undefined ? [] : matchCount(place, actual.length, count);
  if (item === undefined) return wrongCount;
  return [
    ...wrongCount,
    ...actual.flatMap((value, at) => judgePlaceholder(inside(place, at), value, item)),
  ];
}
