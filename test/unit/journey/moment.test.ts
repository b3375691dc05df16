import { expect, test } from "vitest";
import { formatDate, tellBadFormat } from "../../../src/journey/date-format.ts";
import { Memory } from "../../../src/journey/memory.ts";
import {
  makeRandom,
  randomInteger,
  randomKinds,
  randomText,
} from "../../../src/journey/random-value.ts";
import { readNamedMoment } from "../../../steps/data/named-moment.ts";

const date = new Date("2026-02-03T16:05:09.007Z");

test.each([
  ["dd.MM.yyyy", "en-GB", "03.02.2026"],
  ["d/M/yy", "en-GB", "3/2/26"],
  ["EEEE, d MMMM yyyy", "en-GB", "Tuesday, 3 February 2026"],
  ["EEE d MMM", "de-DE", "Di 3 Feb."],
  ["d MMMM", "pl-PL", "3 lutego"],
  ["HH:mm:ss.SSS", "en-GB", "16:05:09.007"],
  ["h:mm a", "en-US", "4:05 PM"],
  ["yyyy-MM-dd'T'HH 'o''clock'", "en-GB", "2026-02-03T16 o'clock"],
])("%s in %s is %s", (format, locale, text) => {
  expect(tellBadFormat(format)).toBeUndefined();
  expect(formatDate(date, format, locale)).toBe(text);
});

test.each([
  ["DD.MM.YYYY", '"DD" is no part of a date\'s format'],
  ["", "there is no format"],
])("the format %j is told: %s", (format, problem) => {
  expect(tellBadFormat(format)).toContain(problem);
});

test("a moment in a template has a format, and a wrong one is a mistake of the story", () => {
  const memory = new Memory({
    env: {},
    now: () => date,
    secrets: { learn: () => {} },
    locale: "de-DE",
  });
  expect(memory.resolve("bis {{today + 1 month as d. MMMM}}!")).toBe("bis 3. März!");
  expect(memory.resolve("{{now as HH:mm}}")).toBe("16:05");
  expect(() => memory.resolve("{{today as YYYY}}")).toThrow('"YYYY" is no part');
});

test.each([
  ["today", "2026-02-03"],
  ["tomorrow", "2026-02-04"],
  ["yesterday", "2026-02-02"],
  ["now", "2026-02-03T16:05:09.007Z"],
  ["the current date", "2026-02-03"],
  ["the time in 2 hours", "2026-02-03T18:05:09.007Z"],
  ["the date 2 weeks ago", "2026-01-20"],
  ['the date 1 month after "2026-01-31"', "2026-02-28"],
  ["the date 3 days before {{start}}", "2026-02-25"],
  ["the date and time 1 day from now", "2026-02-04T16:05:09.007Z"],
])("%s is %s", (words, text) => {
  const resolve = (anchor: string) => anchor.replace("{{start}}", "2026-02-28");
  expect(readNamedMoment(words, date, resolve).text).toBe(text);
});

test("what a date is counted from must be one", () => {
  expect(() => readNamedMoment('the date 1 day after "soon"', date, (text) => text)).toThrow(
    '"soon" is not a date',
  );
});

test("random values keep to what was asked, whatever the bytes", () => {
  for (const byte of [0, 1, 127, 255]) {
    const random = (size: number) => new Uint8Array(size).fill(byte);
    expect(randomInteger(3, 9, random)).toBeGreaterThanOrEqual(3);
    expect(randomInteger(3, 9, random)).toBeLessThanOrEqual(9);
    expect(randomInteger(-5, -5, random)).toBe(-5);
    expect(randomText(7, "digits", random)).toMatch(/^\d{7}$/);
    expect(randomText(7, "letters", random)).toMatch(/^[a-z]{7}$/);
    expect(randomText(7, "characters", random)).toMatch(/^[a-zA-Z0-9]{7}$/);
    for (const kind of randomKinds) expect(makeRandom(kind, random), kind).toBeDefined();
  }
  expect(makeRandom("constructor", () => new Uint8Array(16))).toBeUndefined();
});

test("every number between the bounds can come", () => {
  const found = new Set<number>();
  for (let at = 0; at < 60; at += 1) {
    found.add(randomInteger(1, 6, (size) => new Uint8Array(size).fill(at)));
  }
  expect([...found].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});
