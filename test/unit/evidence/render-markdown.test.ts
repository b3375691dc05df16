import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeBlock, codeSpan, escapeMarkdown } from "../../../src/evidence/markdown-text.ts";
import { renderMarkdown } from "../../../src/evidence/render-markdown.ts";
import type { TruthReport } from "../../../src/evidence/truth-report.ts";
import { collect, expectToMatchSchema } from "./collect.ts";
import { type Envelope, makeRun } from "./make-run.ts";

function readGolden(name: string): string {
  return readFileSync(new URL(`../../golden/evidence/${name}`, import.meta.url), "utf8");
}

it("renders the golden report exactly", () => {
  const report: TruthReport = JSON.parse(readGolden("truth.json"));
  expectToMatchSchema(report, "truth-report");
  expect(renderMarkdown(report)).toBe(readGolden("truth.md"));
});

it("says the good news in a few lines", () => {
  const feature = "Feature: Fine\n  Scenario: a\n    Given b\n";
  const report = collect(makeRun({ features: { "fine.feature": feature } }));
  expect(renderMarkdown(report)).toBe(`## ✅ The story is proven

**1 proven** · 5 ms · \`0123456789\`

| Verdict | Story | Proven | Refuted | Unproven | Owner |
|---|---|--:|--:|--:|---|
| ✅ proven | Fine | 1 | 0 | 0 |  |
`);
});

it("says once what holds for everything, and shows what went wrong with the run", () => {
  const scenarios = Array.from({ length: 9 }, (_, n) => `  Scenario: s${n}\n    Given a\n`).join(
    "",
  );
  const run = makeRun({ features: { "a.feature": `Feature: x\n${scenarios}` } });
  const parseError = {
    source: { uri: "b.feature", location: { line: 2, column: 3 } },
    message: "(2:3): expected: #EOF\nsecond line",
  };
  const stopped = run.slice(
    0,
    run.findIndex((one) => one.testRunStarted),
  );
  const text = renderMarkdown(collect([...stopped, { parseError }]));
  expect(text).toContain("> ⚠️ expected: #EOF `b.feature:2`\n\n```text\nsecond line\n```");
  expect(text).toContain("- 9 guarantees: nothing was run: a feature file has a syntax error\n");
  expect(text).not.toContain("s3");
});

it("says each thing once: what the reason tells, and what stands above as a problem of the run", () => {
  const scenarios = ["mistakes", "clashes", "is unknown"].map(
    (text) => `  Scenario: ${text}\n    Given ${text}\n`,
  );
  const outcomes: Record<string, string> = {
    mistakes: "FAILED",
    clashes: "AMBIGUOUS",
    "is unknown": "UNDEFINED",
  };
  const messages: Record<string, string> = {
    FAILED: "Nothing is called x:\n  say y\n\nand z",
    AMBIGUOUS: "Multiple step definitions match:\n  a     - a.js:1\n  b  - b.js:2",
    UNDEFINED: "Did you mean:\n  I see\n  I hear",
  };
  const run = makeRun({
    features: { "a.feature": `Feature: x\n${scenarios.join("")}` },
    outcome: (step) => outcomes[step] ?? "PASSED",
  }).map((envelope): Envelope => {
    const finished = envelope.testStepFinished;
    const message = messages[finished?.testStepResult.status ?? ""];
    if (finished === undefined || message === undefined) return envelope;
    const exception = { type: "StoryError", message };
    const testStepResult = { ...finished.testStepResult, message, exception };
    return { testStepFinished: { ...finished, testStepResult } };
  });
  const lines = renderMarkdown(collect(run)).split("\n");
  expect(lines.filter((line) => line.startsWith("- "))).toEqual([
    "- x › mistakes: the story is mistaken: Nothing is called x – say y (`a.feature:3`)",
    '- x › clashes: "Given clashes" matches more than one step definition – Multiple step definitions match: a - a.js:1; b - b.js:2 (`a.feature:5`)',
    '- x › is unknown: "Given is unknown" has no step definition; did you mean: I see (`a.feature:7`)',
  ]);
  const message = "the product does not answer\nIs it running?";
  const before = run.slice(
    0,
    run.findIndex((one) => one.testCase),
  );
  const testRunFinished = {
    testRunStartedId: "run",
    timestamp: { seconds: 1_700_000_001, nanos: 0 },
    success: false,
    message,
  };
  const failed = renderMarkdown(collect([...before, { testRunFinished }]));
  expect(failed).toContain("> ⚠️ the product does not answer\n\n```text\nIs it running?\n```");
  expect(failed).toContain("- x › mistakes: the run ended before it: see above (`a.feature:2`)\n");
  expect(failed.split("does not answer")).toHaveLength(2);
});

it("stays below what a comment on a pull request may hold", () => {
  const scenarios = (verb: string) =>
    Array.from(
      { length: 700 },
      (_, n) => `  Scenario: ${verb} ${"long ".repeat(9)}${n}\n    Given ${verb}\n`,
    );
  const features = Object.fromEntries(
    Array.from({ length: 700 }, (_, n) => [
      `${n}.feature`,
      `Feature: ${"y".repeat(50)} ${n}\n  Scenario: a\n    Given b\n`,
    ]),
  );
  for (const status of ["FAILED", "UNDEFINED"]) {
    const text = renderMarkdown(
      collect(
        makeRun({
          features: { ...features, "z.feature": `Feature: z\n${scenarios("breaks").join("")}` },
          outcome: (step) => (step === "breaks" ? status : "PASSED"),
        }),
      ),
    );
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… \d+ more stories/);
    expect(text).toMatch(/… \d+ more(?: unproven|; the HTML)/);
  }
});

it.each([
  ["a|b\\c", "a\\|b\\\\c"],
  ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
  ["one\n\n# two", "one # two"],
  ["[x](y) `z` *a* _b_ ~c~ $d$", "\\[x\\](y) \\`z\\` \\*a\\* \\_b\\_ \\~c\\~ \\$d\\$"],
  ["@team a@b.c", "@<!-- -->team a@b.c"],
  ["\u0000\u001b[1mx\u001b[0m\u007f\u0085", "␀x␡\\\\x85"],
  ["مرحبا", "\u2068مرحبا\u2069"],
])("makes %j mean nothing to Markdown", (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

it("fences code so that nothing inside ends it", () => {
  expect(codeSpan("a`b")).toBe("``a`b``");
  expect(codeSpan("``")).toBe("``` `` ```");
  expect(codeSpan("a|b")).toBe("`a\\|b`");
  expect(codeBlock("x\n````\ny", 100)).toBe("`````text\nx\n````\ny\n`````");
  expect(codeBlock("0123456789", 4)).toBe("```text\n0123\n… 6 more characters\n```");
});
