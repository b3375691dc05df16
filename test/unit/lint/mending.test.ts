import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/lint/apply-edits.ts";
import { saysTheSame } from "../../../src/lint/same-story.ts";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";
import { readFeature } from "../../../src/story/read-feature.ts";
import { lintText } from "./lint-text.ts";

/** The text after all that can be mended in one pass was mended. */
async function mend(text: string, only: readonly string[] = []): Promise<string> {
  const findings = await lintText(text.replace(/^\ufeff/, ""), { only });
  return applyEdits(
    text,
    findings.flatMap(({ edits = [] }) => edits),
  ).text;
}

describe("edits", () => {
  const at = (line: number, column: number) => ({ line, column });

  test("leave byte-order mark and line ends as they are", () => {
    const edit = { start: at(1, 3), end: at(1, 99), text: "X" };
    expect(applyEdits("\ufeffab  \r\ncd\r\n", [edit]).text).toBe("\ufeffabX\r\ncd\r\n");
    const line = { start: at(2, 1), end: at(3, 1), text: "" };
    expect(applyEdits("a\r\nb\r\nc", [line]).text).toBe("a\r\nc");
    expect(applyEdits("a\nb", [line]).text).toBe("a\n");
  });

  test("are made in any order; of two in one place the first counts", () => {
    const one = { start: at(1, 1), end: at(1, 3), text: "1" };
    const two = { start: at(1, 2), end: at(1, 4), text: "2" };
    const three = { start: at(1, 4), end: at(1, 5), text: "3" };
    expect(applyEdits("abcde", [three, two, one])).toEqual({ text: "1c3e", left: [two] });
  });
});

describe("what is mended", () => {
  test("space at the end of lines, but none of a doc string's", async () => {
    const text =
      'Feature: A  \n\t\n  Scenario: B\t\n    When c \n      """  \n  d  \n\n      """\n    Then e\n';
    expect(await mend(text, ["layout/trailing-space"])).toBe(
      'Feature: A\n\n  Scenario: B\n    When c\n      """  \n  d  \n\n      """\n    Then e\n',
    );
  });

  test("one finding for all of a file's space", async () => {
    const [finding, ...more] = await lintText("Feature: A \n  Scenario: B\n    Then c  \n", {
      only: ["layout/*"],
    });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      message: "2 lines end with space; this is the first.",
      line: 1,
      column: 11,
      length: 1,
    });
  });

  test("tags that stand twice", async () => {
    const mendTags = (line: string) => mend(`${line}\nFeature: F\n`, ["tags/repeated"]);
    expect(await mendTags("@a @b @a")).toBe("@a @b\nFeature: F\n");
    expect(await mendTags("@a  @a @b # why")).toBe("@a @b # why\nFeature: F\n");
    expect(await mendTags("@a\n@a")).toBe("@a\nFeature: F\n");
    expect(await mendTags("@a\n  @a @b")).toBe("@a\n  @b\nFeature: F\n");
    expect(await mendTags("@a @a@b")).toBe("@a @b\nFeature: F\n");
    expect(await mendTags("@🙂 @a @🙂 @a")).toBe("@🙂 @a\nFeature: F\n");
  });

  test("a tag that its feature has too is another thing's, and stays", async () => {
    const text = "@a\nFeature: F\n@a\nScenario: B\nThen c\n";
    expect(await mend(text, ["tags/repeated"])).toBe(text);
  });

  test("an empty background goes with its line", async () => {
    expect(await mend("Feature: F\n\n  Background:\n\n  Scenario: B\n", ["structure/*"])).toBe(
      "Feature: F\n\n\n  Scenario: B\n",
    );
  });
});

const word = fc.constantFrom("a", "b", "the price is <x>", "ä ö", "🙂", "もし");
const space = fc.constantFrom("", " ", "\t", "  \t ");
const tags = fc.array(fc.constantFrom("@a", "@b", "@c:d", "@🙂"), { maxLength: 5 });
const step = fc
  .tuple(fc.constantFrom("Given", "When", "Then", "And", "*"), word, space)
  .map(([keyword, text, end]) => `    ${keyword} ${text}${end}`);
const docString = fc
  .tuple(
    fc.constantFrom('"""', "```"),
    fc.array(fc.tuple(word, space).map((one) => one.join(""))),
    space,
  )
  .map(([mark, lines, end]) => [`    ${mark}${end}`, ...lines, `    ${mark}`].join("\n"));
const steps = fc.array(
  fc.oneof(
    step,
    fc.tuple(step, docString).map((two) => two.join("\n")),
  ),
  {
    maxLength: 4,
  },
);
const scenario = fc
  .tuple(tags, space, word, steps)
  .map(([names, end, name, lines]) =>
    [`  ${names.join(" ")}${end}`, `  Scenario: ${name}${end}`, ...lines].join("\n"),
  );
const feature = fc
  .tuple(tags, space, fc.constantFrom([], ["  Background:"]), fc.array(scenario, { maxLength: 4 }))
  .chain(([names, end, background, scenarios]) =>
    fc
      .constantFrom("\n", "\r\n")
      .map((lineEnd) =>
        [names.join(" "), `Feature: F${end}`, ...background, ...scenarios, ""]
          .join("\n")
          .replaceAll("\n", lineEnd),
      ),
  );

test("mending changes no story, and is done at once", async () => {
  const gherkin = await loadGherkin(process.cwd());
  const read = (content: string) => readFeature({ uri: "features/a.feature", content }, gherkin);
  await fc.assert(
    fc.asyncProperty(feature, async (text) => {
      const mended = await mend(text);
      expect(saysTheSame(read(text), read(mended))).toBe(true);
      expect(await mend(mended)).toBe(mended);
      expect(await lintText(mended, { only: ["layout/*", "tags/repeated"] })).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
