// The stage of one session: everything that listens to a new context is put in place here.
import type { Browser, BrowserContext } from "@playwright/test";
import { watchDialogs } from "./dialogs.ts";
import { watchDownloads } from "./downloads.ts";
import { browserEnded } from "./ended-browser.ts";
import { allowHosts, blockOtherHosts } from "./hosts.ts";
import { watchPages } from "./page-log.ts";
import { watchNavigations } from "./pending-navigations.ts";
import type { SessionOptions } from "./session-options.ts";
import type { Stage } from "./stage.ts";
import { watchTabs } from "./tabs.ts";

/** What is noticed from the first page of the context on; the page is opened by whoever asks for this. */
export async function setStage(
  browser: Browser,
  context: BrowserContext,
  options: SessionOptions,
  closing: { readonly done: boolean },
): Promise<Stage> {
  const { actor, settings, timeouts, secrets, environment, now, addressSetting } = options;
  const hosts = allowHosts(settings.allowedHosts, [environment.baseUrl, environment.apiUrl]);
  await blockOtherHosts(context, hosts);
  const log = watchPages(context, hosts);
  const navigations = watchNavigations(context, now);
  const tabs = watchTabs(context, now);
  const use = { atMs: 0 };
  return {
    actor,
    context,
    settings,
    timeouts,
    secrets,
    baseUrl: environment.baseUrl,
    addressSetting,
    log,
    navigations,
    dialogs: watchDialogs(context),
    tabs,
    downloads: watchDownloads(context, timeouts.navigationMs),
    frame: undefined,
    now,
    usedAtMs: () => use.atMs,
    page() {
      use.atMs = now();
      const { front } = tabs;
      if (front === undefined) throw new Error("The context has no page yet.");
      return front;
    },
    ended() {
      if (closing.done) return `The browser session of ${actor} is closed.`;
      if (!browser.isConnected()) return browserEnded;
      return log.crashed ? `The page of ${actor} crashed.` : undefined;
    },
  };
}
