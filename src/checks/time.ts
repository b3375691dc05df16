// Dates and times seen from now: "be today", "be in the past", "be within 5 minutes of …". Days begin in UTC.
import { readMoment } from "./numbers.ts";
import { type Outcome, outcomeOf, type Predicate, unfit } from "./predicate.ts";
import { showValue } from "./shown-value.ts";

const dayMs = 86_400_000;

const unitsMs: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
};

/** Words for units, in a regular expression. */
export const timeUnitPattern = "(?:second|minute|hour|day|week)s?";

export const momentWords = "today|tomorrow|yesterday|in the past|in the future";

const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** One of `momentWords`. A day is the UTC day. */
export function atMoment(words: string, now: () => Date): Predicate {
  return {
    words: `be ${words}`,
    test: (actual) =>
      judge(actual, (ms) => {
        const nowMs = now().getTime();
        if (words === "in the past") return ms < nowMs;
        if (words === "in the future") return ms > nowMs;
        return Math.floor(ms / dayMs) === Math.floor(nowMs / dayMs) + (days[words] ?? 0);
      }),
  };
}

/** No further than so many units from the moment, before or after it. */
export function near(moment: unknown, count: number, unit: string): Predicate {
  return {
    words: `be within ${count} ${unit} of ${showValue(moment)}`,
    test(actual) {
      const aroundMs = toMs(moment);
      if (aroundMs === undefined) return unfit(`${showValue(moment)} is not a date`);
      return judge(actual, (ms) => Math.abs(ms - aroundMs) <= spanMs(count, unit));
    },
  };
}

/** In the last or the next so many units, from now. */
export function lately(
  direction: "last" | "next",
  count: number,
  unit: string,
  now: () => Date,
): Predicate {
  return {
    words: `be within the ${direction} ${count} ${unit}`,
    test: (actual) =>
      judge(actual, (ms) => {
        const aheadMs = direction === "next" ? ms - now().getTime() : now().getTime() - ms;
        return aheadMs >= 0 && aheadMs <= spanMs(count, unit);
      }),
  };
}

function spanMs(count: number, unit: string): number {
  return count * (unitsMs[unit.replace(/s$/, "")] ?? 0);
}

function judge(actual: unknown, test: (ms: number) => boolean): Outcome {
  const ms = toMs(actual);
  return ms === undefined
    ? unfit(`it was ${showValue(actual)}, which is not a date`)
    : outcomeOf(test(ms));
}

/** Dates of ISO 8601, and of HTTP ("Tue, 15 Nov 1994 08:12:31 GMT"). */
function toMs(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value !== "string") return undefined;
  const isHttp = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value.trim());
  return isHttp ? Date.parse(value) : readMoment(value);
}
