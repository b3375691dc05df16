// How dates and times are said. They are written as ISO 8601 has them.
import { StoryError } from "../../journey/story-error.ts";
import type { Form, Groups, Surroundings } from "./form.ts";

const dayMs = 86_400_000;
const between =
  '(?: (?:from|between) "?(?<low>\\d{4}-\\d\\d-\\d\\d)"? (?:to|and) "?(?<high>\\d{4}-\\d\\d-\\d\\d)"?)?';

/** Where calendars go wrong: leap days, ends of months and years, nights when clocks are changed, the end of 32 bits. */
const oddDays = [
  "2000-02-29",
  "2024-02-29",
  "2023-02-28",
  "1999-12-31",
  "2000-01-01",
  "2024-12-31",
  "2025-03-30",
  "2025-10-26",
  "1970-01-01",
  "2038-01-19",
];

export const momentForms: readonly Form[] = [
  {
    example: 'date from "2020-01-01" to "2029-12-31"',
    pattern: new RegExp(`^date${between}$`),
    make: (groups, surroundings) => dates(groups, surroundings),
  },
  {
    example: "time",
    pattern: /^time(?: of day)?(?<seconds> with seconds)?$/,
    make: ({ seconds }, { fc }) =>
      seconds === undefined
        ? fc.integer({ min: 0, max: 1439 }).map((minutes) => clock(minutes * 60).slice(0, 5))
        : fc.integer({ min: 0, max: 86_399 }).map(clock),
  },
  {
    example: "date and time",
    pattern: new RegExp(`^(?:date and time|date-time|datetime|timestamp|moment)${between}$`),
    make: (groups, surroundings) =>
      surroundings.fc
        .tuple(dates(groups, surroundings), surroundings.fc.integer({ min: 0, max: 86_399 }))
        .map(([date, second]) => `${date}T${clock(second)}Z`),
  },
];

function dates({ low = "1970-01-01", high = "2099-12-31" }: Groups, { fc }: Surroundings) {
  const first = dayNumber(low);
  const last = dayNumber(high);
  if (first > last) throw new StoryError(`No day lies between ${low} and ${high}.`);
  // Most people's simplest day, where the range has it.
  const simplest = Math.min(Math.max(dayNumber("2000-01-01"), first), last);
  const days = fc
    .integer({ min: first - simplest, max: last - simplest })
    .map((day) => isoDay(day + simplest));
  const odd = oddDays.filter((day) => day >= low && day <= high);
  if (odd.length === 0) return days;
  return fc.oneof(
    { weight: 4, arbitrary: days },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

function dayNumber(text: string): number {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  if (!Number.isNaN(atMs) && isoDay(atMs / dayMs) === text) return atMs / dayMs;
  throw new StoryError(`There is no day ${text}.`);
}

function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function clock(second: number): string {
  return new Date(second * 1000).toISOString().slice(11, 19);
}
