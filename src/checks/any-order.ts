// Pairs the items of two lists whose order does not matter: a maximum matching in a bipartite graph (Kuhn 1955),
// so that `["#string", "a"]` fits `["a", "b"]` however the items are tried.
import type { Mismatch } from "./json-mismatch.ts";
import { differ, inside, type Place, surplus } from "./json-place.ts";

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
  const partners = pairUp(comparison, actual, expected);
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

/** Which actual item each expected one is paired with, by index. */
function pairUp(
  { place, match }: ListComparison,
  actual: readonly unknown[],
  expected: readonly unknown[],
): ReadonlyMap<number, number> {
  const fitting = expected.map((item) =>
    [...actual.keys()].filter((at) => match(inside(place, at), actual[at], item).length === 0),
  );
  const ownerOf = new Map<number, number>();
  const claim = (index: number, tried: Set<number>): boolean => {
    for (const at of fitting[index] ?? []) {
      if (tried.has(at)) continue;
      tried.add(at);
      const owner = ownerOf.get(at);
      if (owner === undefined || claim(owner, tried)) {
        ownerOf.set(at, index);
        return true;
      }
    }
    return false;
  };
  for (const index of expected.keys()) claim(index, new Set());
  return new Map([...ownerOf].map(([at, index]) => [index, at]));
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
