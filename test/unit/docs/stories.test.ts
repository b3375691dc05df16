import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runStories } from "../../../src/cli/stories.ts";
import * as storyproof from "../../../src/index.ts";
import { recordIo } from "../cli/command-io.ts";
import { readBlocks } from "./markdown-page.ts";

const blocks = readBlocks("docs/stories.md");
const codeOf = (language: string) => blocks.filter((block) => block.language === language);
let cwd = "";

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "storyproof-docs-"));
  for (const { file = "", code } of codeOf("gherkin")) {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), code);
  }
});

afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

it("prints what docs/stories.md shows", async () => {
  const shown = codeOf("text").filter(({ code }) => code.startsWith("$ npx storyproof stories"));
  expect(shown.length).toBe(2);
  for (const { code } of shown) {
    const [command = "", ...output] = code.split("\n");
    const args = command.match(/"[^"]*"|\S+/g)?.slice(4) ?? [];
    const io = recordIo({ cwd, env: {} });
    await runStories(
      args.map((arg) => arg.replaceAll('"', "")),
      io,
    );
    expect(io.written).toEqual({ stdout: `${output.join("\n").trimEnd()}\n`, stderr: "" });
  }
});

it("explains a broken file as docs/stories.md does", async () => {
  const shown = codeOf("text").find(({ code }) => code.startsWith("features/broken.feature"));
  await mkdir(join(cwd, "broken"));
  const io = recordIo({ cwd: join(cwd, "broken"), env: {} });
  await mkdir(join(io.cwd, "features"));
  const text = "Feature: a\n  Scenario: b\n    Given c\n    Whne I go\n";
  await writeFile(join(io.cwd, "features/broken.feature"), text);
  await runStories([], io);
  expect(io.written.stderr.trimEnd()).toBe(shown?.code.trimEnd());
});

it("runs the program of docs/stories.md", async () => {
  const program = codeOf("js")[0]?.code ?? "";
  const body = program.replace(/^import (\{.*?\}) from "(.*?)";$/gm, "const $1 = modules['$2'];");
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const lines: unknown[][] = [];
  const { readFile } = await import("node:fs/promises");
  const modules = {
    storyproof,
    "node:fs/promises": { readFile: (path: string) => readFile(join(cwd, path)) },
  };
  await new AsyncFunction("modules", "process", "console", body)(
    modules,
    { cwd: () => cwd },
    { log: (...line: unknown[]) => lines.push(line) },
  );
  expect(lines).toEqual([
    ["a customer", "pay/a-card-is-charged", 16],
    [0],
    ["@story:pay @owner:shop"],
  ]);
});
