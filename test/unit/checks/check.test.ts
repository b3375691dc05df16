import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCheck } from "../../../src/checks/check-parser.ts";
import { checkPattern } from "../../../src/checks/check-pattern.ts";
import { forms, verbs } from "../../../src/checks/grammar.ts";
import type { Source } from "../../../src/checks/predicate.ts";
import type { OwnKind } from "../../../src/checks/surroundings.ts";

interface GoldenCheck {
  readonly check: string;
  readonly source?: Source;
  /** Absent: there is no value. */
  readonly value?: unknown;
  readonly passes?: true;
  readonly failure?: string;
  readonly error?: string;
}

const golden = JSON.parse(
  readFileSync(new URL("../../golden/checks/checks.json", import.meta.url), "utf8"),
) as readonly GoldenCheck[];

const asParameter = new RegExp(`^${checkPattern}$`);

function judge(
  { check, source, value }: GoldenCheck,
  resolve?: (text: string) => unknown,
): string | undefined {
  const parsed = parseCheck(check, resolve);
  const actual = value === "(now)" ? new Date().toISOString() : value;
  return parsed.kind === "ok" ? parsed.check.judge(actual, "it", source) : parsed.message;
}

test.each(golden)("$check: $value ($source)", (example) => {
  const parsed = parseCheck(example.check);
  if (example.error !== undefined) {
    expect(parsed).toEqual({ kind: "error", message: example.error });
    return;
  }
  expect(judge(example)).toBe(example.failure);
  expect(example.passes === true).toBe(example.failure === undefined);
  expect(asParameter.test(example.check)).toBe(true);
});

test("what is nearly a check is matched too, so that its slip is told", () => {
  expect(asParameter.test("should be than 5")).toBe(true);
  expect(parseCheck("should be than 5")).toEqual({
    kind: "error",
    message: [
      "not a check:",
      "  should be than 5",
      "            ^",
      'this is not understood after "be"; the nearest is: should be less than 5',
    ].join("\n"),
  });
});

test.each(forms)(
  "the golden data has $verb $example, where it passes and where it fails",
  (form) => {
    const tail = form.pattern === "" ? "" : ` (?:${form.pattern})`;
    const words = new RegExp(`^should ${verbs[form.verb].base}${tail}$`);
    const found = golden.filter(({ check }) => words.test(check));
    expect(found.some(({ passes }) => passes)).toBe(true);
    expect(found.some(({ failure }) => failure !== undefined)).toBe(true);
  },
);

test("the pattern has no capturing group, so that cucumber hands over the whole check", () => {
  const empty = new RegExp(`${checkPattern}|`).exec("");
  expect(empty).toHaveLength(1);
});

test.each([
  "should be checked",
  "should be visible",
  "should be enabled within 5 seconds",
  'should be on "/sign-in"',
  'should see "x"',
  "should be remembered",
  "should match the following JSON:",
  "should be JSON",
  "should be valid",
  "should have focus",
  "should be required",
  "should be selected",
  "should be x",
  'is "x" and more',
  "should succeed",
])("the pattern leaves %s to other phrases", (text) => {
  expect(asParameter.test(text)).toBe(false);
  expect(parseCheck(text).kind).toBe("error");
});

test("a check keeps its words and knows whether it says no", () => {
  const parsed = parseCheck("should not be {{limit}}", () => 5);
  expect(parsed).toMatchObject({
    kind: "ok",
    check: { text: "should not be {{limit}}", negated: true },
  });
});

test("the failure names what was looked at", () => {
  const parsed = parseCheck("should be 422");
  if (parsed.kind === "error") throw new Error(parsed.message);
  expect(parsed.check.judge(200, "the response status")).toBe(
    "expected the response status to be 422, but it was 200",
  );
  expect(parsed.check.judge(200)).toBe("expected the value to be 422, but it was 200");
});

test("a value with quotes in it cannot change what the sentence says", () => {
  const resolve = () => `x" or "y`;
  const check = 'should be "{{name}}"';
  expect(judge({ check, value: `x" or "y` }, resolve)).toBeUndefined();
  expect(judge({ check, value: "y" }, resolve)).toContain("expected it to be");
});

test("a bare name has its type, a quoted one is text, objects and null stay what they are", () => {
  const values: Record<string, unknown> = { n: 42, u: { a: [1] }, none: null };
  const resolve = (text: string) => values[text.slice(2, -2)];
  expect(judge({ check: "should be {{n}}", value: "42", source: "data" }, resolve)).toContain("42");
  expect(
    judge({ check: 'should be "{{n}}"', value: "42", source: "data" }, resolve),
  ).toBeUndefined();
  expect(judge({ check: 'should be "{{u}}"', value: { a: [1] } }, resolve)).toBeUndefined();
  expect(judge({ check: 'should be "{{none}}"', value: null }, resolve)).toBeUndefined();
  expect(judge({ check: "should have {{n}} items", value: [] }, resolve)).toBe(
    "expected it to have 42 items, but it had 0: []",
  );
  expect(judge({ check: "should have {{none}} items", value: [] }, () => "x")).toContain(
    "{{none}} is not a number of things",
  );
});

test("what resolving a name throws comes through", () => {
  const resolve = () => {
    throw new Error("Nothing is remembered");
  };
  expect(() => parseCheck("should be {{name}}", resolve)).toThrow("Nothing is remembered");
});

test("objects that differ are told by path, and hold no placeholders", () => {
  const resolve = () => ({ a: 1, b: ["#string"] });
  expect(judge({ check: "should equal {{u}}", value: { a: 2, b: ["x"], c: 0 } }, resolve)).toBe(
    [
      'expected it to be {"a":1,"b":["#string"]}, but it differs in 3 places:',
      "  $.a     expected 1          but was 2",
      '  $.b[0]  expected "#string"  but was "x"',
      "  $.c     not expected        but was 0",
    ].join("\n"),
  );
});

test("texts of many lines are told apart line by line", () => {
  const text = (name: string) => `Dear ${name},\n${"line\n".repeat(20)}Bye`;
  expect(judge({ check: 'should be "{{mail}}"', value: text("Bob") }, () => text("Ada"))).toBe(
    [
      "expected it to be the expected text, but it differs (- expected, + found):",
      "  - Dear Ada,",
      "  + Dear Bob,",
      ...Array(3).fill("    line"),
      "    … 18 equal lines …",
    ].join("\n"),
  );
  expect(judge({ check: 'should be "{{mail}}"', value: "a\nb\n" }, () => "a\nb")).toBe(
    "expected it to be the expected text, but it was that text with a line break at its end",
  );
});

test("a huge value is shortened where it is shown", () => {
  // Shifted by one, so that some cut falls into the middle of a character.
  for (const start of ["", "x"]) {
    const shown = judge({ check: "should be 5", value: start + "🙂".repeat(100_000) }) ?? "";
    expect(shown.length).toBeLessThan(1_000);
    expect(Buffer.from(shown).toString()).toBe(shown);
  }
});

test("what has the shape of a kind and no sensible size is not of that kind", () => {
  const address = (length: number) => `${"a".repeat(length)}@example.com`;
  expect(judge({ check: "should be an email", value: address(60) })).toBeUndefined();
  expect(judge({ check: "should be an email", value: address(3_000) })).toMatch(/^expected/);
  expect(judge({ check: "should be a number", value: "1e999" })).toMatch(/^expected/);
  expect(judge({ check: "should be greater than 5", value: "1e999" })).toMatch(/not a number$/);
});

const surroundings = {
  now: () => new Date("2026-02-03T04:05:06Z"),
  locale: "de-DE",
  own: new Map<string, OwnKind>([
    [
      "german iban",
      {
        name: "German IBAN",
        test: (value) => /^DE\d{20}$/.test(String(value)) || "it has no 20 digits",
      },
    ],
    ["even number", { name: "even number", test: (value) => Number(value) % 2 === 0 }],
  ]),
};

function judgeThere(check: string, value: unknown): string | undefined {
  const parsed = parseCheck(check, undefined, surroundings);
  return parsed.kind === "ok" ? parsed.check.judge(value, "it") : parsed.message;
}

test("amounts are read as the locale writes them, and sentences as sentences do", () => {
  expect(judgeThere("should be 1,234.50 €", "1.234,50 €")).toBeUndefined();
  expect(judgeThere('should be the amount "1.234,50 €"', "1.234,50\u00A0€")).toBeUndefined();
  expect(judgeThere("should be the amount 1234", "1.234")).toBeUndefined();
  expect(judgeThere("should be less than 100 €", "99,99 EUR")).toBeUndefined();
  expect(judgeThere("should be 12.50 €", "12.50 €")).toMatch(/not an amount \(as "de-DE"/);
});

test("days are seen from the clock", () => {
  expect(judgeThere("should be today", "2026-02-03T23:59:59Z")).toBeUndefined();
  expect(judgeThere("should be today", "2026-02-04")).toMatch(/^expected it to be today/);
  expect(judgeThere("should be tomorrow", "2026-02-04")).toBeUndefined();
  expect(judgeThere("should not be yesterday", "2026-02-02")).toMatch(/^expected it not to be/);
  expect(judgeThere("should be within the next 2 days", "2026-02-05")).toBeUndefined();
  expect(judgeThere("should be within the last week", "2026-02-04")).toMatch(/^expected/);
});

test("kinds that a team defined are checked, negated, and told when nobody knows them", () => {
  expect(judgeThere("should be a valid German IBAN", `DE${"1".repeat(20)}`)).toBeUndefined();
  expect(judgeThere("should be a valid German IBAN", "DE1")).toBe(
    'expected it to be a valid German IBAN, but it was "DE1": it has no 20 digits',
  );
  expect(judgeThere("should not be a valid German IBAN", "DE1")).toBeUndefined();
  expect(judgeThere("should not be a valid even number", 4)).toBe(
    "expected it not to be a valid even number, but it was 4",
  );
  expect(judgeThere("should be a valid German IBAN", undefined)).toMatch(/there is none$/);
  expect(judgeThere("should be a valid german ibn", "x")).toContain(
    'there are: German IBAN, even number. Did you mean "German IBAN"?',
  );
});
