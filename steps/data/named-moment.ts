// Dates and times by their words: "tomorrow", "the date in 3 days", "the time 2 hours after {{start}}". All in UTC.
import { readMoment as readWrittenMoment } from "../../src/checks/numbers.ts";
import { shiftDate, type Unit } from "../../src/journey/moment.ts";
import { StoryError } from "../../src/journey/story-error.ts";

export interface NamedMoment {
  readonly date: Date;
  /** ISO 8601: with its time where the words speak of a time. */
  readonly text: string;
}

const daysOf: Readonly<Record<string, number>> = { tomorrow: 1, yesterday: -1 };

/** `resolve` is handed the text, in quotes or braces, that a date is counted from. */
export function readNamedMoment(
  words: string,
  now: Date,
  resolve: (text: string) => string,
): NamedMoment {
  const [, count = "0", unit = "day", direction = "", anchor] =
    /(\d+) (\w+?)s?(?: (ago|from now|before|after)(?: (.*))?)?$/s.exec(words) ?? [];
  const start = anchor === undefined ? now : readAnchor(resolve(unquote(anchor)));
  const days = daysOf[/tomorrow|yesterday/.exec(words)?.[0] ?? ""];
  const isPast = direction === "ago" || direction === "before";
  const shift = days ?? Number(count) * (isPast ? -1 : 1);
  const date = shiftDate(start, shift, days === undefined ? (unit as Unit) : "day");
  if (Number.isNaN(date.getTime()))
    throw new StoryError(`"${words}" is beyond the dates that there are.`);
  const hasTime = /\btime|^now$/.test(words.replace(anchor ?? "", ""));
  const iso = date.toISOString();
  return { date, text: hasTime ? iso : iso.slice(0, "2026-02-03".length) };
}

function unquote(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}

function readAnchor(text: string): Date {
  const ms = readWrittenMoment(text);
  if (ms === undefined) {
    throw new Error(
      `"${text}" is not a date such as 2026-02-03 or 2026-02-03T10:00:00Z, so nothing can be counted from it.`,
    );
  }
  return new Date(ms);
}
