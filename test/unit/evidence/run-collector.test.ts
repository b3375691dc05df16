import { expect, it } from "vitest";
import { renderHtml } from "../../../src/evidence/render-html.ts";
import { renderMarkdown } from "../../../src/evidence/render-markdown.ts";
import { summariseReport } from "../../../src/evidence/summary.ts";
import { casesOf, collect, expectToMatchSchema, verdictsOf } from "./collect.ts";
import { type Envelope, makeRun } from "./make-run.ts";

const feature = `
@owner:identity
Feature: Sign in
  Scenario: known
    Given it works
  Scenario: wrong password
    Given it works
    When it fails
    Then it works
`;
const features = { "features/a.feature": feature };
const fails = (text: string) => (text === "it fails" ? "FAILED" : "PASSED");

it("proves what passed and refutes what failed, with the step and its error", () => {
  const report = collect(makeRun({ features, outcome: fails }));
  expect(verdictsOf(report)).toEqual(["known proven", "wrong password refuted step-failed"]);
  expect(report).toMatchObject({
    verdict: "refuted",
    counts: { proven: 1, refuted: 1, unproven: 0 },
    storyCounts: { proven: 0, refuted: 1, unproven: 0 },
    run: { interrupted: false, success: false, runs: 1, problems: [], commit: { branch: "main" } },
  });
  expect(casesOf(report)[1]?.attempts).toMatchObject([
    {
      attempt: 1,
      status: "failed",
      steps: [
        {
          kind: "step",
          keyword: "Given",
          text: "it works",
          line: 7,
          status: "passed",
          durationMs: 1.5,
        },
        {
          keyword: "When",
          status: "failed",
          error: { type: "Error", message: "it broke", stack: "Error: it broke\n    at place" },
        },
        { keyword: "Then", status: "skipped" },
      ],
    },
  ]);
  expectToMatchSchema(report, "truth-report");
});

it("keeps the tries, and calls flaky what held only later", () => {
  const outcome = (text: string, attempt: number) =>
    text === "it fails" && attempt < 2 ? "FAILED" : "PASSED";
  const report = collect(makeRun({ features, outcome, retries: 2 }));
  const [known, flaky] = casesOf(report);
  expect(known).toMatchObject({ verdict: "proven", flaky: false });
  expect(flaky).toMatchObject({ verdict: "proven", flaky: true });
  expect(flaky?.attempts.map((one) => one.status)).toEqual(["failed", "failed", "passed"]);
});

it.each([
  ["UNDEFINED", "undefined"],
  ["AMBIGUOUS", "ambiguous"],
  ["PENDING", "pending"],
  ["SKIPPED", "skipped"],
])("leaves unproven what is %s", (status, reason) => {
  const report = collect(makeRun({ features, outcome: () => status }));
  expect(verdictsOf(report)).toEqual([
    `known unproven ${reason}`,
    `wrong password unproven ${reason}`,
  ]);
  expect(report.verdict).toBe("unproven");
});

it("does not call proven what the run selected only a part of", () => {
  const report = collect(makeRun({ features, selects: ({ name }) => name === "known" }));
  expect(verdictsOf(report)).toEqual(["known proven", "wrong password unproven not-selected"]);
  expect(report.verdict).toBe("unproven");
  expect(report.stories[0]?.reason?.text).toBe("1 of 2 guarantees were not in this run");
  expect(summariseReport(report)).toBe("Nothing is refuted: 1 of 2 guarantees are proven");
  expect(report.counts).toEqual({ proven: 1, refuted: 0, unproven: 1, notSelected: 1, planned: 0 });
  expect(casesOf(report)[1]?.specified?.map((step) => step.text)).toEqual([
    "it works",
    "it fails",
    "it works",
  ]);
});

it("proves nothing when nothing was selected", () => {
  const report = collect(makeRun({ features, selects: () => false }));
  expect(report).toMatchObject({ verdict: "unproven", reason: { kind: "not-selected" } });
});

const gated = `
@regression
Feature: Gated
  @latency:p95<300ms @rpm:600 @invariant
  Scenario: quick
    Given it works
  @planned @errors:<1%
  Scenario: later
    Given it works
`;

it("makes a guarantee of each gate and invariant, unproven while nothing measures them", () => {
  const report = collect(
    makeRun({ features: { "g.feature": gated }, selects: ({ name }) => name === "quick" }),
  );
  expect(verdictsOf(report)).toEqual([
    "quick proven",
    "latency:p95<300ms unproven not-measured",
    "rpm:600 unproven not-measured",
    "quick unproven not-measured",
    "later unproven planned",
    "errors:<1% unproven planned",
  ]);
  expect(casesOf(report)[0]?.tier).toBe("regression");
  expect(report.counts.planned).toBe(2);
});

it("says what a planned scenario did when it ran all the same", () => {
  const outcomes: Record<string, string> = {
    PASSED: "proven",
    FAILED: "refuted step-failed",
    UNDEFINED: "unproven planned",
  };
  for (const [status, expected] of Object.entries(outcomes)) {
    const run = makeRun({ features: { "g.feature": gated }, outcome: () => status });
    expect(verdictsOf(collect(run))).toContain(`later ${expected}`);
  }
});

it("counts an outline without rows as unproven instead of leaving it out", () => {
  const text = "Feature: x\n  Scenario Outline: o\n    Given <a>\n    Examples:\n      | a |\n";
  expect(verdictsOf(collect(makeRun({ features: { "a.feature": text } })))).toEqual([
    "o unproven empty",
  ]);
});

function cutBefore(run: readonly Envelope[], kind: keyof Envelope, nth = 0): readonly Envelope[] {
  const at = run.flatMap((envelope, index) => (envelope[kind] === undefined ? [] : [index]));
  return run.slice(0, at[nth]);
}

it("calls interrupted what a stopped run did not finish, wherever it stopped", () => {
  const run = makeRun({ features });
  const stops = [
    [
      cutBefore(run, "testRunStarted"),
      ["known unproven interrupted", "wrong password unproven interrupted"],
    ],
    [
      cutBefore(run, "testCaseStarted"),
      ["known unproven interrupted", "wrong password unproven interrupted"],
    ],
    [
      cutBefore(run, "testCaseFinished"),
      ["known unproven interrupted", "wrong password unproven interrupted"],
    ],
    [
      cutBefore(run, "testStepFinished", 2),
      ["known proven", "wrong password unproven interrupted"],
    ],
    [cutBefore(run, "testRunFinished"), ["known proven", "wrong password proven"]],
  ] as const;
  for (const [messages, expected] of stops) {
    const report = collect(messages);
    expect(verdictsOf(report)).toEqual(expected);
    expect(report.run).toMatchObject({ interrupted: true, problems: [{ kind: "interrupted" }] });
    expectToMatchSchema(report, "truth-report");
  }
});

it("still knows in a stopped run what was not selected", () => {
  const run = makeRun({ features, selects: ({ name }) => name === "known" });
  expect(verdictsOf(collect(cutBefore(run, "testCaseFinished")))).toEqual([
    "known unproven interrupted",
    "wrong password unproven not-selected",
  ]);
});

it("can finish after any message, and every renderer can show it", () => {
  const run = makeRun({ features, outcome: fails, retries: 1 });
  for (let length = 0; length <= run.length; length += 1) {
    const report = collect(run.slice(0, length));
    expectToMatchSchema(report, "truth-report");
    expect(renderMarkdown(report)).not.toBe("");
    expect(renderHtml(report)).toContain("</html>");
  }
});

it("says that nothing was run when a file does not parse, and shows where", () => {
  const [meta, ...rest] = cutBefore(makeRun({ features }), "testRunStarted");
  const parseError: Envelope = {
    parseError: {
      source: { uri: "features/bad.feature", location: { line: 2, column: 3 } },
      message: "(2:3): expected: #EOF, got 'Foo'",
    },
  };
  const source = {
    uri: "features/bad.feature",
    data: "Feature: x\n  Foo bar",
    mediaType: "text/x.cucumber.gherkin+plain",
  } as NonNullable<Envelope["source"]>;
  const report = collect([...(meta ? [meta] : []), ...rest, { source }, parseError]);
  expect(verdictsOf(report)).toEqual(["known unproven not-run", "wrong password unproven not-run"]);
  expect(report.run).toMatchObject({
    interrupted: false,
    problems: [
      {
        kind: "parse-error",
        text: "expected: #EOF, got 'Foo'",
        place: { uri: "features/bad.feature", line: 2, column: 3 },
        source: "  Foo bar",
      },
    ],
  });
});

it("does not call a run proven that failed as a whole", () => {
  const run = makeRun({ features });
  const last = run.at(-1)?.testRunFinished;
  Object.assign(last ?? {}, { success: false, message: "the product does not answer" });
  expect(collect(run)).toMatchObject({
    verdict: "unproven",
    reason: { kind: "run-problem", text: "the product does not answer" },
    counts: { proven: 2 },
  });
});

it("puts shards together in any order", () => {
  const plan = { features: { ...features, "features/b.feature": gated } };
  const isFirst = (name: string) => name === "known" || name === "later";
  const shards = [
    makeRun({ ...plan, selects: ({ name }) => isFirst(name), startSeconds: 100 }),
    makeRun({ ...plan, selects: ({ name }) => !isFirst(name), outcome: fails, startSeconds: 101 }),
  ];
  const report = collect(...shards);
  const { run: _, ...found } = report;
  const { run, ...foundReversed } = collect(...shards.toReversed());
  expect(foundReversed).toEqual(found);
  expect(run).toMatchObject({ runs: 2, success: false, startedAt: "1970-01-01T00:01:40.000Z" });
  expect(verdictsOf(report).filter((text) => !/not-measured/.test(text))).toEqual([
    "known proven",
    "wrong password refuted step-failed",
    "quick proven",
    "later proven",
  ]);
});

it("lets a later run of a scenario replace an earlier one, but not by one that was stopped", () => {
  const failed = makeRun({ features, outcome: fails, startSeconds: 100 });
  const passed = makeRun({ features, startSeconds: 200 });
  const stopped = cutBefore(makeRun({ features, startSeconds: 300 }), "testCaseFinished");
  expect(collect(passed, failed).verdict).toBe("proven");
  expect(collect(stopped, passed, failed).counts).toMatchObject({ proven: 2 });
  expect(collect(makeRun({ features, startSeconds: 50 }), failed).verdict).toBe("refuted");
});

it("does not count results of a text that has changed since", () => {
  const before = makeRun({ features, startSeconds: 100 });
  const changed = { "features/a.feature": feature.replace("When it fails", "When it is better") };
  const after = makeRun({ features: changed, selects: () => false, startSeconds: 200 });
  expect(verdictsOf(collect(before, after))).toEqual([
    "known proven",
    "wrong password unproven not-selected",
  ]);
});

it("separates runs that stand in one file, although their ids are the same", () => {
  const first = makeRun({ features, outcome: fails, startSeconds: 100 });
  const second = makeRun({ features: { "features/b.feature": gated }, startSeconds: 200 });
  const report = collect([...first, ...second]);
  expect(report.run.runs).toBe(2);
  expect(report.stories.map((story) => story.uri)).toEqual([
    "features/a.feature",
    "features/b.feature",
  ]);
});

it("leaves out nothing that ran, even when the document was lost", () => {
  const run = makeRun({ features, outcome: fails }).filter((one) => !one.gherkinDocument);
  const report = collect(run);
  expect(verdictsOf(report)).toEqual(["known proven", "wrong password refuted step-failed"]);
  expect(report.stories[0]?.title).toBe("features/a.feature");
  expectToMatchSchema(report, "truth-report");
});

it("ignores messages that refer to nothing", () => {
  const timestamp = { seconds: 0, nanos: 0 };
  const report = collect([
    { testCaseFinished: { testCaseStartedId: "none", timestamp, willBeRetried: false } },
    { testCaseStarted: { id: "a", testCaseId: "none", attempt: 0, timestamp } },
    { suggestion: { id: "s", pickleStepId: "none", snippets: [] } },
    ...makeRun({ features }),
  ]);
  expect(report.counts.proven).toBe(2);
});
