// The browser of one worker: one process, started when the first session is opened, started again when it died.
// Sessions do not share anything but the process.
import { tmpdir } from "node:os";
import type { Browser } from "@playwright/test";
import type { EnvironmentOptions } from "../config/options.ts";
import type { BrowserSettings, Timeouts } from "../config/settings.ts";
import type { BrowserWishes } from "../journey/browser/emulation-port.ts";
import type { BrowserSession } from "../journey/browser-port.ts";
import type { BrowserInUse } from "../journey/drivers.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { whileItRuns } from "./browser/ended-browser.ts";
import { type Engines, type Executable, loadPlaywright, startBrowser } from "./browser/launch.ts";
import { orAfter } from "./browser/promises.ts";
import { openSession } from "./browser/session.ts";
import { readVitalsLibrary } from "./browser/vitals.ts";

export interface BrowserDriverOptions {
  readonly settings: BrowserSettings;
  readonly timeouts: Timeouts;
  readonly environment: EnvironmentOptions;
  /** For messages. Default: "the environment". */
  readonly environmentName?: string;
  /** Asked once, when the browser is started; not asked for a remote one. */
  readonly resolveExecutable: () => Promise<Executable>;
  /** Where browser profiles and unfinished recordings go. Default: the machine's. */
  readonly temporaryFolder?: string;
  /** Default: imports `@playwright/test`. */
  readonly loadPlaywright?: () => Promise<Engines>;
  /** A clock that never goes back, in milliseconds. */
  readonly now?: () => number;
}

export interface BrowserDriver {
  /** A fresh context with one empty page. Throws when there is no browser, with what to do. */
  open(actor: string, secrets: SecretKeeper, wishes?: BrowserWishes): Promise<BrowserSession>;
  /** The browser that runs; undefined when none does. */
  inUse(): Promise<BrowserInUse | undefined>;
  /** Ends the browser and every session in it; returns within seconds in any case. */
  close(): Promise<void>;
}

const closeMs = 10_000;

export function createBrowserDriver(options: BrowserDriverOptions): BrowserDriver {
  const { temporaryFolder = tmpdir(), environmentName = "<name>", now = performanceNow } = options;
  const load = () => loadPlaywright(options.loadPlaywright);
  let starting: Promise<Browser> | undefined;
  let library: Promise<string> | undefined;

  /** The running browser. Two actors at once start one; a dead one is replaced. */
  function runningBrowser(): Promise<Browser> {
    starting = keepOrStart(starting);
    return starting;
  }

  async function keepOrStart(previous: Promise<Browser> | undefined): Promise<Browser> {
    const known = await previous?.catch(() => undefined);
    if (known?.isConnected()) return known;
    return await startBrowser({ ...options, temporaryFolder, loadPlaywright: load });
  }

  return {
    async open(actor, secrets, wishes = {}) {
      const browser = await runningBrowser();
      const { devices } = await load();
      const session = {
        ...options,
        actor,
        secrets,
        wishes,
        devices,
        temporaryFolder,
        readVitalsLibrary() {
          library ??= readVitalsLibrary();
          return library;
        },
        addressSetting: `environments.${environmentName}.baseUrl`,
        now,
      };
      return await whileItRuns(browser, () => openSession(browser, session));
    },
    async inUse() {
      const browser = await starting?.catch(() => undefined);
      return browser && { name: browser.browserType().name(), version: browser.version() };
    },
    async close() {
      const browser = await starting?.catch(() => undefined);
      starting = undefined;
      // Playwright kills a browser that does not end when this process does.
      await orAfter(browser?.close().catch(() => {}) ?? Promise.resolve(), closeMs, undefined);
    },
  };
}

function performanceNow(): number {
  return performance.now();
}
