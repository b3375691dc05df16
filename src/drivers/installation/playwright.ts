// Playwright's own builds: which ones the installed Playwright expects, where, and how its installer is called.
// It asks Playwright itself, so that PLAYWRIGHT_BROWSERS_PATH and the like mean what they mean there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserEngine } from "../../config/options.ts";
import { isHeadlessShell } from "./places.ts";

export interface PlaywrightBuild {
  readonly executablePath: string;
  readonly headlessShell: boolean;
  /** The browser's version as Playwright's list has it; absent when the list does not name it. */
  readonly version: string | undefined;
}

export interface Playwright {
  readonly version: string;
  /** The script that `npx playwright` runs. */
  readonly cliPath: string;
  /** The builds that would do, best first; whether they are there is not asked. */
  listBuilds(
    engine: BrowserEngine,
    headless: boolean,
    listFolder: ListFolder,
  ): Promise<readonly PlaywrightBuild[]>;
}

type ListFolder = (path: string) => readonly string[];

/** The Playwright that the browser driver uses, or nothing when `@playwright/test` is not installed. */
export function findPlaywright(from: string = import.meta.url): Playwright | undefined {
  try {
    const test = createRequire(from).resolve("@playwright/test/package.json");
    const runner = createRequire(test).resolve("playwright/package.json");
    const core = createRequire(runner).resolve("playwright-core/package.json");
    return describePlaywright(dirname(runner), dirname(core));
  } catch {
    return undefined;
  }
}

interface BrowserList {
  readonly browsers: readonly { readonly name: string; readonly browserVersion?: string }[];
}

function describePlaywright(runnerFolder: string, coreFolder: string): Playwright {
  const readJson = (name: string) => JSON.parse(readFileSync(join(coreFolder, name), "utf8"));
  const { version } = readJson("package.json") as { readonly version: string };
  const { browsers } = readJson("browsers.json") as BrowserList;
  const versionOf = (name: string) => browsers.find((one) => one.name === name)?.browserVersion;
  return {
    version,
    cliPath: join(runnerFolder, "cli.js"),
    listBuilds: async (engine, headless, listFolder) => {
      const full = await executablePathOf(coreFolder, engine);
      if (full === undefined) return [];
      const build = { executablePath: full, headlessShell: false, version: versionOf(engine) };
      const shell =
        engine === "chromium" && headless ? findShellBeside(full, listFolder) : undefined;
      if (shell === undefined) return [build];
      const shellVersion = versionOf("chromium-headless-shell");
      return [{ executablePath: shell, headlessShell: true, version: shellVersion }, build];
    },
  };
}

async function executablePathOf(
  coreFolder: string,
  engine: BrowserEngine,
): Promise<string | undefined> {
  try {
    const core = await import(pathToFileURL(join(coreFolder, "index.mjs")).href);
    return core[engine].executablePath() as string;
  } catch {
    // Playwright has no build of this engine for this system.
    return undefined;
  }
}

/**
 * Playwright tells only where its full Chromium is: `…/chromium-1255/chrome-linux64/chrome`. The headless shell of
 * the same revision lies beside it: `…/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell`,
 * with other names on other systems and in older versions. Gives the folder when there is no such file in it.
 */
export function findShellBeside(chromium: string, listFolder: ListFolder): string | undefined {
  const parts = /^(.*[\\/])chromium-(\d+)([\\/])/.exec(chromium);
  if (parts === null) return undefined;
  const [, builds, revision, slash] = parts;
  const folder = `${builds}chromium_headless_shell-${revision}`;
  const files = listFolder(folder).flatMap((platform) =>
    listFolder(`${folder}${slash}${platform}`).map((file) => [folder, platform, file].join(slash)),
  );
  return files.find(isHeadlessShell) ?? folder;
}
