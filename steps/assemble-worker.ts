// The one place where ports meet the drivers that implement them.
import { tmpdir } from "node:os";
import type { Settings } from "../src/config/settings.ts";
import { createApiDriver } from "../src/drivers/api.ts";
import { createSecretKeeper } from "../src/evidence/redaction.ts";
import type { BrowserSession } from "../src/journey/browser-port.ts";
import type { Drivers } from "../src/journey/drivers.ts";
import { Resources } from "../src/journey/resources.ts";
import type { WorkerParts } from "../src/journey/worker.ts";
import { parseTarget } from "./browser/target-words.ts";

/** Makes a worker's parts. The browser driver is loaded when somebody opens a browser, not before. */
export function assembleWorker(settings: Settings): WorkerParts {
  return {
    drivers: createDrivers(settings),
    secrets: createSecrets(settings),
    resources: new Resources(),
    readTarget: (words, resolve) => parseTarget(words, resolve),
    toldEnvironments: new Set(),
  };
}

function createSecrets({ secrets }: Settings): WorkerParts["secrets"] {
  const values = secrets.environment.flatMap((name) => process.env[name] ?? []);
  return createSecretKeeper({ names: secrets.names, patterns: secrets.patterns, values });
}

function createDrivers(settings: Settings): Drivers {
  const { environmentName, environment, timeouts } = settings;
  const api = createApiDriver({ environmentName, environment, requestMs: timeouts.requestMs });
  let browser: ReturnType<typeof createBrowser> | undefined;
  return {
    openApi: (actor, secrets, address) => api.open(actor, secrets, address),
    openBrowser: async (actor, secrets, wishes): Promise<BrowserSession> => {
      browser ??= createBrowser(settings);
      return await (await browser).open(actor, secrets, wishes);
    },
    browserInUse: async () => await (await browser)?.inUse(),
    close: async () => {
      await Promise.all([api.close(), browser?.then((driver) => driver.close())]);
    },
  };
}

async function createBrowser({
  browser,
  timeouts,
  environment,
  environmentName,
}: Settings): Promise<import("../src/drivers/browser.ts").BrowserDriver> {
  const [{ createBrowserDriver }, { findBrowserOrExplain }] = await Promise.all([
    import("../src/drivers/browser.ts"),
    import("../src/drivers/browser-installation.ts"),
  ]);
  return createBrowserDriver({
    settings: browser,
    timeouts,
    environment,
    environmentName,
    resolveExecutable: () => findBrowserOrExplain(browser),
    temporaryFolder: process.env["STORYPROOF_TEMPORARY_FOLDER"] ?? tmpdir(),
  });
}
