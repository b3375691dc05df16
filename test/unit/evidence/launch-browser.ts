import { type Browser, chromium } from "@playwright/test";
import { defaultBrowser } from "../../../src/config/settings.ts";
import { findBrowserOrExplain } from "../../../src/drivers/browser-installation.ts";

/** A browser of this machine, found as a run finds it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowserOrExplain(defaultBrowser);
  return await chromium.launch({ executablePath, args: [...args] });
}
