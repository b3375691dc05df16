// Calculates with what is remembered: numbers, and texts that say one. It holds no phrases.
import { readAmount } from "../../src/checks/amount.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";

/** A number, or the one that a text says. Throws when it says none. */
export function numberOf(world: StoryWorld, value: unknown): number {
  if (typeof value === "number") return value;
  const read =
    typeof value === "string" ? readAmount(value, world.settings.browser.locale) : undefined;
  if (read !== undefined) return read.number;
  throw new Error(`${showValue(value)} is not a number, so it cannot be calculated with.`);
}

/** By the words or the sign of the operation. Throws where there is no result. */
export function calculate(left: number, operation: string, right: number): number {
  const result = calculations[operation.slice(0, 2)]?.(left, right) ?? Number.NaN;
  if (!Number.isFinite(result))
    throw new StoryError(`${left} ${operation} ${right} has no result.`);
  // Of the 17 digits that a double may show, 15 are sure: 0.1 plus 0.2 is 0.3.
  return Number(result.toPrecision(15));
}

/** By the first letters of the word, or the sign. */
const calculations: Readonly<Record<string, (left: number, right: number) => number>> = {
  pl: (left, right) => left + right,
  "+": (left, right) => left + right,
  mi: (left, right) => left - right,
  "-": (left, right) => left - right,
  ti: (left, right) => left * right,
  mu: (left, right) => left * right,
  "*": (left, right) => left * right,
  di: (left, right) => left / right,
  "/": (left, right) => left / right,
};
