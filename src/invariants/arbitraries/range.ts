// "From 1 to 10", "at most 20": how sentences say between what a number lies, and what they mean.
import { StoryError } from "../../journey/story-error.ts";
import type { Groups } from "./form.ts";

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

const number = String.raw`-?\d+(?:,\d{3})*(?:\.\d+)?`;

/** The source of a pattern with named groups; matches nothing as well. */
export const rangePattern: string = [
  `(?: (?:from |between |of )?(?<low>${number})(?: to | and |-| ?– ?)(?<high>${number}))?`,
  `(?: (?:of )?(?:at least|from|not (?:below|less than)) (?<least>${number}))?`,
  `(?: (?:and )?(?:of )?(?:at most|up to|not (?:above|more than)) (?<most>${number}))?`,
  `(?: (?:above|greater than|more than|over) (?<above>${number}))?`,
  `(?: (?:and )?(?:below|less than|fewer than|under) (?<below>${number}))?`,
].join("");

/**
 * The bounds, both included; `step` is the distance of two neighbouring values (1 for integers). Throws a StoryError
 * when nothing lies between them.
 */
export function readRange(groups: Groups, step = 1): Range {
  const { low, high, least, most, above, below } = groups;
  const min = numberOf(low) ?? numberOf(least) ?? shifted(above, step);
  const max = numberOf(high) ?? numberOf(most) ?? shifted(below, -step);
  if (min !== undefined && max !== undefined && min > max) {
    throw new StoryError(`Nothing lies between ${min} and ${max}: the smaller number comes first.`);
  }
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replaceAll(",", ""));
}

function shifted(text: string | undefined, by: number): number | undefined {
  const value = numberOf(text);
  return value === undefined ? undefined : value + by;
}
