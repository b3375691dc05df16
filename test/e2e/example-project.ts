// The projects below examples/ that prove products from npm, as somebody runs them who read their README: `npm test`.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

const guard = pathToFileURL(resolve("test/e2e/loopback-only.mjs")).href;

export interface Proof {
  /** The exit code, or the signal that ended npm. */
  readonly code: number | NodeJS.Signals | null;
  readonly output: string;
  /** What was left in the folder for temporary files. */
  readonly leftovers: readonly string[];
  /** Hosts outside this machine that some Node process of the run wanted to reach. */
  readonly outside: readonly string[];
}

export interface Running {
  /** Resolves when the text was printed; rejects when the run ended without. */
  printed(text: string): Promise<void>;
  /** As the terminal does for Ctrl-C: to the whole group. */
  interrupt(): void;
  /** Whether anything that the run started is still there. */
  isAlive(): boolean;
  readonly ended: Promise<Proof>;
}

/** Installs what is missing, and puts the package as it was just built in the place of the installed one. */
export async function installExamples(): Promise<void> {
  const child = spawn(process.execPath, ["scripts/setup.mjs", "examples"], { stdio: "inherit" });
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0) throw new Error(`node scripts/setup.mjs examples ended with ${code}`);
  for (const name of ["json-api", "registry"]) {
    const installed = join("examples", name, "node_modules/storyproof");
    for (const part of ["dist", "schemas", "package.json"]) {
      rmSync(join(installed, part), { recursive: true, force: true });
      cpSync(part, join(installed, part), { recursive: true });
    }
  }
}

/** `npm test` in the folder; arguments go behind `--`. */
export function startProof(folder: string, args: readonly string[] = []): Running {
  const temporary = mkdtempSync(join(tmpdir(), "example-"));
  const record = `${temporary}.outside`;
  const child = spawn("npm", ["test", "--silent", "--", ...args], {
    cwd: folder,
    env: cleanEnvironment({ TMPDIR: temporary, LOOPBACK_ONLY: record }),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  onTestFinished(() => {
    killGroup(child, "SIGKILL");
    for (const path of [temporary, record]) rmSync(path, { recursive: true, force: true });
  });
  const { output, printed } = readOutput(child);
  const ended = new Promise<Proof>((done) => {
    child.on("close", (code, signal) => {
      const outside = existsSync(record) ? readFileSync(record, "utf8").trim().split("\n") : [];
      done({ code: code ?? signal, output: output(), leftovers: readdirSync(temporary), outside });
    });
  });
  return {
    printed: (text) => printed(text, ended),
    interrupt: () => killGroup(child, "SIGINT"),
    isAlive: () => killGroup(child, 0),
    ended,
  };
}

/** Neither vitest's settings nor those of the npm that started it are a person's. */
function cleanEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|NODE_|VITEST|TEST$|INIT_CWD)/.test(name),
  );
  const quiet = { FORCE_COLOR: "0", CUCUMBER_PUBLISH_QUIET: "true" };
  return { ...Object.fromEntries(kept), ...quiet, NODE_OPTIONS: `--import=${guard}`, ...more };
}

function readOutput(child: ChildProcess): {
  readonly output: () => string;
  readonly printed: (text: string, ended: Promise<Proof>) => Promise<void>;
} {
  let output = "";
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const watch of watchers) watch();
    });
  }
  const printed = (text: string, ended: Promise<Proof>): Promise<void> =>
    new Promise((done, fail) => {
      const look = (): void => {
        if (output.includes(text)) done();
      };
      watchers.add(look);
      look();
      void ended.then(() => fail(new Error(`ended before printing ${text}:\n${output}`)));
    });
  return { output: () => output, printed };
}

/** False when nothing is left to signal. */
function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
    return pid !== undefined;
  } catch {
    return false;
  }
}
