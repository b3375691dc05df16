// A team's project in a folder of its own: storyproof as it is shipped, cucumber-js as they would start it.
import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Project {
  readonly folder: string;
  write(path: string, content: string): void;
  read(path: string): string;
  exists(path: string): boolean;
  /** Runs cucumber-js to its end. */
  cucumber(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Finished>;
  /** Runs the storyproof command to its end. */
  storyproof(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Finished>;
  /** Starts cucumber-js; the caller ends it. */
  start(args?: readonly string[], env?: Readonly<Record<string, string>>): Running;
}

export interface Running {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves when the text has been printed to either stream. */
  printed(text: string): Promise<void>;
}

/** A project with these files; the folder is gone after the test. */
export function makeProject(files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), "project-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  installLinks(folder);
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write("package.json", JSON.stringify({ name: "project", type: "module", private: true }));
  for (const [path, content] of Object.entries(files)) write(path, content);
  const start: Project["start"] = (args = [], env = {}) => startIn(folder, cucumberBin, args, env);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    exists: (path) => existsSync(join(folder, path)),
    start,
    cucumber: (args, env) => start(args, env).finished,
    storyproof: (args, env = {}) => startIn(folder, storyproofBin, args, env).finished,
  };
}

function installLinks(folder: string): void {
  mkdirSync(join(folder, "node_modules/@cucumber"), { recursive: true });
  mkdirSync(join(folder, "node_modules/@playwright"));
  symlinkSync(repository, join(folder, "node_modules/storyproof"), "dir");
  for (const name of ["@cucumber/cucumber", "@playwright/test", "fast-check"]) {
    symlinkSync(join(repository, "node_modules", name), join(folder, "node_modules", name), "dir");
  }
}

const cucumberBin = "node_modules/@cucumber/cucumber/bin/cucumber.js";
const storyproofBin = "node_modules/storyproof/dist/src/cli/bin.js";

function startIn(
  folder: string,
  bin: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [join(folder, bin), ...args], {
    cwd: folder,
    env: { ...process.env, FORCE_COLOR: "0", CUCUMBER_PUBLISH_QUIET: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  const watchers = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      for (const watcher of watchers) watcher();
    });
  }
  const finished = new Promise<Finished>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
  });
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if ((output.stdout + output.stderr).includes(text)) resolve();
      };
      watchers.add(look);
      look();
      void finished.then((end) =>
        reject(new Error(`ended before printing ${text}: ${JSON.stringify(end)}`)),
      );
    });
  return { process: child, finished, printed };
}
