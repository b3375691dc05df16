// The package as a team gets it: packed by npm from a clean copy, installed by npm into an empty folder.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Packed {
  /** Absolute path of the .tgz. */
  readonly tarball: string;
  readonly files: readonly PackedFile[];
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Manifest {
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export const manifest: Manifest = JSON.parse(
  readFileSync(join(repository, "package.json"), "utf8"),
);

/** A folder that `afterAll` of the caller removes. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "package-"));
}

/** What `npm pack` takes, as it was built for these tests: in the repository itself it would rebuild what they run. */
const sources = [
  "package.json",
  "scripts/build.mjs",
  "dist",
  "schemas",
  "docs",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
];

/** Runs `npm pack` in a copy below `folder`. */
export async function pack(folder: string): Promise<Packed> {
  const copy = join(folder, "sources");
  for (const path of sources) {
    cpSync(join(repository, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "dir");
  // The build that npm asks for is there already: test/build.ts made it by the same script.
  const run = runIn(copy, { STORYPROOF_SET_UP: "true" });
  const { stdout } = await succeed(run, "npm", "pack", "--json", "--loglevel=error");
  // What a script of the package prints comes before npm's answer.
  const answer: unknown = JSON.parse(stdout.slice(stdout.search(/^[[{]/m)));
  const [packed] = Object.values(answer as object) as { filename: string; files: PackedFile[] }[];
  if (packed === undefined) throw new Error(`npm pack answered: ${stdout}`);
  return { tarball: join(copy, packed.filename), files: packed.files };
}

export type Run = (command: string, ...args: readonly string[]) => Promise<Ended>;

/** Runs commands in a folder, with more variables than this process has; PATH is put before its own. */
export function runIn(
  folder: string,
  { PATH: first, ...more }: Readonly<Record<string, string>> = {},
): Run {
  const { PATH = "", ...rest } = process.env;
  // Vitest's own settings of Node are none of a team's.
  const { NODE_OPTIONS: _ours, ...env } = rest;
  return (command, ...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: folder,
        env: {
          ...env,
          ...more,
          PATH: first === undefined ? PATH : first + delimiter + PATH,
          FORCE_COLOR: "0",
          CUCUMBER_PUBLISH_QUIET: "true",
          npm_config_update_notifier: "false",
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const output = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"] as const) {
        child[name].setEncoding("utf8").on("data", (text: string) => {
          output[name] += text;
        });
      }
      child.on("error", reject).on("close", (code) => resolve({ code, ...output }));
    });
}

/** Runs it and throws with all it said when it does not end well. */
export async function succeed(run: Run, command: string, ...args: string[]): Promise<Ended> {
  const ended = await run(command, ...args);
  if (ended.code === 0) return ended;
  const said = `${ended.stdout}\n${ended.stderr}`;
  throw new Error(`${[command, ...args].join(" ")} ended with ${ended.code}:\n${said}`);
}

/** An empty project below `folder`: a package.json and nothing else. */
export function makeEmptyProject(folder: string, name: string): string {
  const project = join(folder, name);
  mkdirSync(project);
  const content = { name, version: "1.0.0", private: true, type: "module" };
  writeFileSync(join(project, "package.json"), JSON.stringify(content));
  return project;
}

/** `npm install --save-dev` as a team types it, with what is in npm's cache already. */
export async function install(project: string, ...packages: readonly string[]): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
  await succeed(runIn(project), "npm", "install", "--save-dev", ...quiet, ...packages);
}
