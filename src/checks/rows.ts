// Lists: what holds of their order, what is in them twice, and reading what people mean by "each".
import { readNumber } from "./numbers.ts";
import { showValue } from "./shown-value.ts";

export type Direction = "ascending" | "descending";

/**
 * Where the order breaks first, in words to follow "but"; undefined when it holds. Equal neighbours are in order.
 * Texts may be sorted as people sort them, or by their characters, as databases do.
 */
export function findDisorder(values: readonly unknown[], direction: Direction): string | undefined {
  const [asPeople, byCharacter] = [comparePeople, compareCharacters].map((compare) =>
    findBreak(values, direction, compare),
  );
  return byCharacter === undefined ? undefined : asPeople;
}

type Compare = (left: string, right: string) => number;

function findBreak(
  values: readonly unknown[],
  direction: Direction,
  compare: Compare,
): string | undefined {
  for (const [at, value] of values.entries()) {
    if (at === 0) continue;
    const before = values[at - 1];
    const order = compareValues(before, value, compare);
    if (order === undefined)
      return `${showValue(before)} and ${showValue(value)} cannot be ordered`;
    if (direction === "ascending" ? order <= 0 : order >= 0) continue;
    return `[${at - 1}] is ${showValue(before)} and [${at}] is ${showValue(value)}`;
  }
  return undefined;
}

/** Numbers by size; what is of two kinds has no order. */
function compareValues(left: unknown, right: unknown, compare: Compare): number | undefined {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  return typeof left === "string" && typeof right === "string" ? compare(left, right) : undefined;
}

/** Numbers in texts by size: "Room 9" before "Room 10". */
function comparePeople(left: string, right: string): number {
  const [first, second] = [readNumber(left), readNumber(right)];
  if (first !== undefined && second !== undefined) return first - second;
  return left.localeCompare(right, "en", { numeric: true });
}

function compareCharacters(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** What is there more than once, with where; empty when all are different. */
export function findDuplicates(values: readonly unknown[]): readonly string[] {
  const places = new Map<string, number[]>();
  for (const [at, value] of values.entries()) {
    const key = JSON.stringify(sortKeys(value)) ?? "nothing";
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  return [...places.values()]
    .filter((found) => found.length > 1)
    .map(
      (found) =>
        `${showValue(values[found[0] ?? 0])} at ${found.map((at) => `[${at}]`).join(", ")}`,
    );
}

/** Objects are the same whatever the order of their keys. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sortKeys(inner)] as const);
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
