// A clone of this repository that is small enough to be set up in a test: its own package.json without packages,
// our scripts, our sources by link, and an npm of its own on PATH when the test brings one.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface SmallClone {
  readonly folder: string;
  write(name: string, text: string): void;
  read(name: string): string;
  exists(name: string): boolean;
  /** Puts a shell script named npm before the real one on PATH. */
  replaceNpm(script: string): void;
  /** Writes the record that a finished set-up leaves. */
  stamp(browser?: string): void;
  start(more?: StartOptions): RunningSetUp;
  remove(): void;
}

export interface StartOptions {
  /** Arguments for Node before the script. */
  readonly node?: readonly string[];
  /** Arguments for the script. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningSetUp {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

export function makeSmallClone(): SmallClone {
  const folder = mkdtempSync(join(tmpdir(), "storyproof-clone-"));
  const own = { name: "small", version: "1.0.0", engines: { node: ">=20.19" } };
  const lock = { name: "small", version: "1.0.0", lockfileVersion: 3, packages: { "": own } };
  const running = new Set<ChildProcess>();
  const path = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  cpSync("scripts", path("scripts"), { recursive: true });
  const loader = pathToFileURL(resolve("scripts/typescript.mjs")).href;
  write("scripts/typescript.mjs", `import ${JSON.stringify(loader)};\n`);
  cpSync("tsconfig.json", path("tsconfig.json"));
  write("package.json", JSON.stringify(own));
  write("package-lock.json", JSON.stringify(lock));
  symlinkSync(resolve("src"), path("src"), "junction");
  return {
    folder,
    write,
    read: (name) => readFileSync(path(name), "utf8"),
    exists: (name) => existsSync(path(name)),
    replaceNpm(script) {
      write("bin/npm", `#!/bin/sh\n${script}\n`);
      chmodSync(path("bin/npm"), 0o755);
    },
    stamp(browser = process.execPath) {
      const hash = createHash("sha256").update(readFileSync(path("package-lock.json")));
      const record = { lock: hash.digest("hex"), browser: { path: browser, named: "||" } };
      write("node_modules/.storyproof-setup", JSON.stringify(record));
    },
    start({ node = [], args = [], env = {} } = {}) {
      const inherited = {
        PATH: `${path("bin")}${delimiter}${process.env["PATH"]}`,
        HOME: tmpdir(),
      };
      const child = spawn(process.execPath, [...node, path("scripts/setup.mjs"), ...args], {
        cwd: folder,
        env: { ...inherited, ...env },
      });
      running.add(child);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          output += text;
        });
      }
      const ended = once(child, "close").then(([code]) => ({ code, output }));
      return { child, output: () => output, ended };
    },
    remove() {
      for (const child of running) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
