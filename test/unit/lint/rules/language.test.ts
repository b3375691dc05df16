import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stepsOf } from "../example-steps.ts";
import { lintText } from "../lint-text.ts";

const words = ["language/vague-words", "language/ambiguous-pronoun"];

test("vague words are found in steps, backgrounds and titles, at their place", async () => {
  const text = `Feature: Fast search

  So that I can shop quickly

  Background:
    Given the index is fast

  Rule: Results come soon

    Scenario: Sorting works properly
      Then it is shown "quickly"
        | quickly |
`;
  const findings = await lintText(text, { only: words });
  expect(findings.map(({ line, column, length }) => [line, column, length])).toEqual([
    [6, 24, 4],
    [8, 22, 4],
    [10, 29, 8],
    [11, 12, 2],
  ]);
});

test("more spaces behind a keyword, or Markdown, do not shift the place", async () => {
  const only = ["language/vague-words"];
  const text = "Feature: F\n  Scenario: S\n    Given   the shop is fast\n";
  expect(await lintText(text, { only })).toMatchObject([{ line: 3, column: 25, length: 4 }]);
  const markdown = {
    "a.feature.md": "# Feature: F\n\n## Scenario: S\n\n* Given the shop is fast\n",
  };
  expect(await lintText(markdown, { only })).toMatchObject([{ line: 5, column: 21, length: 4 }]);
});

test("stories in other languages are left alone, English ones of any region are not", async () => {
  const story = (language: string, feature: string, scenario: string, given: string) =>
    `# language: ${language}\n${feature}: F\n  ${scenario}: S\n    ${given} it is fast\n`;
  const german = story("de", "Funktionalität", "Szenario", "Angenommen");
  expect(await lintText(german, { only: words })).toEqual([]);
  const australian = story("en-au", "Pretty much", "Awww, look mate", "Y'know");
  expect(await lintText(australian, { only: words })).toHaveLength(2);
});

test("the team's words come from the configuration, and a packaged phrase says what its docs say", async () => {
  const text =
    "Feature: F\n  Scenario: S\n    Given a snappy shop\n    Then the shop should be good\n";
  const only = ["language/vague-words"];
  expect(await lintText(text, { only, context: { vagueWords: ["snappy"] } })).toHaveLength(2);
  const steps = stepsOf("package:the shop should be good");
  expect(await lintText(text, { only, context: { steps } })).toEqual([]);
});

test("details of the interface are found in any language, and not in tables and doc strings", async () => {
  const text = `# language: de
Funktionalität: F
  Szenario: S
    Wenn ich "#submit-btn" drücke
      | #submit-btn |
    Und ich schreibe:
      """
      #submit-btn
      """
`;
  expect(await lintText(text, { only: ["language/interface-detail"] })).toMatchObject([
    { line: 4, column: 15, length: 11 },
  ]);
});

test("the examples of all packaged phrases have no vague word and no pronoun in their steps", async () => {
  const folder = "docs/examples";
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const features = paths.filter((path) => path.endsWith(".feature"));
  const texts = features.map((path) => [path, readFileSync(join(folder, path), "utf8")]);
  expect(texts.length).toBeGreaterThan(50);
  const findings = await lintText(Object.fromEntries(texts), { only: words });
  const inSteps = findings.filter(({ excerpt = "" }) => !/^\s*(?:Scenario|Rule)/.test(excerpt));
  expect(inSteps.map(({ uri, line, message }) => `${uri}:${line} ${message}`)).toEqual([]);
});
