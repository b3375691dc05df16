// What looking for a browser may ask of the machine, and the real one. It knows no browser.
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";

export type Ran =
  | { readonly kind: "exited"; readonly code: number; readonly output: string }
  | { readonly kind: "not-started"; readonly problem: string }
  | { readonly kind: "timed-out"; readonly afterMs: number }
  | { readonly kind: "interrupted" };

export interface RunOptions {
  readonly timeoutMs: number;
  /** Gets what the program writes, both streams, as it comes. */
  readonly onOutput?: (text: string) => void;
  /** Set beside the machine's own variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the program and all it started. */
  readonly signal?: AbortSignal;
  /** Gives it a temporary folder of its own, removed when it has ended: one that was ended cannot clean up. */
  readonly temporaryFolder?: boolean;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  isExecutable(path: string): boolean;
  exists(path: string): boolean;
  /** Names in a folder, sorted; none when it cannot be read. */
  listFolder(path: string): readonly string[];
  /** Runs a program to its end, or ends it; never throws. */
  run(command: string, args: readonly string[], options: RunOptions): Promise<Ran>;
}

/** This machine, seen with the given environment variables. */
export function currentMachine(env: Machine["env"]): Machine {
  return {
    platform: process.platform,
    env,
    isRoot: process.getuid?.() === 0,
    isExecutable,
    exists: existsSync,
    listFolder,
    run: (command, args, options) => runCleanly(command, args, options, env),
  };
}

async function runCleanly(
  command: string,
  args: readonly string[],
  options: RunOptions,
  env: Machine["env"],
): Promise<Ran> {
  const plain = { ...options, env: merge(env, options.env) };
  if (!options.temporaryFolder) return run(command, args, plain);
  const folder = mkdtempSync(join(tmpdir(), "storyproof-installer-"));
  try {
    const own = { ...plain.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    return await run(command, args, { ...plain, env: own });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Absolute path of a program on the machine's PATH, or nothing. */
export function findOnPath(name: string, machine: Machine): string | undefined {
  const folders = (machine.env["PATH"] ?? machine.env["Path"] ?? "").split(delimiter);
  const file = machine.platform === "win32" ? `${name}.exe` : name;
  return folders
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, file))
    .find((path) => machine.isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}

function merge(
  env: Machine["env"],
  more: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const known = Object.entries({ ...env, ...more }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Record<string, string>;
}

// Long enough to remove a lock and a half-written file, short enough for an impatient person.
const graceMs = 2_000;

function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  // A group of its own, so that what an installer started can be ended with it.
  const child = spawn(command, args, {
    env: options.env,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collectOutput(child, options.onOutput);
  const { endedBy, release } = endInTime(child, options);
  return new Promise((resolve) => {
    const settle = (how: Ran) => {
      release();
      resolve(endedBy() ?? how);
    };
    child.on("error", (error) => settle({ kind: "not-started", problem: error.message }));
    child.on("close", (code) => settle({ kind: "exited", code: code ?? 1, output: output() }));
  });
}

function collectOutput(
  { stdout, stderr }: ChildProcessByStdio<null, Readable, Readable>,
  onOutput: (text: string) => void = () => {},
): () => string {
  let output = "";
  for (const stream of [stdout, stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput(text);
    });
  }
  return () => output;
}

/** Ends the program at its deadline or on the signal; `endedBy` tells which, when it was one of them. */
function endInTime(child: ChildProcess, { timeoutMs, signal }: RunOptions) {
  let ended: Ran | undefined;
  let killer: NodeJS.Timeout | undefined;
  const end = (how: Ran) => {
    ended ??= how;
    signalGroup(child, "SIGTERM");
    // Installers hold locks, so they get the time to let go of them.
    killer ??= setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  };
  const timer = setTimeout(() => end({ kind: "timed-out", afterMs: timeoutMs }), timeoutMs);
  const interrupt = () => end({ kind: "interrupted" });
  signal?.addEventListener("abort", interrupt);
  if (signal?.aborted) interrupt();
  const release = () => {
    clearTimeout(timer);
    clearTimeout(killer);
    signal?.removeEventListener("abort", interrupt);
  };
  return { endedBy: () => ended, release };
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
