// The examples of docs/policy.md print what the page shows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCheck } from "../../../src/cli/check.ts";
import { recordIo } from "../cli/command-io.ts";
import { type CodeBlock, readBlocks } from "./markdown-page.ts";

const page = "docs/policy.md";
const sources = new URL("../../../src/index.ts", import.meta.url).href;

interface Example {
  readonly files: readonly CodeBlock[];
  readonly shown: CodeBlock;
}

const isShown = ({ language, code }: CodeBlock) => language === "text" && code.startsWith("$ ");

/** What stands between two printed texts is the project of the second; a file of the same name replaces one before. */
function listExamples(): readonly Example[] {
  const examples: Example[] = [];
  let files: CodeBlock[] = [];
  for (const block of readBlocks(page)) {
    if (block.file !== undefined) files.push(block);
    if (!isShown(block)) continue;
    examples.push({ files, shown: block });
    files = [];
  }
  return examples;
}

function makeProject(files: readonly CodeBlock[]): string {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { file = "", code } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code.replaceAll('"storyproof"', JSON.stringify(sources)));
  }
  return folder;
}

const examples = listExamples();

test("all five examples of a policy, code and waivers are shown", () => {
  expect(examples).toHaveLength(7);
});

test.each(examples)("the project above line $shown.line", async ({ files, shown }) => {
  const [command = "", ...printed] = shown.code.split("\n");
  const [, ...args] = command
    .replace(/^\$ npx storyproof /, "")
    .replaceAll("'", "")
    .split(" ");
  const io = recordIo({ cwd: makeProject(files), env: {} });
  const code = await runCheck(args, io, () => new Date("2026-11-21T12:00:00Z"));
  const output = io.written.stdout;
  expect(io.written.stderr).toBe("");
  expect(output).toBe(printed.join("\n"));
  expect(code).toBe(output.includes("  error  ") ? 1 : 0);
});
