// Pairs the items of two lists whose order does not matter, so that `["#string", "a"]` fits `["a", "b"]` however the items are tried.
import type { Mismatch } from "./json-mismatch.ts";
import { differ, inside, type Place, surplus } from "./json-place.ts";
import { pairUp } from "./pairing.ts";

/** Where the lists stand, and how two items are compared. */
export interface ListComparison {
  readonly place: Place;
  readonly match: (place: Place, actual: unknown, expected: unknown) => readonly Mismatch[];
}

/** For what could not be paired: the mismatches with the item that is nearest to it. */
export function matchInAnyOrder(
  comparison: ListComparison,
  actual: readonly unknown[],
  expected: readonly unknown[],
): readonly Mismatch[] {
  const { place } = comparison;
  const fitting = expected.map((item) =>
    [...actual.keys()].filter(
      (at) => comparison.match(inside(place, at), actual[at], item).length === 0,
    ),
  );
  const partners = pairUp(fitting);
  const free = new Set(actual.keys());
  for (const at of partners.values()) free.delete(at);
  const mismatches: Mismatch[] = [];
  for (const [index, item] of expected.entries()) {
    if (partners.has(index)) continue;
    const nearest = findNearest(comparison, actual, free, item);
    if (nearest === undefined) {
      mismatches.push(differ(inside(place, index), item, undefined));
      continue;
    }
    free.delete(nearest.at);
    mismatches.push(...nearest.mismatches);
  }
  return [...mismatches, ...[...free].map((at) => surplus(inside(place, at), actual[at]))];
}

function findNearest(
  { place, match }: ListComparison,
  actual: readonly unknown[],
  free: ReadonlySet<number>,
  item: unknown,
): { readonly at: number; readonly mismatches: readonly Mismatch[] } | undefined {
  return [...free]
    .map((at) => ({ at, mismatches: match(inside(place, at), actual[at], item) }))
    .toSorted((left, right) => left.mismatches.length - right.mismatches.length)[0];
}
