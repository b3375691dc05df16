import { expect, test } from "vitest";
import { locateFinding } from "../../../src/lint/locate.ts";
import { lintText } from "./lint-text.ts";

const said = { rule: "a/b", severity: "note", uri: "a.feature", line: 1 } as const;

test.each([
  ["Feature: a", "a", 10],
  ["  Scenario: Sce  ", "Sce", 13],
  ["Then I see a list", "see", 8],
  ["Feature: other", "none", 1],
])("in %j, %j is at column %i", (line, words, column) => {
  const found = { ...said, words, message: "This.", wayOut: "That." };
  expect(locateFinding(found, [line]).column).toBe(column);
});

test("a vague word of a title is pointed at where it stands in the title", async () => {
  const only = ["language/vague-words"];
  const text =
    "Feature: F\n  Example: An often used example is often usual\n    Then c\n  Rule: rule\n    Scenario: Sce\n      Then d\n";
  const places = (await lintText(text, { only })).map(({ column, length }) => [column, length]);
  expect(places).toEqual([
    [15, 5],
    [37, 5],
  ]);
  const own = { only, context: { vagueWords: ["rule", "sce"] } };
  const columns = (await lintText(text, own)).map(({ line, column }) => [line, column]);
  expect(columns).toEqual([
    [2, 15],
    [2, 37],
    [4, 9],
    [5, 15],
  ]);
});
