import { expect, test } from "vitest";
import { parseCheck } from "../../../src/checks/check-parser.ts";
import { cellsOfColumn, headedBy, judgeColumn } from "../../../steps/browser/columns.ts";

const books = { columns: ["Title", "Price"], rows: [["Emma", "7"], ["Ida"]] };
const people = {
  columns: [],
  rows: [
    ["Name", "Price"],
    ["Al", "1"],
  ],
};
const nobody = { columns: ["Nobody"], rows: [] };

test.each([
  [[books], { name: "price" }, ["7", ""]],
  [[books, people], { name: "Name" }, ["Al"]],
  [[books, people], { name: "Price", nth: 2 }, ["1"]],
  [[books, people], { name: "Price", nth: -1 }, ["1"]],
  [[nobody], { name: "Nobody" }, []],
] as const)("the cells of a column: %j %j", (tables, column, cells) => {
  expect(cellsOfColumn(tables, column)).toEqual({ kind: "cells", cells });
});

test.each([
  [[books, people], { name: "Price" }, '2 tables have a column "Price"; say which: the column'],
  [[books, people], { name: "Price", nth: 3 }, 'only 2 tables have a column "Price"'],
  [[books, people], { name: "Age" }, 'there is no column "Age"; the columns are "Title", "Price"'],
  [[people], { name: "Age" }, 'the columns are "Name", "Price"'],
] as const)("no column, or not one: %j %j", (tables, column, problem) => {
  const found = cellsOfColumn(tables, column);
  expect(found.kind === "problem" ? found.problem : found).toContain(problem);
});

test("a first row gives the columns only where it says all the names and nothing else does", () => {
  expect(headedBy(people, ["Price", "Name"])).toEqual({
    columns: ["Name", "Price"],
    rows: [["Al", "1"]],
  });
  expect(headedBy(people, ["Price", "Age"])).toBe(people);
  expect(headedBy(books, ["Emma"])).toBe(books);
});

function judge(cells: readonly string[], text: string): string | undefined {
  const parsed = parseCheck(text, (operand) => operand);
  if (parsed.kind === "error") throw new Error(parsed.message);
  return judgeColumn(cells, parsed.check);
}

test.each([
  [["Emma", "Ida"], 'should contain "mm"'],
  [["Emma", "Ida"], 'should not contain "x"'],
  [["1", "2"], "should be greater than 0"],
  [["a", "a"], 'should be "a"'],
  [["a", "b"], "should have 2 values"],
  [["a", "b"], "should have length 2"],
  [["", ""], "should be empty"],
  [[], "should be empty"],
  [[], "should exist"],
  [["a"], "should not be empty"],
] as const)("%j %s", (cells, check) => {
  expect(judge(cells, check)).toBeUndefined();
});

test.each([
  [["Emma", "Ida"], 'should contain "x"', 'they are "Emma", "Ida"'],
  [["Emma", "Ida"], 'should not contain "mm"', "expected the 1. cell not to contain"],
  [["1", "2"], "should be greater than 1", "the 1. cell"],
  [["a", "b"], 'should be "a"', "the 2. cell"],
  [["a", "b"], "should have 3 values", "its cells"],
  [["", "b"], "should be empty", "the 2. cell"],
  [["a", ""], "should not be empty", "the 2. cell"],
  [[], "should not be empty", "empty"],
  [[], 'should not contain "x"', "it has no cells"],
  [[], "should be greater than 1", "it has no cells"],
] as const)("not so: %j %s", (cells, check, problem) => {
  expect(judge(cells, check)).toContain(problem);
});
