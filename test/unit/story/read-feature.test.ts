import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFeature } from "../../../src/story/read-feature.ts";
import { gherkin, read, readOne, withoutPlaces } from "./project-gherkin.ts";

interface BadFile {
  readonly name: string;
  readonly uri: string;
  readonly text?: string;
  readonly base64?: string;
  readonly problems: readonly string[];
}

const badFiles: readonly BadFile[] = JSON.parse(
  readFileSync("test/golden/story/problems.json", "utf8"),
);

describe("tells every problem, with its place and what would be right", () => {
  it.each(badFiles.map((file) => [file.name, file] as const))("%s", (_, file) => {
    const content = file.text ?? Buffer.from(file.base64 ?? "", "base64");
    const reading = readFeature({ uri: file.uri, content }, gherkin);
    const problems = reading.kind === "unreadable" ? reading.problems : [];
    expect(
      problems.map((one) => `${one.line}:${one.column} ${one.message}. ${one.wayOut}`),
    ).toEqual(file.problems);
    expect(problems.every(({ uri }) => uri === file.uri)).toBe(true);
  });
});

it("leaves out no place that gherkin itself names", async () => {
  const { default: library } = await import("@cucumber/gherkin");
  const { AstBuilder, GherkinClassicTokenMatcher, Parser } = library;
  for (const { uri, text, problems } of badFiles) {
    if (text === undefined || uri.endsWith(".md")) continue;
    if (problems.some((one) => /language|zero byte/.test(one))) continue;
    const places = placesOf(() =>
      new Parser(new AstBuilder(() => ""), new GherkinClassicTokenMatcher()).parse(text),
    );
    const told = problems.map((problem) => Number(problem.split(":", 1)[0]));
    for (const line of places) expect(told).toContain(Math.min(line, text.split("\n").length));
  }
});

function placesOf(parse: () => unknown): readonly number[] {
  try {
    parse();
    return [];
  } catch (error) {
    const { errors } = error as { errors: readonly { location: { line: number } }[] };
    return errors.map(({ location }) => location.line);
  }
}

it.each([
  ["a byte-order mark", "\uFEFFFeature: x\n  Scenario: y\n    Given z\n"],
  ["a byte-order mark in bytes", Buffer.from("\uFEFFFeature: x\n  Scenario: y\n    Given z\n")],
  ["Windows line ends", "Feature: x\r\n  Scenario: y\r\n    Given z\r\n"],
  ["no line end at the end", "Feature: x\n  Scenario: y\n    Given z"],
  ["tabs and much space", "\n\n\tFeature:   x\n\t\tScenario:\ty\n\n\n\t\t\tGiven   z   \n\n"],
])("reads %s as the same story", (_, content) => {
  const usual = readOne("Feature: x\n  Scenario: y\n    Given z\n");
  expect(withoutPlaces(readOne(content))).toEqual(withoutPlaces(usual));
});

it("counts columns of the first line without the byte-order mark", () => {
  expect(readOne("\uFEFF@a Feature\n".replace(" Feature", "\nFeature: x")).tags[0]?.column).toBe(1);
});

it.each(["", "\n \n", "\uFEFF", "# only a remark\n"])("finds nothing in %j", (content) => {
  expect(read(content)).toEqual({ kind: "empty", uri: "features/a.feature" });
});

it("counts a tag's column in Markdown as gherkin does there, which is the same", () => {
  const text = "`@\u{1F680}` `@b`\n# Feature: x\n\n`@\u{1F680}` `@c`\n## Scenario: y\n* Given a\n";
  const { tags, scenarios } = readOne(text, "features/a.feature.md");
  const columns = [...tags, ...(scenarios[0]?.tags ?? [])].map(({ name, line, column }) => [
    name,
    text.split("\n")[line - 1]?.slice(column - 1, column - 1 + name.length),
  ]);
  expect(columns.map(([name]) => name)).toContain("@c");
  for (const [name, pointedAt] of columns) expect(pointedAt).toBe(name);
});

it("counts a tag's column as editors do, behind an emoji too", () => {
  const [, second] = readOne("@😀 @b\nFeature: x\n").tags;
  expect(second).toMatchObject({ name: "@b", column: 5 });
});

it.each(Object.entries(gherkin.dialects))("reads every part in %s", (language, words) => {
  const step = (kind: "given" | "when" | "then") => words[kind].find((word) => !/^\*/.test(word));
  const story = readOne(`# language: ${language}
@t
${words.feature[0]}: Title
  ${words.background[0]}:
    ${step("given")}one
  ${words.scenario[0]}: First
    ${step("when")}two
  ${words.rule[0]}: Must
    ${words.background[0]}:
      ${step("given")}three
    ${words.scenarioOutline[0]}: Rows
      ${step("then")}<n>
      ${words.examples[0]}: Some
        | n |
        | 1 |
`);
  expect(story).toMatchObject({
    language,
    title: "Title",
    background: { steps: [{ text: "one" }] },
    scenarios: [{ title: "First", backgroundSteps: 1, steps: [{ text: "one" }, { text: "two" }] }],
    rules: [
      {
        title: "Must",
        background: { steps: [{ text: "three" }] },
        scenarios: [
          {
            backgroundSteps: 2,
            steps: [{ text: "one" }, { text: "three" }, { text: "<n>" }],
            examples: [{ title: "Some", columns: ["n"], rows: [["1"]] }],
            cases: [{ values: { n: "1" }, tags: [{ name: "@t" }] }],
          },
        ],
      },
    ],
  });
});

it("reads Markdown, with a heading or without", () => {
  const markdown =
    "`@a` `@story:x`\n# Feature: Title\n\nFree text.\n\n## Scenario: First\n\n* Given one\n";
  expect(readOne(markdown, "features/a.feature.md")).toMatchObject({
    id: "x",
    title: "Title",
    scenarios: [{ title: "First", steps: [{ keyword: "Given", text: "one" }] }],
  });
  expect(readOne("# Just a page\n\nText.\n", "docs/a.md")).toMatchObject({
    keyword: "",
    title: "Just a page",
    scenarios: [],
  });
});

it("takes the language of a file that names none from the caller", () => {
  const content = "Funktion: Titel\n  Szenario: Erstes\n    Wenn eins\n";
  const reading = readFeature({ uri: "a.feature", content, language: "de" }, gherkin);
  expect(reading).toMatchObject({ kind: "story", story: { language: "de", title: "Titel" } });
});

it("keeps comments with their lines, and the language line is none", () => {
  const story = readOne(
    "# language: en\n# one\nFeature: x\n  # two\n  Scenario: y\n    Given z # no comment\n",
  );
  expect(story.comments).toEqual([
    { line: 2, text: "# one" },
    { line: 4, text: "# two" },
  ]);
  expect(story.scenarios[0]?.steps[0]?.text).toBe("z # no comment");
});

it("takes the first of two columns with one name, as cucumber does", () => {
  const story = readOne(
    "Feature: x\n  Scenario: y\n    Given <a>\n    Examples:\n      | a | a |\n      | 1 | 2 |\n",
  );
  expect(story.scenarios[0]?.cases[0]?.values).toEqual({ a: "1" });
});

interface GoodFile {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly story: unknown;
}

const goodFiles: readonly GoodFile[] = JSON.parse(
  readFileSync("test/golden/story/stories.json", "utf8"),
);

/** Ids and hashes stand in reports that people keep: another way to make them is a change that must be told. */
it.each(goodFiles.map((file) => [file.name, file] as const))(
  "reads %s to the letter, with the ids and hashes it always had",
  (_, { uri, text, story }) => {
    expect(withoutPlaces(JSON.parse(JSON.stringify(readOne(text, uri))))).toEqual(story);
  },
);
