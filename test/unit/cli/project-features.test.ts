import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProjectConfig } from "../../../src/cli/project-config.ts";
import { readProjectFeatures } from "../../../src/cli/project-features.ts";
import { settingsFrom } from "../../../src/config/settings-from.ts";

let cwd = "";
const signal = new AbortController().signal;
const none: ProjectConfig = { kind: "none" };

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "storyproof-features-"));
  const files = {
    "features/b.feature": "Feature: b\n",
    "features/a/a.feature": "Feature: a\n",
    "features/c.feature.md": "# Feature: c\n",
    "features/notes.md": "# Feature: no\n",
    "node_modules/x/x.feature": "Feature: x\n",
    "specs/[odd].feature": "Funktion: odd\n",
    "specs/d.feature": "\uFEFFFunktion: d\n",
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
});

afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

async function list(paths: readonly string[], config = none): Promise<readonly string[]> {
  const uris: string[] = [];
  for await (const { uri } of readProjectFeatures({ cwd, signal }, { paths, config }))
    uris.push(uri);
  return uris;
}

const configured = (
  options: Extract<ProjectConfig, { kind: "read" }>["options"],
): ProjectConfig => {
  return { kind: "read", file: "cucumber.js", settings: settingsFrom(options, {}), options };
};

it.each([
  [
    "what cucumber would run",
    [],
    ["features/a/a.feature", "features/b.feature", "features/c.feature.md"],
  ],
  ["a file", ["features/b.feature"], ["features/b.feature"]],
  ["a file with lines, as cucumber takes it", ["./features/b.feature:1:2"], ["features/b.feature"]],
  ["a folder", ["features/a/"], ["features/a/a.feature"]],
  ["a glob", ["features/*.feature"], ["features/b.feature"]],
  ["a file whose name looks like a glob", ["specs/[odd].feature"], ["specs/[odd].feature"]],
  [
    "each file once",
    ["features", "features/b.feature"],
    ["features/a/a.feature", "features/b.feature", "features/c.feature.md"],
  ],
  [
    "no packages",
    ["."],
    [
      "features/a/a.feature",
      "features/b.feature",
      "features/c.feature.md",
      "specs/[odd].feature",
      "specs/d.feature",
    ],
  ],
] as const)("finds %s", async (_, paths, expected) => {
  expect(await list(paths)).toEqual(expected);
});

it("takes an absolute path", async () => {
  expect(await list([join(cwd, "features/b.feature")])).toEqual(["features/b.feature"]);
});

it("takes features and language from the configuration", async () => {
  const config = configured({ features: ["specs/d.*"], cucumber: { language: "de" } });
  for await (const { text, reading } of readProjectFeatures(
    { cwd, signal },
    { paths: [], config },
  )) {
    expect(text).toBe("Funktion: d\n");
    expect(reading).toMatchObject({ kind: "story", story: { language: "de", title: "d" } });
  }
  expect(await list([], config)).toEqual(["specs/d.feature"]);
});

it("refuses a language that gherkin does not have", async () => {
  const config = configured({ cucumber: { language: "german" } });
  await expect(list([], config)).rejects.toThrow(
    'cucumber.language: gherkin has no language "german". Write its code, such as "de".',
  );
});

it("tells a file that is gone when its turn comes, and goes on", async () => {
  const names = Array.from({ length: 70 }, (_, index) => `many/${100 + index}.feature`);
  await mkdir(join(cwd, "many"));
  await Promise.all(names.map((name) => writeFile(join(cwd, name), "Feature: x\n")));
  const reading = readProjectFeatures({ cwd, signal }, { paths: ["many"], config: none });
  await reading.next();
  await rm(join(cwd, "many/168.feature"));
  const kinds = new Map<string, unknown>();
  for await (const { uri, reading: one } of reading) kinds.set(uri, one);
  expect(kinds.size).toBe(69);
  expect(kinds.get("many/168.feature")).toEqual({
    kind: "unreadable",
    uri: "many/168.feature",
    problems: [
      {
        uri: "many/168.feature",
        line: 1,
        column: 1,
        message: "the file cannot be opened (ENOENT)",
        wayOut: "See that it is there and may be read.",
      },
    ],
  });
  expect(kinds.get("many/169.feature")).toMatchObject({ kind: "story" });
});

it("stops when it is told to", async () => {
  const stop = new AbortController();
  stop.abort();
  const reading = readProjectFeatures({ cwd, signal: stop.signal }, { paths: [], config: none });
  await expect(reading.next()).rejects.toThrow("stopped");
});
