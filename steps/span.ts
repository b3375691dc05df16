// "300 ms", "2 seconds", "1 min" as milliseconds; and what is said where the unit is missing. It defines no parameter type.
import { StoryError } from "../src/journey/story-error.ts";

/** The units of sentences that limit a time. */
export const spanUnit =
  "(?:m(?:illi)?s(?:ec(?:ond)?s?)?|s(?:ec(?:ond)?s?)?|min(?:ute)?s?|h(?:ours?)?)";

/** Milliseconds. Throws where there is no unit: 300 may be meant as either, and is never what a reader takes it for. */
export function readSpan(text: string): number {
  const [, amount = "", unit = ""] = /^([\d.]+) ?([a-z]*)$/.exec(text) ?? [];
  if (unit === "") throw new StoryError(tellUnits(amount));
  return Number(amount) * millisecondsOf(unit);
}

function millisecondsOf(unit: string): number {
  if (unit.startsWith("h")) return 3_600_000;
  if (unit.startsWith("min")) return 60_000;
  return unit.startsWith("m") ? 1 : 1_000;
}

function tellUnits(amount: string): string {
  return `${amount} of what? Say the unit: ${amount} ms, ${amount} s or ${amount} min.`;
}
