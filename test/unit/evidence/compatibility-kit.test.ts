// Every stream of cucumber's own compatibility kit, compared with a count made in another way.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Envelope } from "@cucumber/messages";
import { expect, it } from "vitest";
import { renderHtml } from "../../../src/evidence/render-html.ts";
import { renderMarkdown } from "../../../src/evidence/render-markdown.ts";
import { casesOf, collect, expectToMatchSchema } from "./collect.ts";

const require = createRequire(import.meta.url);
const kit = join(dirname(require.resolve("@cucumber/compatibility-kit/package.json")), "features");
const streams = readdirSync(kit);

function readStream(name: string): readonly Envelope[] {
  const text = readFileSync(join(kit, name, `${name}.ndjson`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Counts verdicts by walking backwards over the raw messages; shares nothing with the collector. */
function countVerdicts(envelopes: readonly Envelope[]) {
  const counts = { proven: 0, refuted: 0, unproven: 0, flaky: 0 };
  for (const { pickle } of envelopes) {
    if (pickle === undefined) continue;
    const testCase = envelopes.find((one) => one.testCase?.pickleId === pickle.id)?.testCase;
    const started = envelopes.findLast(
      (one) => testCase && one.testCaseStarted?.testCaseId === testCase.id,
    )?.testCaseStarted;
    const results = envelopes.flatMap((one) =>
      started && one.testStepFinished?.testCaseStartedId === started.id ? one.testStepFinished : [],
    );
    const isHook = (id: string) =>
      testCase?.testSteps.find((step) => step.id === id)?.hookId !== undefined;
    const failed = results.some(
      ({ testStepResult, testStepId }) => testStepResult.status === "FAILED" && !isHook(testStepId),
    );
    const held =
      pickle.steps.length > 0 &&
      results.length === testCase?.testSteps.length &&
      results.every(({ testStepResult }) => testStepResult.status === "PASSED");
    counts[failed ? "refuted" : held ? "proven" : "unproven"] += 1;
    if (held && (started?.attempt ?? 0) > 0) counts.flaky += 1;
  }
  return counts;
}

it("has streams to read", () => {
  expect(streams.length).toBeGreaterThan(30);
});

it.each(streams)("reads the stream %s", (name) => {
  const envelopes = readStream(name);
  const report = collect(envelopes);
  const { proven, refuted, unproven } = report.counts;
  const flaky = casesOf(report).filter((one) => one.flaky).length;
  expect({ proven, refuted, unproven, flaky }).toEqual(countVerdicts(envelopes));
  expect(casesOf(report)).toHaveLength(envelopes.filter((one) => one.pickle).length);
  const attachments = envelopes.filter((one) => one.attachment).length;
  const evidence = casesOf(report).flatMap((one) => one.attempts.flatMap((a) => a.evidence));
  expect(evidence.length + report.run.evidence.length).toBe(attachments);
  expectToMatchSchema(report, "truth-report");
  expect(renderMarkdown(report)).toMatch(/^## /);
  expect(renderHtml(report)).toContain("</html>");
});

it("reads all streams as one, in any order", () => {
  const all = streams.map(readStream);
  const report = collect(...all);
  expect(report.run.runs).toBe(streams.length);
  const { run: _, ...found } = report;
  const { run: __, ...reversed } = collect(...all.toReversed());
  expect(reversed).toEqual(found);
});
