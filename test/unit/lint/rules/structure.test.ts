import { describe, expect, test } from "vitest";
import { lintText, listFindings } from "../lint-text.ts";

/** A feature of one scenario with these steps. */
function scenario(...steps: readonly string[]): string {
  return ["Feature: A", "Scenario: B", ...steps, ""].join("\n");
}

function found(rule: string, text: string): Promise<readonly string[]> {
  return listFindings(text, { only: [`structure/${rule}`] });
}

describe("a scenario without an outcome", () => {
  test.each([
    ["only what is given and done", ["Given a", "When b", "And c"]],
    ["a conjunction that expects nothing", ["When b", "But c"]],
    ["only what is given", ["Given a"]],
  ])("is found: %s", async (_, steps) => {
    expect(await found("no-outcome", scenario(...steps))).toEqual(["2: structure/no-outcome"]);
  });

  test.each([
    ["a Then", ["When b", "Then c"]],
    ["And with should after a When", ["When b", 'And I should see "c"']],
    ["steps with * only, whose keyword says nothing", ["* url 'x'", "* match response == {}"]],
    ["steps with * behind others", ["Given url 'x'", "When method get", "* match response == {}"]],
    ["no steps at all, which another rule tells", []],
  ])("is not: %s", async (_, steps) => {
    expect(await found("no-outcome", scenario(...steps))).toEqual([]);
  });

  test("is found in other languages, by their keywords", async () => {
    const german = (last: string) =>
      `# language: de\nFunktionalität: A\nSzenario: B\nAngenommen a\nWenn b\n${last} c\n`;
    expect(await found("no-outcome", german("Und"))).toEqual(["3: structure/no-outcome"]);
    expect(await found("no-outcome", german("Dann"))).toEqual([]);
    const russian = (last: string) =>
      `# language: ru\nФункция: A\nСценарий: B\nКогда b\n${last} c\n`;
    expect(await found("no-outcome", russian("И"))).toEqual(["3: structure/no-outcome"]);
    expect(await found("no-outcome", russian("Тогда"))).toEqual([]);
  });

  test("steps of the background are no outcome of the scenario, but say what And goes on with", async () => {
    const text = "Feature: A\nBackground:\nGiven a\nScenario: B\nAnd b\nWhen c\n";
    expect(await found("no-outcome", text)).toEqual(["4: structure/no-outcome"]);
  });
});

describe("an action after an outcome", () => {
  test.each([
    [["When a", "Then b", "When c"], ["5: structure/action-after-outcome"]],
    [["When a", "Then b", "And c", "When d", "When e"], ["6: structure/action-after-outcome"]],
    [["When a", "And it should b", "When c"], ["5: structure/action-after-outcome"]],
    [["When a", "Then b", "Given c"], []],
    [["* a", "* b"], []],
    [["When a", "And b", "Then c", "But d"], []],
  ])("%j", async (steps, expected) => {
    expect(await found("action-after-outcome", scenario(...steps))).toEqual(expected);
  });
});

describe("several actions", () => {
  test.each([
    [["When a", "When b", "Then c"], ["4: structure/several-actions"]],
    [["When a", "Given b", "When c", "Then d"], ["5: structure/several-actions"]],
    [["When a", "And b", "And c", "Then d"], []],
    // Its second action comes after an outcome, which is the other rule's finding.
    [["When a", "Then b", "When c", "Then d"], []],
  ])("%j", async (steps, expected) => {
    expect(await found("several-actions", scenario(...steps))).toEqual(expected);
  });
});

describe("outlines", () => {
  const outline = (...tables: readonly string[]) =>
    scenario("When <a>", "Then b", ...tables.map((rows) => `Examples:\n| a |\n${rows}`));

  test("with one row, over all its tables", async () => {
    expect(await found("outline-one-row", outline("| 1 |"))).toEqual([
      "2: structure/outline-one-row",
    ]);
    expect(await found("outline-one-row", outline("| 1 |", "| 2 |"))).toEqual([]);
    expect(await found("outline-one-row", scenario("Then b"))).toEqual([]);
  });

  test("with a table that has no rows", async () => {
    expect(await found("outline-no-rows", outline("| 1 |", ""))).toEqual([
      "8: structure/outline-no-rows",
    ]);
    expect(await found("outline-no-rows", scenario("Then <b>", "Examples:"))).toEqual([
      "4: structure/outline-no-rows",
    ]);
    expect(await found("outline-no-rows", `@planned\n${outline("")}`)).toEqual([]);
  });
});

describe("backgrounds", () => {
  test("without steps are found, and mended when they say nothing else", async () => {
    const text = "Feature: A\nBackground:\nScenario: B\nThen c\n";
    const [finding] = await lintText(text, { only: ["structure/unused-background"] });
    expect(finding).toMatchObject({
      line: 2,
      edits: [{ start: { line: 2, column: 1 }, end: { line: 3, column: 1 }, text: "" }],
    });
    for (const said of ["Background: a word", "Background:\nA word"]) {
      const [more] = await lintText(text.replace("Background:", said), {
        only: ["structure/unused-background"],
      });
      expect(more?.edits).toBeUndefined();
    }
  });

  test("that no scenario comes after", async () => {
    const background = "Background:\nGiven a\n";
    expect(await found("unused-background", `Feature: A\n${background}`)).toEqual([
      "2: structure/unused-background",
    ]);
    expect(
      await found("unused-background", `Feature: A\n${background}Rule: B\nScenario: C\nThen d\n`),
    ).toEqual([]);
    expect(
      await found("unused-background", `Feature: A\nScenario: B\nThen c\nRule: D\n${background}`),
    ).toEqual(["5: structure/unused-background"]);
  });
});

describe("tiers", () => {
  test("a story without any is one finding, a forgotten scenario is one of its own", async () => {
    const two = (first: string, second: string) =>
      `Feature: A\n${first}\nScenario: B\nThen c\n${second}\nScenario: D\nThen e\n`;
    expect(await found("no-tier", two("", ""))).toEqual(["1: structure/no-tier"]);
    expect(await found("no-tier", two("@smoke", ""))).toEqual(["6: structure/no-tier"]);
    expect(await found("no-tier", two("@smoke", "@planned"))).toEqual([]);
    expect(await found("no-tier", `@full\n${two("", "")}`)).toEqual([]);
  });

  test("a tier of every table of examples is one of the outline", async () => {
    const table = (tag: string) => `${tag}\nExamples:\n| a |\n| 1 |`;
    const both = (one: string, two: string) => scenario("Then <a>", table(one), table(two));
    expect(await found("no-tier", both("@smoke", "@full"))).toEqual([]);
    expect(await found("no-tier", both("@smoke", ""))).toEqual(["2: structure/no-tier"]);
  });
});

describe("names", () => {
  test("two scenarios side by side, not those of different rules", async () => {
    const rule = (name: string) => `Rule: ${name}\nScenario: A  b\nThen c\n`;
    expect(
      await found("duplicate-scenario", `Feature: F\n${rule("One")}Scenario: A b\nThen d\n`),
    ).toEqual(["5: structure/duplicate-scenario"]);
    expect(await found("duplicate-scenario", `Feature: F\n${rule("One")}${rule("Two")}`)).toEqual(
      [],
    );
  });

  test("without a name is not the same name", async () => {
    const text = "Feature: F\nScenario:\nThen a\nScenario:\nThen b\n";
    expect(await found("duplicate-scenario", text)).toEqual([]);
    expect(await found("unnamed-scenario", text)).toEqual([
      "2: structure/unnamed-scenario",
      "4: structure/unnamed-scenario",
    ]);
  });

  test("the second of two stories names the first", async () => {
    const findings = await lintText(
      { "b.feature": "Feature:  A", "a.feature": "Feature: A\n", "c.feature": "Feature: B\n" },
      { only: ["structure/duplicate-story"] },
    );
    expect(findings).toMatchObject([
      { uri: "a.feature", line: 1, column: 10, length: 1, related: [{ uri: "b.feature" }] },
    ]);
  });
});

describe("ids", () => {
  const only = ["structure/duplicate-id"];

  test("of stories, given or made from the path", async () => {
    const [given] = await lintText(
      { "a.feature": "@story:x\nFeature: A\n", "b.feature": "@a @story:x\nFeature: B\n" },
      { only },
    );
    expect(given).toMatchObject({
      uri: "b.feature",
      line: 1,
      column: 4,
      length: 8,
      severity: "error",
      related: [{ uri: "a.feature", line: 2 }],
    });
    expect(given?.message).toContain("a.feature");
    const made = { "features/a-b.feature": "Feature: A\n", "features/a/b.feature": "Feature: B\n" };
    expect(await listFindings(made, { only })).toEqual(["1: structure/duplicate-id"]);
  });

  test("of scenarios, where they are pinned", async () => {
    const text = "Feature: A\n@id:x\nScenario: B\nThen c\n@id:x\nScenario: D\nThen e\n";
    expect(await listFindings(text, { only })).toEqual(["5: structure/duplicate-id"]);
    expect(await listFindings(text.replace("@id:x", "@id:y"), { only })).toEqual([]);
  });
});

describe("files", () => {
  test("that are no Gherkin give every problem, and hide no other file", async () => {
    const files = {
      "bad.feature": "Feature: A\nScenario: B\nGiven c\nGivn d\nThen e\nWhn f\n",
      "empty.feature": "# nothing yet\n",
      "good.feature": "Feature: A\n",
    };
    const findings = await lintText(files, { only: ["structure/*"] });
    expect(findings.map(({ uri, line, rule }) => `${uri}:${line} ${rule}`)).toEqual([
      "bad.feature:4 structure/unreadable-file",
      "bad.feature:6 structure/unreadable-file",
      "empty.feature:1 structure/empty-file",
      "good.feature:1 structure/no-scenario",
    ]);
    expect(findings[0]).toMatchObject({ severity: "error", excerpt: "Givn d" });
  });

  test("a scenario without steps is found unless it is planned", async () => {
    const text = "Feature: A\nBackground:\nGiven a\nScenario: B\n@planned\nScenario: C\n";
    expect(await found("no-steps", text)).toEqual(["4: structure/no-steps"]);
  });

  test("a story without scenarios is found unless it is planned or has a rule", async () => {
    expect(await found("no-scenario", "Feature: A\n")).toEqual(["1: structure/no-scenario"]);
    expect(await found("no-scenario", "@planned\nFeature: A\n")).toEqual([]);
    expect(await found("no-scenario", "Feature: A\nRule: B\n")).toEqual([]);
  });
});

describe("placeholders", () => {
  const outline = (...steps: readonly string[]) =>
    `${scenario(...steps)}Examples:\n| code | sum |\n| a | 1 |\n| b | 2 |\n`;

  test("that no column has are told with the nearest column, once for a line", async () => {
    const text = outline("When <code> <Code> <codes> <codes>", "Then <sum>");
    const findings = await lintText(text, { only: ["structure/unknown-placeholder"] });
    expect(
      findings.map(({ line, column, length, wayOut }) => [line, column, length, wayOut]),
    ).toEqual([
      [3, 13, 6, "Write <code>, or add the column; there are <code>, <sum>."],
      [3, 20, 7, "Write <code>, or add the column; there are <code>, <sum>."],
    ]);
  });

  test("in tables and doc strings count, markup does not", async () => {
    const steps = [
      "When <code> <sum>",
      "| <cod> |",
      "Then c",
      '"""',
      "<b>x</b> <order>1</order>",
      '"""',
    ];
    expect(await found("unknown-placeholder", outline(...steps))).toEqual([
      "3: structure/unknown-placeholder",
    ]);
  });

  test("in tags are never replaced", async () => {
    const text = outline("When <code> <sum>").replace("Scenario:", "@for-<code>\nScenario:");
    expect(await found("unknown-placeholder", text)).toEqual(["2: structure/unknown-placeholder"]);
  });

  test("the heading of a column that nothing uses is pointed at", async () => {
    const text = [
      "Feature: A",
      "  Scenario Outline: B",
      "    When <a|b>",
      "    Examples: C",
      "      what it is about",
      "",
      "      # a comment",
      "      | a\\|b |  c d  | e |",
      "      | 1    |  2    | 3 |",
      "",
    ].join("\n");
    const findings = await lintText(text, { only: ["structure/unused-column"] });
    expect(findings.map(({ line, column, length }) => [line, column, length])).toEqual([
      [8, 17, 3],
      [8, 24, 1],
    ]);
  });

  test("of a column may stand in the name alone, and a remark is for the reader", async () => {
    const text = outline("When <sum>");
    expect(await found("unused-column", text)).toEqual(["5: structure/unused-column"]);
    expect(await found("unused-column", text.replace("B", "<code>"))).toEqual([]);
    expect(await found("unused-column", text.replace("code", "case"))).toEqual([]);
  });

  test("are no generics or comparisons in a plain scenario", async () => {
    const text = scenario('When "List<String>" < "b" > c <br>', "Then <b>x</b>");
    expect(await found("placeholder-without-examples", text)).toEqual([]);
  });
});

test("equal rows of different tables are told, unless their tags differ", async () => {
  const table = "Examples:\n| c |\n| 1 |\n";
  const text = `${scenario("Then <c>")}${table}${table}`;
  expect(await found("duplicate-row", text)).toEqual(["9: structure/duplicate-row"]);
  expect(await found("duplicate-row", text.replace("Examples", "@x\nExamples"))).toEqual([]);
});
