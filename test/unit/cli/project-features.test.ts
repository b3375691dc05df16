import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Globber, loadGlobber, loadTinyglobby } from "../../../src/cli/cucumber-glob.ts";
import type { ProjectConfig } from "../../../src/cli/project-config.ts";
import { readProjectFeatures } from "../../../src/cli/project-features.ts";
import { settingsFrom } from "../../../src/config/settings-from.ts";
import { recordIo } from "./command-io.ts";

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
  for await (const { uri } of readProjectFeatures(recordIo({ cwd }), { paths, config }))
    uris.push(uri);
  return uris;
}

/** What is found, and said of the rest. */
async function tell(paths: readonly string[], { folder }: { readonly folder: string }) {
  const io = recordIo({ cwd: folder, env: {} });
  const uris: string[] = [];
  const problems: string[] = [];
  for await (const { uri, reading } of readProjectFeatures(io, { paths, config: none })) {
    if (reading.kind === "unreadable") {
      problems.push(...reading.problems.map(({ message }) => `${uri}: ${message}`));
    } else uris.push(uri);
  }
  return { uris, problems, stderr: io.written.stderr };
}

async function makeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(cwd, "own-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
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
  for await (const { text, reading } of readProjectFeatures(recordIo({ cwd, signal }), {
    paths: [],
    config,
  })) {
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
  const reading = readProjectFeatures(recordIo({ cwd, signal }), { paths: ["many"], config: none });
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
  const reading = readProjectFeatures(recordIo({ cwd, signal: stop.signal }), {
    paths: [],
    config: none,
  });
  await expect(reading.next()).rejects.toThrow("stopped");
});

it.each(["", " "])("refuses the empty path %j, and not the disk", async (path) => {
  await expect(list([path])).rejects.toThrow('a path is empty: "". Leave it out');
});

it("stops while it looks for files", async () => {
  const stop = new AbortController();
  const io = recordIo({ cwd, signal: stop.signal });
  const reading = readProjectFeatures(io, { paths: ["/"], config: none }).next();
  setImmediate(() => stop.abort());
  await expect(reading).rejects.toThrow("stopped");
});

it("says which of the named paths hold nothing", async () => {
  const folder = await makeFolder({ "a/a.feature": "Feature: a\n", "b/notes.txt": "" });
  const { uris, stderr } = await tell(["a", "b", "c/*.feature"], { folder });
  expect(uris).toEqual(["a/a.feature"]);
  expect(stderr).toBe(
    "storyproof: no feature file matches b.\nstoryproof: no feature file matches c/*.feature.\n",
  );
});

it("tells a folder that cannot be looked into, named or below a named one", async () => {
  const folder = await makeFolder({
    "a/a.feature": "Feature: a\n",
    "a/locked/b.feature": "Feature: b\n",
  });
  const locked = join(folder, "a/locked");
  await Promise.all([chmod(cwd, 0o755), chmod(folder, 0o755), chmod(locked, 0)]);
  // Nothing is locked for root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    const problems = ["a/locked: the folder cannot be opened (EACCES)"];
    const told = { problems, stderr: "" };
    expect(await tell(["a"], { folder })).toEqual({ uris: ["a/a.feature"], ...told });
    expect(await tell(["a/locked"], { folder })).toEqual({ uris: [], ...told });
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(locked, 0o755);
  }
});

it("waits for no pipe", async () => {
  const folder = await makeFolder({ "features/a.feature": "Feature: a\n" });
  execFileSync("mkfifo", [join(folder, "features/p.feature")]);
  expect(await tell([], { folder })).toEqual({
    uris: ["features/a.feature"],
    problems: ["features/p.feature: it is not a file with text in it"],
    stderr: "",
  });
});

describe("links among folders", () => {
  const linkAll = async (): Promise<string> => {
    const folder = await makeFolder({
      "features/a.feature": "Feature: a\n",
      "shared/s.feature": "Feature: s\n",
    });
    const features = join(folder, "features");
    await symlink(".", join(features, "loop"));
    await symlink("../shared", join(features, "shared"));
    await symlink("../shared/s.feature", join(features, "s.feature"));
    const names = ["1", "2", "3", "4", "5", "6", "7", "8"];
    for (const name of names) {
      await mkdir(join(features, "web", name), { recursive: true });
      await writeFile(join(features, "web", name, "x.feature"), "Feature: x\n");
      for (const other of names) {
        await symlink(`../${other}`, join(features, "web", name, `to-${other}`));
      }
    }
    return folder;
  };

  it("are followed as far as cucumber does, and no farther", async () => {
    const folder = await linkAll();
    const { resolvePaths } = (await import(
      new URL("../../../node_modules/@cucumber/cucumber/lib/paths/index.js", import.meta.url).href
    )) as {
      resolvePaths: (
        logger: object,
        cwd: string,
        sources: object,
      ) => Promise<{ sourcePaths: readonly string[] }>;
    };
    const { sourcePaths } = await resolvePaths({ debug: () => {} }, folder, { paths: [] });
    const expected = sourcePaths.map((path) => path.slice(folder.length + 1)).sort();
    expect(expected).toContain("features/loop/a.feature");
    expect((await tell([], { folder })).uris).toEqual(expected);
    expect((await tell(["features"], { folder })).uris).toEqual(expected);
  });

  it.each<[string, (folder: string) => Promise<Globber>]>([
    ["cucumber's glob", loadGlobber],
    ["tinyglobby, where cucumber has none", loadTinyglobby],
  ])("are no maze for %s", async (_, load) => {
    const folder = await linkAll();
    const { match, matchBelow } = await load(folder);
    const search = { cwd: folder, signal, onUnreadable: () => {} };
    const web = await matchBelow([join(folder, "features/web")], [".feature"], search);
    for (const name of ["1", "8"])
      expect(web).toContain(join(folder, `features/web/${name}/x.feature`));
    expect(web.length).toBeLessThan(100);
    expect(await match("shared/*.{feature,md}", search)).toEqual([
      join(folder, "shared/s.feature"),
    ]);
  });
});

it("takes a folder of any name", async () => {
  const folder = await makeFolder({ "{a,b}/[c] (d)/e.feature": "Feature: e\n" });
  expect((await tell(["{a,b}"], { folder })).uris).toEqual(["{a,b}/[c] (d)/e.feature"]);
  const { matchBelow } = await loadTinyglobby();
  const search = { cwd: folder, signal, onUnreadable: () => {} };
  expect(await matchBelow([join(folder, "{a,b}")], [".feature"], search)).toHaveLength(1);
});

it.each([
  ["cucumber.yml", "default:\n  paths: [specs/**/*.feature]\n  language: de\n"],
  ["cucumber.json", '{ "default": { "paths": ["specs/**/*.feature"], "language": "de" } }'],
  ["cucumber.mjs", 'export default { paths: ["specs/**/*.feature"], language: "de" };\n'],
])("takes features and language of a plain %s", async (name, content) => {
  const folder = await makeFolder({ [name]: content, "specs/d.feature": "Funktion: d\n" });
  expect(await tell([], { folder })).toEqual({
    uris: ["specs/d.feature"],
    problems: [],
    stderr: "",
  });
});

it("says why cucumber cannot read its configuration", async () => {
  const folder = await makeFolder({ "cucumber.yml": "default: [\n" });
  await expect(tell([], { folder })).rejects.toThrow(
    /^cucumber\.yml cannot be read by cucumber:\n./,
  );
});
