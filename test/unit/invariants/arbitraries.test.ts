// What the words behind `any` make: always what they say, and small where it is made smaller.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Surroundings } from "../../../src/invariants/arbitraries/form.ts";
import {
  arbitraryExamples,
  readArbitrary,
} from "../../../src/invariants/arbitraries/read-arbitrary.ts";
import { StoryError } from "../../../src/journey/story-error.ts";

const own = new Map([
  ["valid coupon", { name: "valid Coupon", make: () => fc.constantFrom("A1", "B2") }],
]);
const surroundings: Surroundings = {
  fc,
  own,
  readFile: () => '{ "type": "integer", "minimum": 1 }',
};

function sample(words: string, numRuns = 200): readonly unknown[] {
  return fc.sample(readArbitrary(words, surroundings), { seed: 11, numRuns });
}

const text = (test: RegExp) => (value: unknown) => typeof value === "string" && test.test(value);
const number =
  (low: number, high: number, places = 0) =>
  (value: unknown) =>
    typeof value === "number" &&
    value >= low &&
    value <= high &&
    Number(value.toFixed(places)) === value;
const list = (low: number, high: number, test: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length >= low && value.length <= high && value.every(test);

const forms: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ["email address", text(/^[^@\s]+@[^@\s]+\.[^@\s]+$/)],
  ["name", text(/^\S.* .*\S$/u)],
  ["first name", text(/^\S+$/u)],
  ["UUID", text(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/)],
  ["URL", (value) => URL.canParse(String(value))],
  ["boolean", (value) => typeof value === "boolean"],
  ["text of 3 to 8 letters", text(/^[A-Za-z]{3,8}$/)],
  ["text of 4 digits", text(/^\d{4}$/)],
  ["text of 2 to 4 capital letters", text(/^[A-Z]{2,4}$/)],
  ["text of up to 5 letters and digits", text(/^[A-Za-z\d]{0,5}$/)],
  ['text of 2 to 4 characters of "xyz"', text(/^[xyz]{2,4}$/)],
  ["text of 1 to 9 ASCII characters", text(/^[ -~]{1,9}$/)],
  ["non-empty text", text(/^.+$/su)],
  ["integer", Number.isSafeInteger],
  ["integer from 1 to 10", number(1, 10)],
  ["number between 1 and 1,000", number(1, 1000)],
  ["integer at most -5", number(-(2 ** 31), -5)],
  ["integer greater than 5 and less than 8", number(6, 7)],
  ["positive integer", number(1, 2 ** 31)],
  ["negative integer", number(-(2 ** 31), -1)],
  ["decimal from 0 to 1 with 3 decimal places", number(0, 1, 3)],
  ["amount of money from 0.01 to 100", number(0.01, 100, 2)],
  ["price", number(0, 1_000_000, 2)],
  ['date from "2024-02-01" to "2024-03-01"', text(/^2024-0(?:2-[0-2]\d|3-01)$/)],
  ["time", text(/^(?:[01]\d|2[0-3]):[0-5]\d$/)],
  ["time with seconds", text(/^\d\d:\d\d:\d\d$/)],
  [
    "date and time",
    (value) => new Date(String(value)).toISOString().slice(0, 19) === String(value).slice(0, 19),
  ],
  [
    'one of "red", "dark green" or 3',
    (value) => ["red", "dark green", 3].includes(value as string),
  ],
  ["list of 0 to 5 email addresses", list(0, 5, text(/@/))],
  [
    "list of 3 different names",
    (value) => list(3, 3, text(/ /))(value) && new Set(value as []).size === 3,
  ],
  ["list of integers from 1 to 3", list(0, 10, number(1, 3))],
  [
    "list of lists of booleans",
    list(
      0,
      10,
      list(0, 10, (value) => typeof value === "boolean"),
    ),
  ],
  ["valid coupon", text(/^(?:A1|B2)$/)],
  ["Valid Coupon", text(/^(?:A1|B2)$/)],
];

it.each(forms)("any %s", (words, isSuch) => {
  expect(sample(words).filter((value) => !isSuch(value))).toEqual([]);
});

it("makes what each of its examples says, and more than one value of each", () => {
  for (const words of arbitraryExamples)
    expect(new Set(sample(words).map(String)).size).toBeGreaterThan(1);
});

describe("a text of N to M characters", () => {
  it("has so many by whichever way they are counted", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
    for (const made of sample("text of 5 to 12 characters", 1_000) as readonly string[]) {
      expect(made.length, JSON.stringify(made)).toBeLessThanOrEqual(12);
      expect([...segmenter.segment(made)].length, JSON.stringify(made)).toBeGreaterThanOrEqual(5);
    }
  });

  it("comes with both ends of its range, and with what products stumble over", () => {
    const made = sample("text of 0 to 30 characters", 1_000) as readonly string[];
    const share = (test: (one: string) => boolean) => made.filter(test).length / made.length;
    expect(share((one) => one === "")).toBeGreaterThan(0.05);
    expect(share((one) => one.length === 30)).toBeGreaterThan(0.05);
    for (const trouble of [
      /\p{M}/u,
      /[א-ת]/,
      /[\u{10000}-\u{10ffff}]/u,
      /\u200b/,
      /^\s+$/,
      /["'<\\]/,
    ]) {
      expect(
        share((one) => trouble.test(one)),
        String(trouble),
      ).toBeGreaterThan(0.01);
    }
    expect(made.filter((one) => /\p{Cs}/u.test(one))).toEqual([]);
  });

  it("is very long now and then where it may be", () => {
    const made = sample("text of up to 5000 characters", 100) as readonly string[];
    expect(made.some((one) => one.length === 5_000)).toBe(true);
    expect(made.filter((one) => one.length > 100).length).toBeLessThan(50);
  });

  it("is made smaller to plain signs where those fail as well", () => {
    const smallestOf = (words: string, fails: (text: string) => boolean) => {
      const property = fc.property(
        readArbitrary(words, surroundings),
        (one) => !fails(String(one)),
      );
      return [1, 2, 3, 4, 5].map(
        (seed) => fc.check(property, { seed, numRuns: 500 }).counterexample?.[0],
      );
    };
    const hasCapital = smallestOf(
      "text of 0 to 40 characters",
      (one) => one.length > 8 && /[A-Z]/.test(one),
    );
    for (const smallest of hasCapital) expect(smallest).toMatch(/^a*Aa*$/);
    expect(hasCapital.every((smallest) => String(smallest).length === 9)).toBe(true);
    const isOdd = smallestOf("text of 1 to 10 characters", (one) =>
      /[^ -~\u00a0-\u00ff]/.test(one),
    );
    for (const smallest of isOdd)
      expect([...new Intl.Segmenter().segment(String(smallest))]).toHaveLength(1);
  });

  it("is made smaller to the sign that matters, in few steps", () => {
    let runs = 0;
    const property = fc.property(
      readArbitrary("text of 0 to 200 characters", surroundings),
      (one) => {
        runs += 1;
        return !String(one).includes("\u200b");
      },
    );
    const { counterexample, failed } = fc.check(property, { seed: 5, numRuns: 500 });
    expect(failed).toBe(true);
    expect(String(counterexample?.[0]).replace(/a*/g, "")).toBe("\u200b");
    expect(runs).toBeLessThan(600);
  });
});

describe("words that mean nothing", () => {
  const problemOf = (words: string): string => {
    try {
      readArbitrary(words, surroundings);
    } catch (error) {
      if (error instanceof StoryError) return error.message;
      throw error;
    }
    return "";
  };

  it("are told with the nearest that do, the team's own among them", () => {
    expect(problemOf("integr from 1 to 10")).toBe(
      [
        'Nothing is known as "any integr from 1 to 10". Did you mean:',
        "  any integer from 1 to 10",
        ...problemOf("integr from 1 to 10").split("\n").slice(2),
      ].join("\n"),
    );
    expect(problemOf("emial address")).toContain("  any email address");
    expect(problemOf("valid cupon")).toContain("  any valid Coupon");
    expect(problemOf("list of 3 to 5 bananas")).toContain('"any bananas"');
  });

  it.each([
    ["integer from 10 to 1", "Nothing lies between 10 and 1: the smaller number comes first."],
    ["text of 9 to 3 letters", "Nothing lies between 9 and 3: the smaller number comes first."],
    ['date from "2024-02-30" to "2024-03-01"', "There is no day 2024-02-30."],
  ])("any %s", (words, problem) => {
    expect(problemOf(words)).toBe(problem);
  });

  it("are told where a team's own answers no arbitrary", () => {
    const broken = new Map([["thing", { name: "thing", make: () => undefined }]]);
    expect(() => readArbitrary("thing", { ...surroundings, own: broken })).toThrow(
      'The arbitrary "thing" (defineArbitrary) is at fault: it must answer an arbitrary of fast-check, such as fc.string(), and answered nothing (is a `return` missing?).',
    );
  });
});
