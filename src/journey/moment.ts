// Points in time that a sentence can name: `now`, `today + 2 days`. All of it in UTC, so that every machine agrees.
//
//   moment = ( "now" | "today" ) [ ( "+" | "-" ) count unit ] [ "as" format ]
//   unit   = "second" | "minute" | "hour" | "day" | "week" | "month" | "year", with or without "s"
//   format = pattern letters of Unicode: see date-format.ts
import { formatDate, tellBadFormat } from "./date-format.ts";

const unitsMs = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
} as const;

export type Unit = keyof typeof unitsMs | "month" | "year";

export interface Moment {
  readonly base: "now" | "today";
  /** Negative for the past. */
  readonly count: number;
  readonly unit: Unit;
  readonly format?: string;
}

const pattern =
  /^(now|today)(?:\s*([+-])\s*(\d{1,6})\s+(second|minute|hour|day|week|month|year)s?)?(?:\s+as\s+(.*))?$/s;

/** The moment, or what is wrong with the words. */
export function readMoment(text: string): Moment | string {
  const [, base, sign, count = "0", unit = "day", format] = pattern.exec(text) ?? [];
  if (base !== "now" && base !== "today") {
    return `"${text}" is not understood; write "now + 2 days" or "today - 1 month" (seconds to years)`;
  }
  if (base === "today" && /second|minute|hour/.test(unit)) {
    return `"today" is a date and has no ${unit}s; write "now" for a date with its time`;
  }
  const problem = format === undefined ? undefined : tellBadFormat(format);
  if (problem !== undefined) return problem;
  return {
    base,
    count: sign === "-" ? -Number(count) : Number(count),
    unit: unit as Unit,
    ...(format !== undefined && { format }),
  };
}

/** ISO 8601 ("2026-02-03T04:05:06.789Z" for `now`, "2026-02-03" for `today`), or the format of the moment. */
export function showMoment(
  { base, count, unit, format }: Moment,
  now: Date,
  locale: string,
): string {
  const date = shiftDate(now, count, unit);
  if (format !== undefined) return formatDate(date, format, locale);
  const iso = date.toISOString();
  return base === "now" ? iso : iso.slice(0, "2026-02-03".length);
}

/** The date so many units later, or earlier when the count is negative. A month after 31 January is the last of February. */
export function shiftDate(from: Date, count: number, unit: Unit): Date {
  if (unit === "month") return shiftMonths(from, count);
  if (unit === "year") return shiftMonths(from, count * 12);
  return new Date(from.getTime() + count * unitsMs[unit]);
}

function shiftMonths(from: Date, months: number): Date {
  const shifted = new Date(from);
  shifted.setUTCMonth(from.getUTCMonth() + months, 1);
  const lastDay = new Date(
    Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0),
  ).getUTCDate();
  shifted.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return shifted;
}
