// What products commonly get wrong is found within a regression run, whatever the seed, and made small.
import { expect, it } from "vitest";
import { accepted, held, tryInvariant } from "./fake-scenario.ts";

type Fault = readonly [
  name: string,
  steps: Readonly<Record<string, string>>,
  isWrong: (...values: never[]) => boolean,
  smallest: RegExp,
];

const word = { word: "text of 1 to 30 characters" };

const faults: readonly Fault[] = [
  [
    "one too many",
    { word: "text of 0 to 200 characters" },
    (one: string) => one.length >= 200,
    /^"a{200}"$/,
  ],
  ["spaces are cut off", word, (one: string) => one.trim() !== one, /^".{1,6}"$/],
  ["only spaces", word, (one: string) => one.trim() === "", /^".{1,6}"$/],
  ["normalised", word, (one: string) => one.normalize() !== one, /^"..{0,2}"$/],
  ["longer in capitals", word, (one: string) => one.toUpperCase().length !== one.length, /^"."$/],
  ["16 bits for a sign", word, (one: string) => /[\u{10000}-\u{10ffff}]/u.test(one), /^".{1,8}"$/],
  ["unseen signs", word, (one: string) => one.includes("\u200b"), /^"\\u200b"$/],
  ["a quote ends it", word, (one: string) => one.includes("'"), /^"'"$/],
  [
    "names with an apostrophe",
    { name: "name" },
    (one: string) => one.includes("'"),
    /^"(?:Ada O'Neill|D'Arcy Li)"$/,
  ],
  ["overlong", { text: "text" }, (one: string) => one.length > 100, /^"a{101}"$/],
  ["the last of a range", { n: "integer from 1 to 100" }, (n: number) => n === 100, /^100$/],
  ["zero", { n: "integer from -100 to 100" }, (n: number) => n === 0, /^0$/],
  ["more than 30 bits", { n: "integer" }, (n: number) => n > 2 ** 30, /^1073741825$/],
  [
    "rounded cents",
    { price: "amount of money from 0.01 to 1000" },
    (one: number) => (one * 100) % 1 !== 0,
    /^[\d.]+$/,
  ],
  ["leap days", { day: "date" }, (day: string) => day.endsWith("02-29"), /^"20\d\d-02-29"$/],
  ["midnight", { time: "time" }, (time: string) => time === "00:00", /^"00:00"$/],
  [
    "nothing in the list",
    { list: "list of 0 to 5 names" },
    (list: readonly unknown[]) => list.length === 0,
    /^\[\]$/,
  ],
  [
    "a full list",
    { list: "list of 0 to 5 names" },
    (list: readonly unknown[]) => list.length === 5,
    /^\[(?:"Ada Li",?){5}\]$/,
  ],
  [
    "the same twice",
    { list: "list of 0 to 5 integers from 1 to 10" },
    (list: readonly unknown[]) => new Set(list).size < list.length,
    /^\[(\d+),\1\]$/,
  ],
  [
    "two that are equal",
    { a: "integer from 1 to 100", b: "integer from 1 to 100" },
    (a: number, b: number) => a === b,
    /^(\d+), \1$/,
  ],
];

it.each(faults)("%s", async (_, steps, isWrong, smallest) => {
  for (const seed of [1, 2, 3]) {
    const run = (values: readonly never[]) => (isWrong(...values) ? accepted : held);
    const { result } = await tryInvariant(steps, run, { seed });
    expect(result.verdict.kind).toBe("refuted");
    const shown = result.counterexample?.values.map((value) => value.shown).join(", ");
    expect(shown).toMatch(smallest);
    expect(result.counterexample?.shrinkRuns).toBeLessThan(200);
  }
});

it("nothing is found where nothing is wrong, over many seeds", async () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const { result } = await tryInvariant({ ...word, email: "email address" }, () => held, {
      seed,
    });
    expect(result.verdict.kind).toBe("proven");
  }
});
