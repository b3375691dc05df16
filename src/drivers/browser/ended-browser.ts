// A browser that ends while somebody uses it: it crashed, or it was killed.
import type { Browser } from "@playwright/test";
import { PageError } from "./page-error.ts";
import { sortError } from "./playwright-errors.ts";

export const browserEnded =
  "The browser ended in the middle of the scenario: it crashed or was killed. The next scenario starts a new one.";

/**
 * What the code answers; throws as soon as the browser has ended. Playwright leaves some of what was under way then
 * without an answer for ever.
 */
export async function whileItRuns<T>(browser: Browser, code: () => Promise<T>): Promise<T> {
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(new PageError(browserEnded));
  });
  // It may end when nobody waits any more.
  ended.catch(() => {});
  browser.on("disconnected", stop);
  if (!browser.isConnected()) stop();
  try {
    return await Promise.race([code(), ended]);
  } catch (error) {
    throw sortError(error).kind === "closed" ? new PageError(browserEnded) : error;
  } finally {
    browser.off("disconnected", stop);
  }
}
