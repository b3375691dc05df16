// A machine of a test's own: a temporary folder as the whole file system, with programs that really run in it.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { currentMachine, type Machine } from "../../../src/drivers/installation/machine.ts";
import type { Playwright } from "../../../src/drivers/installation/playwright.ts";

export interface TestMachine {
  readonly folder: string;
  readonly machine: Machine;
  /** Writes a shell script below the folder that can be run; gives its absolute path. */
  program(name: string, script: string): string;
  /** A program that answers --version as a browser does. */
  browser(name: string, version?: string): string;
  read(name: string): string;
  with(env: Readonly<Record<string, string>>, more?: Partial<Machine>): Machine;
  remove(): void;
}

export function openTestMachine(): TestMachine {
  const folder = mkdtempSync(join(tmpdir(), "storyproof-machine-"));
  // The folder comes first; the system's own folders hold the shell tools that the scripts call.
  const env = { PATH: `${join(folder, "bin")}:/usr/bin:/bin` };
  const inside = (path: string) => path.startsWith(folder);
  const build = (more: Readonly<Record<string, string>>, changed: Partial<Machine>): Machine => {
    const real = currentMachine({ ...env, ...more });
    return {
      ...real,
      platform: "linux",
      isRoot: false,
      isExecutable: (path) => inside(path) && real.isExecutable(path),
      exists: (path) => inside(path) && real.exists(path),
      listFolder: (path) => (inside(path) ? real.listFolder(path) : []),
      ...changed,
    };
  };
  const program = (name: string, script: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  return {
    folder,
    machine: build({}, {}),
    program,
    browser: (name, version = "156.0.8078.79") => program(name, `echo "Chromium ${version}"`),
    read: (name) => readFileSync(join(folder, name), "utf8"),
    with: (more, changed = {}) => build(more, changed),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A Playwright whose builds would lie at the given paths. */
export function playwrightWith(
  builds: readonly { readonly executablePath: string; readonly headlessShell: boolean }[],
  cliPath = "/nowhere/cli.js",
): Playwright {
  return {
    version: "1.65.1",
    cliPath,
    listBuilds: async () => builds.map((build) => ({ ...build, version: "159.0" })),
  };
}
