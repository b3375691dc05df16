import { expect, test } from "vitest";
import { judgeRows } from "../../../steps/browser/rows.ts";

const table = { columns: ["Title"], rows: [["Emma"], ["X"]] };
const anything = { cells: [{ text: "#string", fits: () => true }] };
const emma = { cells: [{ text: "Emma", fits: (actual: string) => actual === "Emma" }] };

test("a row that fits anything takes nothing from one that fits a single row", () => {
  const expected = { columns: ["Title"], rows: [anything, emma] };
  expect(judgeRows(table, expected, "some")).toBeUndefined();
  expect(judgeRows(table, expected, "all")).toBeUndefined();
  expect(judgeRows(table, expected, "ordered")).toContain("there is no row | Emma |");
});
