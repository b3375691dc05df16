// Points in time that a sentence can name: `now`, `today + 2 days`. All of it in UTC, so that every machine agrees.
//
//   moment = ( "now" | "today" ) [ ( "+" | "-" ) count unit ]
//   unit   = "second" | "minute" | "hour" | "day" | "week" | "month" | "year", with or without "s"

const unitsMs = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
} as const;

type Unit = keyof typeof unitsMs | "month" | "year";

export interface Moment {
  readonly base: "now" | "today";
  /** Negative for the past. */
  readonly count: number;
  readonly unit: Unit;
}

const pattern =
  /^(now|today)(?:\s*([+-])\s*(\d{1,6})\s+(second|minute|hour|day|week|month|year)s?)?$/;

/** The moment, or what is wrong with the words. */
export function readMoment(text: string): Moment | string {
  const [, base, sign, count = "0", unit = "day"] = pattern.exec(text) ?? [];
  if (base !== "now" && base !== "today") {
    return `"${text}" is not understood; write "now + 2 days" or "today - 1 month" (seconds to years)`;
  }
  if (base === "today" && /second|minute|hour/.test(unit)) {
    return `"today" is a date and has no ${unit}s; write "now" for a date with its time`;
  }
  return { base, count: sign === "-" ? -Number(count) : Number(count), unit: unit as Unit };
}

/** ISO 8601: "2026-02-03T04:05:06.789Z" for `now`, "2026-02-03" for `today`. */
export function showMoment({ base, count, unit }: Moment, now: Date): string {
  const iso = shift(now, count, unit).toISOString();
  return base === "now" ? iso : iso.slice(0, "2026-02-03".length);
}

function shift(from: Date, count: number, unit: Unit): Date {
  if (unit === "month") return shiftMonths(from, count);
  if (unit === "year") return shiftMonths(from, count * 12);
  return new Date(from.getTime() + count * unitsMs[unit]);
}

/** A month after 31 January is the last day of February. */
function shiftMonths(from: Date, months: number): Date {
  const shifted = new Date(from);
  shifted.setUTCMonth(from.getUTCMonth() + months, 1);
  const lastDay = new Date(
    Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0),
  ).getUTCDate();
  shifted.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return shifted;
}
