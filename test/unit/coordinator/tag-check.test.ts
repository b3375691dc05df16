import { describe, expect, it } from "vitest";
import { describeRefusal, TagCheck, type TagFindings } from "../../../src/coordinator/tag-check.ts";
import { parseFeature } from "../story/parse-feature.ts";

/** What the check finds in these files, given to it as cucumber does. */
function check(files: Readonly<Record<string, string>>): TagFindings {
  const tagCheck = new TagCheck();
  for (const [uri, data] of Object.entries(files)) {
    tagCheck.add({ source: { uri, data, mediaType: "text/x.cucumber.gherkin+plain" as never } });
    tagCheck.add({ gherkinDocument: parseFeature(data, uri) });
  }
  return tagCheck.finish();
}

const scenario = "  Scenario: s\n    * a\n";

describe("tags of loaded files", () => {
  it("has nothing to say where all are right", () => {
    const files = {
      "a.feature": `@smoke @story:a\nFeature: A\n${scenario}`,
      "b.feature": "# none\n",
    };
    expect(check(files)).toEqual({ count: 0, lines: [], blocks: [] });
  });

  it("shows the line and the mistake in it, behind characters of any width", () => {
    const [block] = check({
      "a.feature": `  @団体 @🙂 @rpm:10k\r\nFeature: A\r\n${scenario}`,
    }).blocks;
    expect(block).toBe(
      [
        "a.feature:1:16",
        "    @団体 @🙂 @rpm:10k",
        "                   ^~~",
        "  numbers are written out. Write @rpm:10000.",
      ].join("\n"),
    );
  });

  it("tells the reports where and what, without excerpts", () => {
    const findings = check({ "a.feature": `@hold:30\nFeature: A\n${scenario}` });
    expect(describeRefusal(findings, 2)[0]).toBe(
      [
        "storyproof: 1 mistake in tags.",
        "  a.feature:1:7 the time has no unit: ms, s or min. Write @hold:30s.",
        "  Nothing was run: 2 scenarios stay unproven, with all their guarantees.",
      ].join("\n"),
    );
  });
});

it("tells the reports so much as fits, since they say it at every guarantee", () => {
  const files = Array.from({ length: 300 }, (_, index) => {
    return [`${index}.feature`, `@hold:30\nFeature: A\n${scenario}`] as const;
  });
  const [message, shown] = describeRefusal(check(Object.fromEntries(files)), 300);
  expect(message.split("\n")).toHaveLength(23);
  expect(message).toContain("\n  … and 280 more: `storyproof lint` tells them all.\n");
  expect(shown.match(/the time has no unit/g)).toHaveLength(300);
});

it("counts columns as editors do, and not the byte-order mark", () => {
  const { blocks } = check({ "a.feature": `\ufeff@smok @rpm:0\nFeature: A\n${scenario}` });
  expect(blocks.map((block) => block.split("\n").slice(0, 3))).toEqual([
    ["a.feature:1:2", "  @smok @rpm:0", "   ^~~~"],
    ["a.feature:1:12", "  @smok @rpm:0", "             ^"],
  ]);
});

it("does not count what an empty selection leaves unproven", () => {
  const findings = check({ "a.feature": `@hold:30\nFeature: A\n${scenario}` });
  expect(describeRefusal(findings, 0)[0]).toMatch(
    /\n {2}Nothing was run: no scenario was selected\.$/,
  );
});

describe("ids", () => {
  it("names both stories that call themselves alike", () => {
    const story = (title: string) => `@story:shop\nFeature: ${title}\n${scenario}`;
    const { blocks } = check({
      "features/a.feature": story("A"),
      "features/other.feature": `@story:other\nFeature: Other\n${scenario}`,
      "features/b.feature": story("B"),
    });
    expect(blocks).toEqual([
      [
        "features/a.feature:1:1",
        "  @story:shop",
        "  ^~~~~~~~~~~",
        "features/b.feature:1:1",
        "  @story:shop",
        "  ^~~~~~~~~~~",
        '  2 stories have the id shop: "A" (features/a.feature:1) and "B" (features/b.feature:1). Give each story an id of its own.',
      ].join("\n"),
    ]);
  });

  it("names both scenarios of a story that are pinned alike, and lets other stories use the same", () => {
    const text = `Feature: A\n  @id:x\n  Scenario: one\n    * a\n  @id:x\n  Scenario: two\n    * a\n`;
    const once = `Feature: B\n  @id:x\n  Scenario: one\n    * a\n`;
    const { lines } = check({ "a.feature": text, "b.feature": once });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("a.feature:2:3, a.feature:5:3 2 rules or scenarios have the id a/x");
  });

  it("leaves ids that are made from paths alone", () => {
    const files = {
      "a-b.feature": `Feature: A\n${scenario}`,
      "a b.feature": `Feature: B\n${scenario}`,
    };
    expect(check(files).count).toBe(0);
  });

  it("shows titles without what would steer a terminal", () => {
    const hostile = "\u001b]0;gone\u0007\u202ered";
    const story = `@story:shop\nFeature: ${hostile}\n${scenario}`;
    const { lines, blocks } = check({ "a.feature": story, "b.feature": story });
    expect([...lines, ...blocks].join("\n")).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(lines[0]).toContain('2 stories have the id shop: "␛]0;gone␇');
  });

  it("has no place where it names nothing", () => {
    const { lines } = check({ "a.feature": `@id:x\nFeature: A\n${scenario}` });
    expect(lines).toEqual([
      "a.feature:1:1 @id: names a scenario or a rule, and does nothing here. Write @story:x for the story, or @id:x above a scenario or rule.",
    ]);
    const deep = `Feature: A\n  @story:x\n${scenario}  @story:y\n  Scenario Outline: <a>\n    * a\n    @story:z\n    Examples:\n      | a |\n`;
    expect(check({ "a.feature": deep }).lines).toEqual([
      "a.feature:2:3 @story: names the whole story, and does nothing here. Write @story:x above the feature, or @id:x here.",
      "a.feature:5:3 @story: names the whole story, and does nothing here. Write @story:y above the feature, or @id:y here.",
      "a.feature:8:5 @story: names the whole story, and does nothing here. Write @story:z above the feature.",
    ]);
  });
});
