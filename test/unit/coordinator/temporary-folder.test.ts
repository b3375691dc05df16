import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from "../../../src/coordinator/temporary-folder.ts";

function root(): string {
  const folder = mkdtempSync(join(tmpdir(), "root-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a run's folder is removed with all it holds", () => {
  const folder = makeTemporaryFolder(root(), process.pid);
  mkdirSync(join(folder, "profile"));
  writeFileSync(join(folder, "profile", "lock"), "x");
  removeTemporaryFolder(folder);
  removeTemporaryFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

test("what dead runs left is swept, what living runs use is kept", () => {
  const folder = root();
  const { pid: deadPid } = spawnSync(process.execPath, ["-e", ""]);
  const living = makeTemporaryFolder(folder, process.pid);
  makeTemporaryFolder(folder, deadPid);
  writeFileSync(join(folder, "storyproof-notes"), "not ours to remove");
  const own = makeTemporaryFolder(folder, process.pid);
  expect(
    readdirSync(folder)
      .map((name) => join(folder, name))
      .sort(),
  ).toEqual([living, own, join(folder, "storyproof-notes")].sort());
});
