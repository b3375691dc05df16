import { expect, test } from "vitest";
import { addFingerprints } from "../../../../src/lint/fingerprint.ts";
import { renderSarif } from "../../../../src/lint/formats/sarif.ts";
import { lintText } from "../lint-text.ts";
import { noOutcomeFinding, reportOf, silencedTag, spaceFinding, tagFinding } from "./report.ts";

const report = reportOf([tagFinding, spaceFinding, noOutcomeFinding]);
const tool = { version: "1.2.3" };

function parse(text: string) {
  return JSON.parse(text).runs[0];
}

test("every rule that ran is described, and results point to it", () => {
  const { tool: described, results } = parse(renderSarif(report, tool));
  const { driver } = described;
  expect(driver).toMatchObject({ name: "storyproof", version: "1.2.3" });
  expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    "layout/trailing-space",
    "structure/no-outcome",
    "tags/malformed",
  ]);
  for (const { ruleId, ruleIndex } of results) expect(driver.rules[ruleIndex].id).toBe(ruleId);
  expect(driver.rules[1]).toMatchObject({
    shortDescription: { text: "A scenario without an outcome step." },
    defaultConfiguration: { level: "warning" },
    help: { markdown: expect.stringContaining("```gherkin\nFeature: Sign in") },
  });
});

test("a result has its place, its line and what would be right", () => {
  const { results } = parse(renderSarif(report, tool));
  expect(results[0]).toEqual({
    partialFingerprints: expect.anything(),
    ruleId: "tags/malformed",
    ruleIndex: 2,
    level: "error",
    message: { text: "A latency needs a unit. Write @latency:p95<300ms." },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "features/orders.feature", uriBaseId: "%SRCROOT%" },
          region: {
            startLine: 3,
            startColumn: 17,
            endColumn: 20,
            snippet: { text: "    @latency:p95<300 @smoke" },
          },
        },
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: "features/other.feature", uriBaseId: "%SRCROOT%" },
          region: { startLine: 1 },
        },
        message: { text: "where it is right" },
      },
    ],
  });
  expect(results[1].fixes[0].artifactChanges[0].replacements).toEqual([
    { deletedRegion: { startLine: 9, startColumn: 20, endLine: 9, endColumn: 22 } },
  ]);
  expect(results[2]).toMatchObject({
    partialFingerprints: { "storyproofFinding/v1": expect.stringMatching(/^[0-9a-f]{16}$/) },
    locations: [{ physicalLocation: { artifactLocation: { uri: "features/sign%20in.feature" } } }],
  });
});

test("names of files are addresses, and no text is a link", () => {
  const hostile = {
    ...tagFinding,
    uri: "ä/a:b?c#d%[e].feature",
    message: "see [this](https://example.com).",
  };
  const { results } = parse(renderSarif(reportOf([hostile]), tool));
  const [{ locations, message }] = results;
  const { uri } = locations[0].physicalLocation.artifactLocation;
  expect(uri).toBe("%C3%A4/a%3Ab%3Fc%23d%25%5Be%5D.feature");
  expect(new URL(uri, "file:///x/").pathname).toBe(`/x/${uri}`);
  expect(message.text).toContain("\\[this\\](https://example.com)");
});

test("fingerprints stay when lines move, and tell apart what is equal", async () => {
  const only = ["structure/no-outcome"];
  const scenarios = "Scenario: B\nWhen c\n\nScenario: B\nWhen c\n";
  const before = addFingerprints(await lintText(`Feature: A\n${scenarios}`, { only }));
  const after = addFingerprints(await lintText(`\n# moved\nFeature: A\n\n${scenarios}`, { only }));
  expect(before.map(({ line }) => line)).not.toEqual(after.map(({ line }) => line));
  const [one, two] = before.map(({ fingerprint }) => fingerprint);
  expect(after.map(({ fingerprint }) => fingerprint)).toEqual([one, two]);
  expect(one).not.toBe(two);
});

test("what a comment silences is a result with its suppression", () => {
  const { results } = parse(
    renderSarif(reportOf([spaceFinding], { silenced: [silencedTag] }), tool),
  );
  expect(results).toHaveLength(2);
  expect(results[0]).not.toHaveProperty("suppressions");
  expect(results[1]).toMatchObject({
    ruleId: "tags/malformed",
    level: "error",
    suppressions: [{ kind: "inSource", justification: silencedTag.reason }],
  });
});
