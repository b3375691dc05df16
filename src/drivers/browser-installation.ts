// Finds the browser that stories are proven in, and says why it is that one. The order: a path that the environment
// or the configuration names, Playwright's own build, an installed Chrome or Chromium. It starts no page.
import type {
  BrowserSearch,
  BrowserSource,
  BrowserWish,
  FoundBrowser,
  TriedPlace,
  WrongBrowserPath,
} from "./installation/answer.ts";
import { listBrowserArgs } from "./installation/args.ts";
import { listInstallCommands } from "./installation/commands.ts";
import { currentMachine, findOnPath, type Machine } from "./installation/machine.ts";
import { isHeadlessShell, listInstalledPlaces } from "./installation/places.ts";
import { findPlaywright, type Playwright } from "./installation/playwright.ts";
import { notThere, probeBrowser } from "./installation/probe.ts";
import { describeBrowserProblem } from "./installation/text.ts";

/**
 * The browser for the wish, for whoever is about to start it.
 * @throws Error named EnvironmentError whose message says what stands in the way and what to do
 */
export async function findBrowserOrExplain(
  wish: BrowserWish,
  env: Machine["env"] = process.env,
): Promise<FoundBrowser> {
  const search = await findBrowser(wish, currentMachine(env), findPlaywright());
  if (search.kind === "found") return search;
  throw new EnvironmentError(describeBrowserProblem(search));
}

/** No browser, or a wrong one was named: nothing that a stack would explain. */
class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** The browser for the wish on this machine; `playwright` is absent when `@playwright/test` is not installed. */
export async function findBrowser(
  wish: BrowserWish,
  machine: Machine,
  playwright: Playwright | undefined,
): Promise<BrowserSearch> {
  const named = findNamedPath(wish, machine.env);
  if (named !== undefined) return checkNamed(named, wish, machine);
  const tried: TriedPlace[] = [];
  for (const candidate of await listCandidates(wish, machine, playwright)) {
    const { place, path } = candidate;
    if (path === undefined) {
      tried.push({ place, problem: notThere });
      continue;
    }
    const probe = await probeBrowser(wish.engine, path, machine, candidate.version);
    if (probe.kind === "runs") return found(wish, machine, path, probe.version, candidate, tried);
    tried.push({ place: path, problem: probe.problem });
  }
  const commands = listInstallCommands(wish, machine, playwright);
  return { kind: "missing", engine: wish.engine, tried, commands };
}

interface NamedPath {
  readonly setting: string;
  readonly path: string;
  readonly source: "environment" | "configuration";
}

/** Ours first; the other two are what Chromium tools of all kinds read, so many machines have them set already. */
const chromiumVariables = ["PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH", "CHROME_PATH"];

function findNamedPath(wish: BrowserWish, env: Machine["env"]): NamedPath | undefined {
  const variables = [
    "STORYPROOF_BROWSER",
    ...(wish.engine === "chromium" ? chromiumVariables : []),
  ];
  for (const setting of variables) {
    const path = env[setting];
    if (path) return { setting, path, source: "environment" };
  }
  if (wish.executablePath === undefined) return undefined;
  return {
    setting: "browser.executablePath",
    path: wish.executablePath,
    source: "configuration",
  };
}

async function checkNamed(
  named: NamedPath,
  wish: BrowserWish,
  machine: Machine,
): Promise<BrowserSearch> {
  const { setting, path, source } = named;
  const wrong = (problem: string): WrongBrowserPath => {
    return { kind: "wrong-path", engine: wish.engine, setting, path, problem };
  };
  const shell = isHeadlessShell(path);
  if (shell && !wish.headless) return wrong("is a headless shell, which cannot show a window");
  const probe = await probeBrowser(wish.engine, path, machine);
  if (probe.kind === "unusable") return wrong(probe.problem);
  const what = { source, why: `${setting} names it`, headlessShell: shell };
  return found(wish, machine, path, probe.version, what, []);
}

interface Provenance {
  readonly source: BrowserSource;
  readonly why: string;
  readonly headlessShell: boolean;
}

interface Candidate extends Provenance {
  readonly place: string;
  /** Absent when there is no such file. */
  readonly path: string | undefined;
  readonly version?: string | undefined;
}

async function listCandidates(
  wish: BrowserWish,
  machine: Machine,
  playwright: Playwright | undefined,
): Promise<readonly Candidate[]> {
  const ofPlaywright = await listPlaywrightCandidates(wish, machine, playwright);
  // Playwright patches the Firefox and WebKit that it drives; an installed one does not understand it.
  if (wish.engine !== "chromium") return ofPlaywright;
  return [...ofPlaywright, ...listSystemCandidates(wish, machine)];
}

async function listPlaywrightCandidates(
  wish: BrowserWish,
  machine: Machine,
  playwright: Playwright | undefined,
): Promise<readonly Candidate[]> {
  if (playwright === undefined) return [];
  const builds = await playwright.listBuilds(wish.engine, wish.headless, machine.listFolder);
  return builds.map(({ executablePath, headlessShell, version }) => ({
    place: executablePath,
    path: executablePath,
    version,
    headlessShell,
    source: "playwright",
    why: `it is the ${headlessShell ? "headless shell" : "build"} that Playwright ${playwright.version} was made with`,
  }));
}

function listSystemCandidates(wish: BrowserWish, machine: Machine): readonly Candidate[] {
  const places = listInstalledPlaces(machine.platform, machine.env, wish.headless);
  return places.map(({ at, headlessShell }) => {
    const isName = !/[\\/]/.test(at);
    const path = isName ? findOnPath(at, machine) : machine.exists(at) ? at : undefined;
    const where = isName ? `${at} is on PATH` : "it is installed";
    const why = headlessShell ? `${where}, and a headless shell is the fastest` : where;
    return { place: isName ? `${at} on PATH` : at, path, headlessShell, source: "system", why };
  });
}

function found(
  wish: BrowserWish,
  machine: Machine,
  executablePath: string,
  version: string,
  { source, why, headlessShell }: Provenance,
  tried: readonly TriedPlace[],
): FoundBrowser {
  const args = listBrowserArgs(wish, machine);
  const { engine } = wish;
  return {
    kind: "found",
    engine,
    executablePath,
    headlessShell,
    source,
    version,
    why,
    args,
    tried,
  };
}
