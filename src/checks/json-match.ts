// Compares JSON with expected JSON and finds every place where they differ.
// It knows neither responses nor doc strings; the placeholders stand in placeholder.ts.
import { matchInAnyOrder } from "./any-order.ts";
import { runBounded } from "./bounded.ts";
import type { Mismatch } from "./json-mismatch.ts";
import {
  differ,
  inside,
  isObject,
  type MatchOptions,
  matchCount,
  type Place,
  surplus,
} from "./json-place.ts";
import { readPlaceholder } from "./placeholder.ts";
import { judgePlaceholder } from "./placeholder-match.ts";

export type { MatchOptions } from "./json-place.ts";

/** Deeper values are not compared: no product answers with them, and the stack has an end. */
const maxDepth = 200;

/** Sensible comparisons take milliseconds; only patterns and lists in any order can take for ever. */
const maxMatchMs = 2_000;
const slowHint =
  "(a repetition inside a repetition in #regex, as in (a+)+, or too long lists in any order)";

/**
 * Every place where `actual` is not as expected, in the order of the expected value; empty when it matches.
 * Numbers equal by value, texts by character; null, 0, "" and missing are four different things.
 */
export function matchJson(
  actual: unknown,
  expected: unknown,
  options: MatchOptions,
): readonly Mismatch[] {
  const root = { path: "$", depth: 0, options };
  const work = () => matchAt(root, actual, expected);
  const hasPatterns = options.placeholders !== false && mentionsPattern(expected);
  if (options.order === "ordered" && !hasPatterns) return work();
  const result = runBounded(work, maxMatchMs);
  if (result.kind === "done") return result.value;
  const limit = `comparing took more than ${result.limitMs} ms and was stopped`;
  return [{ path: "$", expected: limit, actual: slowHint, undecided: true }];
}

function matchAt(place: Place, actual: unknown, expected: unknown): readonly Mismatch[] {
  if (place.depth > maxDepth) {
    return [
      {
        path: place.path,
        expected: "nesting too deep to compare",
        actual: `(${maxDepth} levels)`,
        undecided: true,
      },
    ];
  }
  if (typeof expected === "string") return matchText(place, actual, expected);
  if (Array.isArray(expected)) return matchList(place, actual, expected);
  if (isObject(expected)) return matchObject(place, actual, expected);
  return actual === expected ? [] : [differ(place, expected, actual)];
}

function matchText(place: Place, actual: unknown, expected: string): readonly Mismatch[] {
  if (place.options.placeholders === false) {
    return actual === expected ? [] : [differ(place, expected, actual)];
  }
  const read = readPlaceholder(expected);
  if (read.kind === "error") return [{ path: place.path, expected: read.message, actual: "" }];
  if (read.kind === "placeholder") return judgePlaceholder(place, actual, read.marked);
  return actual === read.text ? [] : [differ(place, read.text, actual)];
}

function matchList(
  place: Place,
  actual: unknown,
  expected: readonly unknown[],
): readonly Mismatch[] {
  if (!Array.isArray(actual)) return [differ(place, expected, actual)];
  const count = matchCount(place, actual.length, expected.length);
  if (place.options.order === "any")
    return [...count, ...matchInAnyOrder({ place, match: matchAt }, actual, expected)];
  const shared = expected.slice(0, actual.length);
  return [
    ...count,
    ...shared.flatMap((item, at) => matchAt(inside(place, at), actual[at], item)),
    ...expected
      .slice(actual.length)
      .map((item, at) => differ(inside(place, actual.length + at), item, undefined)),
    ...actual
      .slice(expected.length)
      .map((item: unknown, at) => surplus(inside(place, expected.length + at), item)),
  ];
}

function matchObject(
  place: Place,
  actual: unknown,
  expected: Readonly<Record<string, unknown>>,
): readonly Mismatch[] {
  if (!isObject(actual)) return [differ(place, expected, actual)];
  const known = Object.keys(expected).flatMap((key) =>
    matchAt(
      inside(place, key),
      Object.hasOwn(actual, key) ? actual[key] : undefined,
      expected[key],
    ),
  );
  if (place.options.mode === "partial") return known;
  const more = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
  return [...known, ...more.map((key) => surplus(inside(place, key), actual[key]))];
}

/** What is wrong with the first placeholder that is none, wherever it stands: `#strng`. */
export function findPlaceholderMistake(expected: unknown, depth = 0): string | undefined {
  if (typeof expected === "string") {
    const read = readPlaceholder(expected);
    return read.kind === "error" ? read.message : undefined;
  }
  if (typeof expected !== "object" || expected === null || depth > maxDepth) return undefined;
  for (const value of Object.values(expected)) {
    const mistake = findPlaceholderMistake(value, depth + 1);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

/** True when some expected text brings a regular expression along. */
function mentionsPattern(expected: unknown, depth = 0): boolean {
  if (typeof expected === "string") return expected.startsWith("#") && expected.includes("#regex");
  if (typeof expected !== "object" || expected === null || depth > maxDepth) return false;
  return Object.values(expected).some((value) => mentionsPattern(value, depth + 1));
}
