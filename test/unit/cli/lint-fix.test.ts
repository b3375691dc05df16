import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { mendFiles, rememberTexts } from "../../../src/cli/lint-fix.ts";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";
import { lintText } from "../lint/lint-text.ts";

const gherkin = await loadGherkin(process.cwd());
const linted = "Feature: A\n  # gone\n  Scenario: B  \n    Then c\n";

/** What --fix makes of a file that says this when it comes to it. */
async function mend(now: string) {
  const cwd = mkdtempSync(join(tmpdir(), "mend-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  writeFileSync(join(cwd, "a.feature"), now);
  const findings = await lintText({ "a.feature": linted }, { only: ["layout/trailing-space"] });
  const texts = rememberTexts();
  texts.see({ uri: "a.feature", text: linted });
  const io = { cwd, signal: new AbortController().signal };
  const done = await mendFiles(findings, io, gherkin, texts);
  expect(readdirSync(cwd)).toEqual(["a.feature"]);
  return { ...done, text: readFileSync(join(cwd, "a.feature"), "utf8") };
}

test("a file that somebody changed since it was linted is left alone, which is told", async () => {
  const edited =
    "Feature: A\n  Scenario: B\n    Given x: a much longer line that is new\n    Then c\n";
  expect(await mend(edited)).toEqual({
    mended: 0,
    failures: ["a.feature could not be mended: it was changed meanwhile; run it again."],
    text: edited,
  });
});

test("one that says what was linted is mended, byte-order mark or not", async () => {
  const mended = linted.replace("B  ", "B");
  expect(await mend(linted)).toEqual({ mended: 1, failures: [], text: mended });
  expect((await mend(`\ufeff${linted}`)).text).toBe(`\ufeff${mended}`);
});
