import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lintProject, makeDefinitionsSource } from "../../../src/cli/lint-project.ts";
import { countTaken, shareFiles } from "../../../src/cli/lint-share.ts";
import { countThreads, startThreads } from "../../../src/cli/lint-threads.ts";
import { readProjectConfig } from "../../../src/cli/project-config.ts";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";
import { everyBadExample } from "../lint/every-bad-example.ts";
import { recordIo } from "./command-io.ts";

/** A thread reads the sources themselves, as this test does. */
const loader = new URL("../../../scripts/typescript.mjs", import.meta.url).href;
const execArgv = ["--import", loader];

function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "lint-threads-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test("with threads and without, every rule finds the same in the same order", async () => {
  const { texts, patterns } = everyBadExample();
  const definitions = patterns.map((pattern) => `Given(${JSON.stringify(pattern)}, () => {});`);
  const cwd = makeFolder({
    ...texts,
    "steps/own.mjs": `import { Given } from "@cucumber/cucumber";\n${definitions.join("\n")}\n`,
    "cucumber.mjs": 'export default { import: ["steps/*.mjs"] };\n',
  });
  symlinkSync(join(process.cwd(), "node_modules"), join(cwd, "node_modules"));
  const io = recordIo({ cwd, env: {} });
  const config = await readProjectConfig(cwd);
  const choice = { paths: [], config, definitions: makeDefinitionsSource(io, config) };
  const alone = await lintProject(io, { ...choice, threads: { count: 1 } });
  const together = await lintProject(io, { ...choice, threads: { count: 3, execArgv } });
  expect(together).toEqual(alone);
  const found = alone.findings.map(({ rule }) => rule);
  expect(found).toEqual(expect.arrayContaining(["steps/ambiguous", "steps/unused"]));
  expect(new Set(found).size).toBe(alone.rules.length);
});

test("few files are not worth a thread, and many no more than the machine has cores", () => {
  expect(countThreads(1, 8)).toBe(1);
  expect(countThreads(400, 8)).toBe(1);
  expect(countThreads(6500, 2)).toBe(2);
  expect(countThreads(6500, 1)).toBe(1);
  expect(countThreads(100_000, 64)).toBe(4);
});

async function startOne(cwd: string, uris: readonly string[]) {
  const gherkin = await loadGherkin(process.cwd());
  const files = shareFiles(cwd, { uris, unreadable: [], language: "en", gherkin });
  const work = { files, severities: {}, context: { vagueWords: [] } };
  const threads = startThreads(work, { count: 1, execArgv });
  onTestFinished(() => threads.end());
  return { files, threads };
}

test("a thread takes all files when no other does", async () => {
  const cwd = makeFolder({ "a.feature": "Feature: A\n", "b.feature": "Feature: B\n" });
  const { files, threads } = await startOne(cwd, ["a.feature", "b.feature"]);
  expect(await threads.parts(new AbortController().signal)).toMatchObject([
    { files: 2, stories: 2 },
  ]);
  expect(countTaken(files)).toBe(2);
});

test("what a thread throws is thrown to who waits for it", async () => {
  const cwd = makeFolder({ "node_modules/@cucumber/cucumber/package.json": "{}" });
  const { threads } = await startOne(cwd, []);
  await expect(threads.parts(new AbortController().signal)).rejects.toThrow(/@cucumber\/gherkin/);
});

test("who stops the command waits for no thread", async () => {
  const stopped = new AbortController();
  const { threads } = await startOne(makeFolder({}), []);
  const parts = threads.parts(stopped.signal);
  stopped.abort();
  await expect(parts).rejects.toMatchObject({ name: "InterruptedError" });
  await threads.end();
});
