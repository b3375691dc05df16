// How numbers are said: integers, decimals and amounts of money, between bounds.
import type { Form, Groups, Surroundings, Values } from "./form.ts";
import { rangePattern, readRange } from "./range.ts";

const sign = "(?<sign>positive |negative |non-negative )?";

/** What most databases can hold. */
const largest = 2_147_483_647;

export const numberForms: readonly Form[] = [
  {
    example: "integer from 1 to 10",
    pattern: new RegExp(`^${sign}(?:integer|whole number|number)${rangePattern}$`),
    make: (groups, { fc }) => {
      const { min, max } = readRange(groups);
      const bounds = boundsOf(groups, 1, largest);
      return fc.integer({ min: Math.ceil(min ?? bounds.min), max: Math.floor(max ?? bounds.max) });
    },
  },
  {
    example: "decimal from 0 to 100 with 2 decimal places",
    pattern: new RegExp(
      String.raw`^${sign}decimal(?: number)?${rangePattern}(?: (?:with|to|of) (?<places>\d+) (?:decimal )?(?:places?|digits?|decimals?))?$`,
    ),
    make: (groups, surroundings) => decimals(groups, surroundings, Number(groups["places"] ?? 2)),
  },
  {
    example: "amount of money from 0.01 to 1000",
    pattern: new RegExp(`^${sign}(?:(?:amount of )?money|amount|price)${rangePattern}$`),
    make: (groups, surroundings) =>
      decimals({ ...groups, sign: groups["sign"] ?? "non-negative " }, surroundings, 2),
  },
];

/** Counted in their smallest step, so that 0.1 stays 0.1. */
function decimals(groups: Groups, { fc }: Surroundings, places: number): Values {
  const scale = 10 ** Math.min(places, 9);
  const { min, max } = readRange(groups, 1 / scale);
  const bounds = boundsOf(groups, 1 / scale, 1_000_000);
  const low = Math.ceil(Number(((min ?? bounds.min) * scale).toFixed(6)));
  const high = Math.floor(Number(((max ?? bounds.max) * scale).toFixed(6)));
  return fc.integer({ min: low, max: high }).map((steps) => steps / scale);
}

function boundsOf(
  { sign: said }: Groups,
  step: number,
  most: number,
): { min: number; max: number } {
  if (said === "positive ") return { min: step, max: most };
  if (said === "non-negative ") return { min: 0, max: most };
  return { min: -most, max: said === "negative " ? -step : most };
}
