import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const { countScenarios }: { countScenarios(path: string): Promise<Counts> } = await import(
  pathToFileURL(resolve("scripts/stories.mjs")).href
);

const kit = "node_modules/@cucumber/compatibility-kit/features";
const streamOf = (name: string) => join(kit, name, `${name}.ndjson`);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-counts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the closing line of npm test", () => {
  it.each([
    ["minimal", { passed: 1, failed: 0, skipped: 0 }],
    ["skipped", { passed: 0, failed: 0, skipped: 2 }],
    ["undefined", { passed: 0, failed: 4, skipped: 0 }],
    ["pending", { passed: 0, failed: 3, skipped: 0 }],
    ["ambiguous", { passed: 0, failed: 1, skipped: 0 }],
    ["examples-tables", { passed: 5, failed: 2, skipped: 0 }],
    // One passes at once, two after retries, and one never.
    ["retry", { passed: 3, failed: 1, skipped: 0 }],
    // The step was skipped, and its hook failed.
    ["skipped-failing-hook", { passed: 0, failed: 1, skipped: 0 }],
  ])("counts the scenarios of %s as they ended", async (name, counts) => {
    expect(await countScenarios(streamOf(name))).toEqual(counts);
  });

  it("counts nothing for a scenario that never ended, and for a run without a file", async () => {
    const lines = readFileSync(streamOf("minimal"), "utf8").split("\n");
    const path = join(folder, "messages.ndjson");
    writeFileSync(path, lines.filter((line) => !line.includes("testCaseFinished")).join("\n"));
    const none = { passed: 0, failed: 0, skipped: 0 };
    expect(await countScenarios(path)).toEqual(none);
    expect(await countScenarios(join(folder, "nowhere.ndjson"))).toEqual(none);
  });

  it("counts what ended before the run was cut off in the middle of a line", async () => {
    const text = readFileSync(streamOf("minimal"), "utf8");
    const path = join(folder, "messages.ndjson");
    writeFileSync(path, `${text}{"testCaseSta`);
    expect(await countScenarios(path)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });
});
