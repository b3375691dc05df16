import { describe, expect, test } from "vitest";
import { lintExample, lintText, listFindings } from "./lint-text.ts";

const only = ["structure/no-outcome", "structure/unused-background", "suppression/*"];

function list(text: string): Promise<readonly string[]> {
  return listFindings(text, { only });
}

const because = "-- the page itself is the outcome";
const next = `# storyproof-disable-next-line structure/no-outcome ${because}`;

describe("a comment before", () => {
  test("a scenario covers it, tags or not, and nothing behind it", async () => {
    const text = (...before: readonly string[]) =>
      ["Feature: A", ...before, "Scenario: B", "When c", "Scenario: D", "When e", ""].join("\n");
    expect(await list(text())).toEqual(["2: structure/no-outcome", "4: structure/no-outcome"]);
    expect(await list(text(next))).toEqual(["5: structure/no-outcome"]);
    expect(await list(text(next, "", "@smoke", "@full"))).toEqual(["8: structure/no-outcome"]);
    expect(await list(text("@smoke", next))).toEqual(["6: structure/no-outcome"]);
  });

  test("a scenario covers its steps and examples", async () => {
    const comment = `# storyproof-disable-next-line tags/repeated -- ids of an old tool`;
    const text = `Feature: A\n${comment}\nScenario: B\nThen <c>\n@x @x\nExamples:\n| c |\n@y @y\nScenario: D\n`;
    expect(await listFindings(text, { only: ["tags/*", "suppression/*"] })).toEqual([
      "8: tags/repeated",
    ]);
  });

  test("the feature covers its head and no scenario", async () => {
    const text = `# storyproof-disable-next-line structure/* ${because}\n@smoke\nFeature: A\nScenario: B\nWhen c\n`;
    expect(await list(text)).toEqual(["1: suppression/unused", "4: structure/no-outcome"]);
    const tier = text.replace("@smoke", "");
    const found = await listFindings(tier, { only: ["structure/no-scenario", "intent/no-owner"] });
    expect(found).toEqual(["3: intent/no-owner"]);
  });

  test("a step covers its table, and not the next step", async () => {
    const comment = "# storyproof-disable-next-line structure/several-actions -- one wizard";
    const text = (at: number) => {
      const lines = ["Feature: A", "Scenario: B", "When a", "| x |", "When b", "Then c"];
      return lines.toSpliced(at, 0, comment).join("\n");
    };
    const rules = { only: ["structure/several-actions", "suppression/unused"] };
    expect(await listFindings(text(4), rules)).toEqual([]);
    expect(await listFindings(text(2), rules)).toEqual([
      "3: suppression/unused",
      "6: structure/several-actions",
    ]);
  });
});

test("what is silenced is kept with its comment, in order, as it would have been found", async () => {
  const bare = "Feature: A\nScenario: B\nWhen c\nScenario: D\nWhen e\n";
  const off = `# storyproof-disable structure/* ${because}\n`;
  const { findings, silenced } = await lintExample(bare.replace("Scenario: D", `${next}\n$&`), {
    only,
  });
  expect(findings.map(({ line }) => line)).toEqual([2]);
  const [plain] = await lintText(bare, { only });
  expect(silenced).toMatchObject([{ reason: "the page itself is the outcome", line: 4 }]);
  expect(silenced[0]).toMatchObject({ uri: "features/a.feature", finding: { line: 5 } });
  const all = await lintExample(off + bare, { only });
  expect(all.silenced.map(({ line, finding }) => [line, finding.line])).toEqual([
    [1, 3],
    [1, 5],
  ]);
  expect(all.silenced[0]?.finding).toEqual({ ...plain, line: 3 });
  expect((await lintExample(bare, { only })).silenced).toEqual([]);
});

describe("a comment for the rest", () => {
  const scenario = "Scenario: B\nWhen c\n";
  const off = `# storyproof-disable structure/no-outcome ${because}\n`;

  test("covers the file from there on", async () => {
    expect(await list(`Feature: A\n${scenario}${off}${scenario}${scenario}`)).toEqual([
      "2: structure/no-outcome",
    ]);
  });

  test.each(["# storyproof-enable structure/no-outcome", "# storyproof-enable"])(
    "ends with %s",
    async (on) => {
      expect(await list(`Feature: A\n${off}${scenario}${on}\n${scenario}`)).toEqual([
        "6: structure/no-outcome",
      ]);
    },
  );

  test("of a group covers its rules, and ends by that name", async () => {
    const group = off.replace("no-outcome", "*");
    const on = "# storyproof-enable structure/*\n";
    expect(await list(`Feature: A\n${group}${scenario}${on}${scenario}`)).toEqual([
      "6: structure/no-outcome",
    ]);
  });
});

describe("a mistaken comment says what to write", () => {
  test.each([
    ["structure/no-outcome - the page is all", "the reason stands behind two dashes: -- because …"],
    ["structure/no-outcome — the page is all", "the reason stands behind two dashes: -- because …"],
    ["structure/no-outcome the page is all", "the reason stands behind two dashes: -- because …"],
    ["* -- the page is all", "`*` names no rule."],
    ["no-outcome -- the page is all", "there is no rule no-outcome. Write structure/no-outcome."],
    ["vague-words -- the page is all", "there is no rule vague-words. Write language/vague-words."],
    ["tags/malformed -- an old tool", "tags/malformed cannot be silenced: cucumber-js refuses"],
  ])("%s", async (names, expected) => {
    const text = `Feature: A\n# storyproof-disable-next-line ${names}\nScenario: B\nThen c\n`;
    const found = await lintText(text, { only: ["suppression/*"] });
    expect(found.map(({ message, wayOut }) => `${message} ${wayOut}`)).toEqual([
      expect.stringContaining(expected),
    ]);
  });

  test("storyproof-disable-line", async () => {
    const text = "Feature: A\n# storyproof-disable-line structure/no-outcome -- a b\n";
    const [found] = await lintText(text, { only: ["suppression/*"] });
    expect(found?.wayOut).toBe("Write storyproof-disable-next-line.");
  });
});

test("several rules stand in one comment, with commas or spaces", async () => {
  const text = (names: string) =>
    `Feature: A\n# storyproof-disable ${names} ${because}\nBackground:\nScenario: B\nWhen c\n`;
  expect(await list(text("structure/no-outcome, structure/unused-background"))).toEqual([]);
  expect(await list(text("structure/no-outcome structure/unused-background"))).toEqual([]);
});

test("what is found in the whole project is silenced too", async () => {
  const comment = "# storyproof-disable-next-line structure/duplicate-story -- two teams";
  const files = { "a.feature": "Feature: A\n", "b.feature": `${comment}\nFeature: A\n` };
  expect(
    await listFindings(files, { only: ["structure/duplicate-story", "suppression/*"] }),
  ).toEqual([]);
});

describe("mistakes", () => {
  const scenario = "Scenario: B\nWhen c\n";

  test.each([
    ["no reason", "disable-next-line structure/no-outcome"],
    ["dashes alone", "disable structure/no-outcome --"],
    ["no word", "disable structure/no-outcome -- because …"],
  ])("without a reason nothing is silenced: %s", async (_, said) => {
    expect(await list(`Feature: A\n# storyproof-${said}\n${scenario}`)).toEqual([
      "2: suppression/no-reason",
      "3: structure/no-outcome",
    ]);
  });

  test.each([
    [
      "disable-nextline structure/no-outcome",
      "there is no instruction storyproof-disable-nextline.",
      "Write storyproof-disable-next-line.",
    ],
    ["disable", "this comment names no rule, so it silences none.", undefined],
    [
      "disable structure/no-outcom",
      "there is no rule structure/no-outcom.",
      "Write structure/no-outcome.",
    ],
    [
      "enable language/vage-words",
      "there is no rule language/vage-words.",
      "Write language/vague-words.",
    ],
  ])("%s", async (said, message, wayOut) => {
    const text = `Feature: A\n  # storyproof-${said} ${because}\n${scenario}`;
    const [finding] = await lintText(text, { only: ["suppression/malformed"] });
    expect(finding).toMatchObject({ line: 2, column: 3, severity: "error", message });
    if (wayOut !== undefined) expect(finding?.wayOut).toBe(wayOut);
  });

  test("cannot be silenced by such a comment", async () => {
    const all = `# storyproof-disable suppression/* ${because}\n# storyproof-disable structure/x\n`;
    expect(await list(`Feature: A\n${all}`)).toEqual([
      "2: suppression/unused",
      "3: suppression/malformed",
      "3: suppression/no-reason",
    ]);
  });
});

describe("what silences nothing", () => {
  test("is found, and mended when none of its rules was needed", async () => {
    const text = (names: string) =>
      `Feature: A\n# storyproof-disable ${names} ${because}\nScenario: B\nWhen c\n`;
    const unused = {
      only: ["structure/no-outcome", "structure/unused-background", "suppression/*"],
    };
    const [one] = await lintText(text("structure/unused-background"), unused);
    expect(one).toMatchObject({
      rule: "suppression/unused",
      line: 2,
      edits: [{ start: { line: 2, column: 1 }, end: { line: 3, column: 1 } }],
    });
    const [part] = await lintText(
      text("structure/no-outcome, structure/unused-background"),
      unused,
    );
    expect(part?.message).toBe("nothing here is silenced for structure/unused-background.");
    expect(part?.edits).toBeUndefined();
  });

  test("is not judged where its rule did not run", async () => {
    const text = `Feature: A\n# storyproof-disable structure/no-tier ${because}\n`;
    expect(await list(text)).toEqual([]);
    expect(await listFindings(text, { settings: { "structure/*": "off" } })).not.toContain(
      "2: suppression/unused",
    );
  });

  test("is not judged where its rule needs files that were not read", async () => {
    const comment = "# storyproof-disable-next-line structure/duplicate-story -- two teams";
    const linting = { only: ["structure/duplicate-story", "suppression/*"] };
    const text = `${comment}\nFeature: A\n`;
    expect(await listFindings(text, linting)).toEqual(["1: suppression/unused"]);
    expect(await listFindings(text, { ...linting, context: { isPartial: true } })).toEqual([]);
  });

  test("an enable without its disable", async () => {
    expect(await list("Feature: A\n# storyproof-enable structure/no-tier\n")).toEqual([
      "2: suppression/unused",
    ]);
  });
});

test("the same words in a doc string or a description are no comment", async () => {
  const text = `Feature: A\nScenario: B\nWhen c\n"""\n${next}\n"""\nScenario: D\nWhen e\n`;
  expect(await list(text)).toEqual(["2: structure/no-outcome", "7: structure/no-outcome"]);
});

test("in Markdown it is a comment of Markdown", async () => {
  const comment = `<!-- storyproof-disable-next-line structure/no-outcome ${because} -->`;
  const text = (before: string) => `# Feature: A\n\n${before}\n## Scenario: B\n* When c\n`;
  const lint = (before: string) => listFindings({ "a.feature.md": text(before) }, { only });
  expect(await lint("")).toEqual(["4: structure/no-outcome"]);
  expect(await lint(comment)).toEqual([]);
});

test("between the fences of Markdown it is data, and silences nothing", async () => {
  const comment = "<!-- storyproof-disable structure/no-outcome -- only an example -->";
  const text = (...block: readonly string[]) =>
    ["# Feature: A", "", ...block, "", "## Scenario: B", "* When c", ""].join("\n");
  const found = (...block: readonly string[]) =>
    listFindings({ "a.feature.md": text(...block) }, { only });
  expect(await found("```", comment, "```")).toEqual(["7: structure/no-outcome"]);
  expect(await found("~~~~", "~~~", comment, "~~~~")).toEqual(["8: structure/no-outcome"]);
  expect(await found("```", "```", comment)).toEqual([]);
});
