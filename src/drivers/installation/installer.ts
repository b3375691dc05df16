// Gets a browser when none is found: Playwright's installer first, then the system's package manager where we may
// use it. After every attempt the browser is looked for again, because an installer's own word is not enough.
import { findBrowser } from "../browser-installation.ts";
import type { BrowserSearch, BrowserWish, FoundBrowser, MissingBrowser } from "./answer.ts";
import { findPackageManager, type PackageManager, playwrightBuildName } from "./commands.ts";
import { findOnPath, type Machine, type Ran } from "./machine.ts";
import type { Playwright } from "./playwright.ts";
import { lacksLibrary } from "./probe.ts";

export interface InstallProgress {
  /** One line on what is done now. */
  say(line: string): void;
  /** One line that an installer wrote. */
  show(line: string): void;
  readonly signal: AbortSignal;
}

/** One thing that was done, and how it ended. */
export interface InstallAttempt {
  readonly command: string;
  readonly problem: string;
}

export type InstallOutcome =
  | { readonly kind: "installed"; readonly browser: FoundBrowser; readonly by: string }
  | {
      readonly kind: "failed";
      readonly attempts: readonly InstallAttempt[];
      readonly search: Exclude<BrowserSearch, FoundBrowser>;
    }
  | { readonly kind: "interrupted" };

interface Step {
  readonly command: string;
  readonly args: readonly string[];
  /** As a person would type it. */
  readonly shown: string;
  /** A preparation: nothing to look for after it. */
  readonly prepares?: boolean;
  /** Adds system libraries: of use only to a browser that is there and lacks them. */
  readonly addsLibraries?: boolean;
}

// A headless shell is about 100 MB; ten minutes allow for 1.5 Mbit/s.
const installTimeoutMs = 600_000;
// Playwright tries every mirror several times, by default for 30 s each: on a closed network that is minutes.
const connectTimeoutMs = "8000";

/** Tries the ways to get a browser in turn until one is found. Shows what it does; never throws. */
export async function installBrowser(
  wish: BrowserWish,
  machine: Machine,
  playwright: Playwright | undefined,
  progress: InstallProgress,
): Promise<InstallOutcome> {
  const attempts: InstallAttempt[] = [];
  let search = await findBrowser(wish, machine, playwright);
  const steps = [
    ...listPlaywrightSteps(wish, machine, playwright),
    ...(await listSystemSteps(wish, machine)),
  ];
  for (const step of steps) {
    if (search.kind !== "missing") break;
    if (step.addsLibraries && !lacksLibraries(search)) continue;
    progress.say(`Getting a browser: ${step.shown}`);
    const ran = await runStep(step, machine, progress);
    if (ran.kind === "interrupted") return { kind: "interrupted" };
    if (step.prepares && hasSucceeded(ran)) continue;
    search = await findBrowser(wish, machine, playwright);
    if (search.kind === "found") return { kind: "installed", browser: search, by: step.shown };
    attempts.push({ command: step.shown, problem: describeEnd(ran) });
  }
  if (search.kind === "found") return { kind: "installed", browser: search, by: "nothing" };
  return { kind: "failed", attempts, search };
}

function lacksLibraries(search: MissingBrowser): boolean {
  return search.tried.some(({ problem }) => problem.startsWith(lacksLibrary));
}

function listPlaywrightSteps(
  wish: BrowserWish,
  machine: Machine,
  playwright: Playwright | undefined,
): readonly Step[] {
  const skipped = ["STORYPROOF_SKIP_BROWSER_DOWNLOAD", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"];
  if (playwright === undefined || skipped.some((name) => isOn(machine.env[name]))) return [];
  const build = playwrightBuildName(wish.engine, wish.headless);
  const step = (subcommand: string, addsLibraries = false): Step => ({
    command: process.execPath,
    args: [playwright.cliPath, subcommand, build],
    shown: `npx playwright ${subcommand} ${build}`,
    addsLibraries,
  });
  // The download alone needs no rights; the libraries do, and most machines have them.
  const mayInstallLibraries = machine.platform === "linux" && machine.isRoot;
  return [step("install"), ...(mayInstallLibraries ? [step("install-deps", true)] : [])];
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

async function listSystemSteps(wish: BrowserWish, machine: Machine): Promise<readonly Step[]> {
  const found = findPackageManager(wish.engine, machine);
  if (found === undefined) return [];
  const rights = await findRights(found.manager, machine);
  if (rights === undefined) return [];
  const { manager, path } = found;
  const step = (args: readonly string[], prepares = false): Step => {
    const line = [...rights, path, ...args];
    const [command = path, ...rest] = line;
    const shown = [...(rights.length > 0 ? ["sudo"] : []), manager.name, ...args].join(" ");
    return { command, args: rest, shown, prepares };
  };
  const packages = wish.headless ? manager.headless : manager.headed;
  return [
    ...(manager.refresh === undefined ? [] : [step(manager.refresh, true)]),
    ...packages.map((name) => step([...manager.install, name])),
  ];
}

/** What goes before the command: nothing, or sudo when it asks for no password; absent when we may not. */
async function findRights(
  manager: PackageManager,
  machine: Machine,
): Promise<readonly string[] | undefined> {
  if (!manager.asRoot) return machine.isRoot && manager.name === "brew" ? undefined : [];
  if (machine.isRoot) return [];
  const sudo = findOnPath("sudo", machine);
  if (sudo === undefined) return undefined;
  const asked = await machine.run(sudo, ["-n", "true"], { timeoutMs: 10_000 });
  return hasSucceeded(asked) ? [sudo, "-n"] : undefined;
}

async function runStep(step: Step, machine: Machine, progress: InstallProgress): Promise<Ran> {
  const lines = splitLines(progress.show);
  const ran = await machine.run(step.command, step.args, {
    timeoutMs: installTimeoutMs,
    signal: progress.signal,
    temporaryFolder: true,
    onOutput: lines.take,
    env: {
      DEBIAN_FRONTEND: "noninteractive",
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT:
        machine.env["PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT"] ?? connectTimeoutMs,
    },
  });
  lines.end();
  return ran;
}

/** Passes whole lines on, each once: installers print the same stack for every mirror they try. */
function splitLines(show: (line: string) => void) {
  const seen = new Set<string>();
  let rest = "";
  const pass = (line: string) => {
    const isStack = /^\s+at |^\s+(errno|code|syscall|hostname):|^\}?$/.test(line);
    if (isStack || seen.has(line)) return;
    seen.add(line);
    show(line);
  };
  return {
    take(text: string) {
      const lines = (rest + text).split(/\r?\n|\r/);
      rest = lines.pop() ?? "";
      for (const line of lines) pass(line);
    },
    end() {
      pass(rest);
    },
  };
}

function hasSucceeded(ran: Ran): boolean {
  return ran.kind === "exited" && ran.code === 0;
}

function describeEnd(ran: Ran): string {
  if (ran.kind === "timed-out") return `not done after ${ran.afterMs / 60_000} minutes`;
  if (ran.kind === "not-started") return ran.problem;
  if (ran.kind === "interrupted") return "interrupted";
  return ran.code === 0 ? "done, but no browser that starts came of it" : `exit code ${ran.code}`;
}
