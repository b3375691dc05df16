// Which files a sentence can name: those of the project and of the scenario, and nothing else of the machine.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { Resources } from "../../../src/journey/resources.ts";
import type { StoryWorld } from "../../../src/journey/world.ts";
import { madeFiles } from "../../../steps/made-files.ts";
import { findProjectFile, projectFile, readProjectFile } from "../../../steps/project-files.ts";

/** Below the folder of the run, as a project's files are. */
const folder = mkdtempSync(join(process.cwd(), "node_modules", ".files-"));
const outside = mkdtempSync(join(tmpdir(), "outside-"));
const below = (name: string) => join(relative(process.cwd(), folder), name);

const resources = new Resources();
const world = { resources } as unknown as StoryWorld;

afterEach(() => resources.close());
afterAll(() => {
  for (const path of [folder, outside]) rmSync(path, { recursive: true, force: true });
});

test("files of the project are found and read", () => {
  writeFileSync(join(folder, "note.txt"), "a note");
  expect(projectFile(below("note.txt"), world)).toBe(join(folder, "note.txt"));
  expect(Buffer.from(readProjectFile(below("note.txt"), world)).toString()).toBe("a note");
  expect(findProjectFile(below("other.txt"), world)).toBeUndefined();
  expect(() => projectFile(below("other.txt"), world)).toThrow(
    `There is no file ${below("other.txt")}`,
  );
});

test("what lies outside is refused, also through links, whether it is there or not", () => {
  writeFileSync(join(outside, "secret.txt"), "secret");
  symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(outside, join(folder, "linked"));
  for (const path of [
    join(outside, "secret.txt"),
    join(outside, "nothing.txt"),
    "../../etc/passwd",
    "/dev/zero",
    below("link.txt"),
    below("linked/secret.txt"),
  ]) {
    expect(() => findProjectFile(path, world), path).toThrow("lies outside the project");
  }
});

test("folders and pipes are refused, and nobody waits for one", () => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  expect(() => projectFile(below("pipe"), world)).toThrow("a device or a pipe");
  expect(() => projectFile(below(""), world)).toThrow("it is a folder");
});

test("a made file is meant before one of the project, and is gone with the scenario", async () => {
  const files = madeFiles(world);
  files.write("package.json", "mine");
  files.write("deep/er/x.txt", "x");
  const path = projectFile("package.json", world);
  expect(readFileSync(path, "utf8")).toBe("mine");
  expect(projectFile("deep//er/x.txt", world)).toContain("x.txt");
  expect(files.remove("package.json")).toBe(true);
  expect(projectFile("package.json", world)).toBe(join(process.cwd(), "package.json"));
  const made = projectFile("deep/er/x.txt", world);
  await resources.close();
  expect(existsSync(made)).toBe(false);
});

test("names that lead elsewhere and sizes that fill a disk are refused", () => {
  const files = madeFiles(world);
  for (const name of ["../x", "/etc/x", "", "a/", "a/../../x"]) {
    expect(() => files.write(name, "x"), name).toThrow("cannot be the name of a file");
  }
  expect(() => files.writeSized("x", 2 * 1024 ** 3)).toThrow("the most is 1 GB");
  files.writeSized("x", 300 * 1024 ** 2);
  expect(statSync(projectFile("x", world)).size).toBe(314_572_800);
  expect(() => readProjectFile("x", world)).toThrow("256 MB");
});
