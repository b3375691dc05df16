import { DataTable } from "@cucumber/cucumber";
import { expect, test } from "vitest";
import type { StoryWorld } from "../../../src/journey/world.ts";
import { judgeSize, textIn } from "../../../steps/browser/attached-file.ts";
import { judgeTexts } from "../../../steps/browser/listed-texts.ts";
import { judgeOrder, judgeSorted } from "../../../steps/browser/order.ts";
import { judgeMatch } from "../../../steps/browser/pattern-match.ts";
import { judgeNoRows, judgeRows, type RowsMode, readRows } from "../../../steps/browser/rows.ts";

const table = {
  columns: ["Title", "Price", "Copies"],
  rows: [
    ["Emma", "7.00 €", "3"],
    ["Middlemarch", "9.50 €", "12"],
    ["Emma", "5.00 €", "1"],
  ],
};

// Only what readRows asks of a World: names are resolved, and there are none here.
const world = { resolve: (text: string) => text } as unknown as StoryWorld;

function judge(rows: string[][], mode: RowsMode): string | undefined {
  return judgeRows(table, readRows(world, new DataTable(rows)), mode);
}

test.each<[RowsMode, string[][]]>([
  ["some", [["Price"], ["9.50 €"]]],
  [
    "some",
    [
      ["price", "TITLE"],
      ["5.00 €", "Emma"],
    ],
  ],
  ["some", [["Title"], ["Middlemarch"], ["Emma"], ["Emma"]]],
  ["some", [["Copies"], ["#number"]]],
  ["ordered", [["Title"], ["Emma"], ["Middlemarch"]]],
  ["ordered", [["Price"], ["9.50 €"], ["5.00 €"]]],
  ["all", [["Title"], ["Middlemarch"], ["Emma"], ["Emma"]]],
  ["exact", [["Title"], ["Emma"], ["Middlemarch"], ["Emma"]]],
])("%s: %j", (mode, rows) => {
  expect(judge(rows, mode)).toBeUndefined();
});

test.each<[RowsMode, string[][], string]>([
  ["some", [["Titel"], ["Emma"]], 'there is no column "Titel"; its columns are "Title", "Price"'],
  [
    "some",
    [
      ["Title", "Price"],
      ["Middlemarch", "9.00 €"],
    ],
    'there is no row | Middlemarch | 9.00 € |: in the nearest row "Price" is "9.50 €" instead of "9.00 €"',
  ],
  ["some", [["Title"], ["Middlemarch"], ["Middlemarch"]], "there is no row | Middlemarch |"],
  [
    "some",
    [
      ["Title", "Price"],
      ["Ulysses", "1 €"],
    ],
    "It has 3 rows:\n  | Emma | 7.00 € |",
  ],
  ["ordered", [["Title"], ["Middlemarch"], ["Emma"], ["Emma"]], "| Emma | in that order"],
  ["exact", [["Title"], ["Emma"]], "there is another row | Middlemarch |"],
  [
    "exact",
    [["Title"], ["Middlemarch"], ["Emma"], ["Emma"]],
    'in row 1 "Title" is "Emma" instead of "Middlemarch"',
  ],
  ["all", [["Title"], ["Emma"], ["Emma"]], "there is another row | Middlemarch |"],
])("%s: what is wrong with %j", (mode, rows, message) => {
  expect(judge(rows, mode)).toContain(message);
});

test("rows that must not be there are named", () => {
  const wanted = readRows(world, new DataTable([["Title"], ["Emma"], ["Ulysses"]]));
  expect(judgeNoRows([table], wanted)).toBe("expected none of these rows, but there is | Emma |");
  const others = readRows(world, new DataTable([["Title"], ["Ulysses"]]));
  expect(judgeNoRows([table], others)).toBeUndefined();
  const stocks = { columns: ["Shelf"], rows: [["A"]] };
  expect(judgeNoRows([stocks, table], wanted)).toContain("there is | Emma |");
  expect(judgeNoRows([stocks, table], others)).toBeUndefined();
  const misspelt = readRows(world, new DataTable([["Titel"], ["Emma"]]));
  expect(judgeNoRows([table, stocks], misspelt)).toContain('there is no column "Titel"');
});

test("a table without rows and a misspelt placeholder are mistakes of the story", () => {
  expect(() => readRows(world, new DataTable([["Title"]]))).toThrow("It looks like this:");
  expect(() => readRows(world, new DataTable([["Title"], ["#strng"]]))).toThrow("#string");
});

test.each([
  [["a", "b"], "some", ["b"], undefined],
  [["Emma 7.00 €"], "some", ["Emma"], undefined],
  [["a"], "some", ["b", "c"], 'there is no "b" and no "c"; there are "a"'],
  [[], "some", ["b"], 'there is no "b"; there are none'],
  [["a", "b"], "ordered", ["a", "b"], undefined],
  [["b", "a"], "ordered", ["a", "b"], 'expected "b" after "a"; there are "b", "a"'],
  [["a", "b"], "exact", ["a", "b"], undefined],
  [["a", "b"], "exact", ["a"], '2. "b" was not expected; there are "a", "b"'],
  [
    ["a"],
    "exact",
    ["b", "c"],
    '1. expected "b", but it is "a"; 2. expected "c", but there are no more; there are "a"',
  ],
  [["a"], "none", ["b"], undefined],
  [["a"], "none", ["a"], 'expected no "a"; there are "a"'],
] as const)("%j %s %j", (actual, mode, wanted, message) => {
  expect(judgeTexts(actual, wanted, mode)).toBe(message);
});

test.each([
  [["1.00 €", "9 €", "10.50 €"], "ascending", true],
  [["10 €", "9 €"], "ascending", false],
  [["10 €", "9 €"], "descending", true],
  [["$1,250", "$300"], "descending", true],
  [["apple", "Banana", "cherry"], "ascending", true],
  [["2024-02-01", "2024-01-31"], "ascending", false],
  [["b", "a"], "ascending", false],
  [[], "ascending", false],
  [["", ""], "ascending", false],
  [["a"], "ascending", true],
] as const)("%j are in %s order: %s", (values, direction, holds) => {
  expect(judgeSorted(values, direction) === undefined).toBe(holds);
});

test("the failure about an order says which two stand wrong", () => {
  expect(judgeSorted(["b", "a"], "ascending")).toContain('"b" (1.) comes before "a" (2.)');
  expect(judgeOrder("One two  three", ["one", "Three"])).toBeUndefined();
  expect(judgeOrder("three one", ["one", "three"])).toBe(
    'expected "three" after "one", but it comes before',
  );
  expect(judgeOrder("one", ["one", "four", "five"])).toBe('there is no "four" and no "five"');
});

test("a pattern that takes for ever is stopped, and is no answer either way", () => {
  const page = `${"a".repeat(60)}!`;
  expect(judgeMatch(/^(a+)+$/, page, false)).toContain("was stopped");
  expect(judgeMatch(/^(a+)+$/, page, true)).toContain("was stopped");
});

test("a file goes into a report as text wherever it is text, and not when it is too large", () => {
  const bytes = new TextEncoder().encode("\uFEFFtoken=x");
  expect(textIn(bytes)).toBe("\uFEFFtoken=x");
  expect(textIn(Uint8Array.of(0x89, 0x50, 0xff))).toBeUndefined();
  expect(judgeSize("a.log", 20 * 1024 * 1024)).toBeUndefined();
  expect(judgeSize("a.log", 21 * 1024 * 1024)).toContain('"a.log" has 21.0 MB, too much');
});
