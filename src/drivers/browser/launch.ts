// Starting a browser, or connecting to a remote one. Playwright is loaded here and not before.

import type { Browser, BrowserType, devices } from "@playwright/test";
import type { BrowserEngine } from "../../config/options.ts";
import type { BrowserSettings } from "../../config/settings.ts";
import { condense } from "./playwright-errors.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

/** The browser to start, as the search for one answers. */
export interface Executable {
  readonly executablePath?: string;
  /** Playwright's name for an installed one: "chrome", "msedge". */
  readonly channel?: string;
  readonly args: readonly string[];
}

/** What Playwright knows of devices, by their names. */
export type Devices = typeof devices;

export type Engines = Readonly<Record<BrowserEngine, BrowserType>> & {
  readonly devices: Devices;
};

export interface LaunchOptions {
  readonly settings: BrowserSettings;
  readonly resolveExecutable: () => Promise<Executable>;
  readonly temporaryFolder: string;
  readonly loadPlaywright: () => Promise<Engines>;
}

/** Playwright's engines; without the package, an error with the command to install it. */
export async function loadPlaywright(
  load: () => Promise<Engines> = () => import("@playwright/test"),
): Promise<Engines> {
  try {
    return await load();
  } catch (cause) {
    const isMissing =
      cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
    if (!isMissing) throw cause;
    throw new Error(
      "Browser steps need Playwright, which is not installed in this project.\n" +
        "Install it:  npm install --save-dev @playwright/test",
      { cause },
    );
  }
}

export async function startBrowser(options: LaunchOptions): Promise<Browser> {
  const engines = await options.loadPlaywright();
  const { engine, wsEndpoint } = options.settings;
  return wsEndpoint === undefined
    ? await launch(engines[engine], options)
    : await connect(engines, engine, wsEndpoint);
}

async function launch(engine: BrowserType, options: LaunchOptions): Promise<Browser> {
  const { settings, temporaryFolder } = options;
  const { executablePath, channel, args } = await options.resolveExecutable();
  const start = () =>
    engine.launch({
      headless: settings.headless,
      ...(executablePath !== undefined && { executablePath }),
      ...(channel !== undefined && { channel }),
      args: [...args, ...settings.args],
      // Signals are the run's own business: it ends browsers after it has written what it knows.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  try {
    return await withTemporaryFolder(temporaryFolder, start);
  } catch (cause) {
    const what = executablePath ?? channel ?? engine.name();
    throw new Error(
      `The browser could not be started (${what}): ${firstLines(condense(cause))}\n` +
        "`npx storyproof browser` says which browser is used and why; with `--install` it gets one.",
      { cause },
    );
  }
}

async function connect(
  engines: Engines,
  engine: BrowserEngine,
  wsEndpoint: string,
): Promise<Browser> {
  const cdp = /^cdp\+(ws.*)$/.exec(wsEndpoint)?.[1] ?? (/^https?:/.test(wsEndpoint) && wsEndpoint);
  const timeout = 15_000;
  try {
    return cdp
      ? await engines.chromium.connectOverCDP(cdp, { timeout })
      : await engines[engine].connect(wsEndpoint, { timeout });
  } catch (cause) {
    throw new Error(
      `The remote browser at ${wsEndpoint} could not be reached: ${firstLines(condense(cause))}\n` +
        "Is it running? Its address comes from browser.wsEndpoint in cucumber.js: `ws://…` for Playwright's own server, `cdp+ws://…` for any Chromium.",
      { cause },
    );
  }
}

function firstLines(text: string): string {
  return text.split("\n").slice(0, 3).join("\n");
}
