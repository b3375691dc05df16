// One actor's browser: a context of its own, with the page in front, put together from its parts.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { EnvironmentOptions } from "../../config/options.ts";
import type { BrowserSettings, Timeouts } from "../../config/settings.ts";
import type { BrowserSession } from "../../journey/browser-port.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";
import { createActions } from "./actions.ts";
import { createChoices } from "./choices.ts";
import { learnCookies, readCookies, toPageCookie } from "./cookies.ts";
import { createExpectations } from "./expectations.ts";
import { captureFailure } from "./failure.ts";
import { allowHosts, blockOtherHosts } from "./hosts.ts";
import { createNavigation } from "./navigation.ts";
import { watchPages } from "./page-log.ts";
import { watchNavigations } from "./pending-navigations.ts";
import { explainRecordingError, type Recording, startRecording } from "./recording.ts";
import type { Stage } from "./stage.ts";
import { orAfter } from "./wait.ts";

export interface SessionOptions {
  readonly actor: string;
  readonly secrets: SecretKeeper;
  readonly settings: BrowserSettings;
  readonly timeouts: Timeouts;
  readonly environment: EnvironmentOptions;
  /** For messages: the setting that names the address. */
  readonly addressSetting: string;
  /** Folder for what is recorded until it is kept or thrown away. */
  readonly temporaryFolder: string;
  readonly now: () => number;
}

/** Saving a trace of a long scenario takes seconds; a browser that is gone never answers. */
const closeMs = 10_000;

/** A session in a fresh context of the browser. */
export async function openSession(
  browser: Browser,
  options: SessionOptions,
): Promise<BrowserSession> {
  const context = await browser.newContext(contextOptions(options));
  const closing = { done: false };
  try {
    const stage = await setStage(browser, context, options, closing);
    const recording = await startRecording(
      context,
      options.settings,
      options.actor,
      options.temporaryFolder,
    );
    await context.newPage();
    return {
      get usedAtMs() {
        return stage.usedAtMs();
      },
      ...createNavigation(stage),
      ...createActions(stage),
      ...createChoices(stage),
      ...createExpectations(stage),
      cookies: () => readCookies(context, options.secrets),
      async setCookies(cookies) {
        learnCookies(cookies, options.secrets);
        await context.addCookies(cookies.map(toPageCookie));
      },
      failure: () => captureFailure(stage),
      async close({ keepTraceAs, keepVideoAs } = {}) {
        if (closing.done) return;
        closing.done = true;
        await closeSession(stage, recording, keepTraceAs, keepVideoAs);
      },
    };
  } catch (error) {
    await orAfter(
      context.close().catch(() => {}),
      closeMs,
      undefined,
    );
    throw explainRecordingError(error);
  }
}

function contextOptions(options: SessionOptions): BrowserContextOptions {
  const { settings, environment, temporaryFolder } = options;
  const { viewport, locale, timezone, video, allowedHosts } = settings;
  return {
    viewport,
    locale,
    ...(timezone !== undefined && { timezoneId: timezone }),
    ...(environment.baseUrl !== undefined && { baseURL: environment.baseUrl }),
    ignoreHTTPSErrors: environment.tls?.allowInvalid ?? false,
    // What a service worker fetches passes by the rule for hosts.
    serviceWorkers: allowedHosts.includes("*") ? "allow" : "block",
    ...(video !== "off" && { recordVideo: { dir: temporaryFolder, size: viewport } }),
  };
}

async function setStage(
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
  let last: Page | undefined;
  const use = { atMs: 0 };
  context.on("page", (page) => {
    last = page;
  });
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
    now,
    usedAtMs: () => use.atMs,
    page() {
      use.atMs = now();
      const front = context.pages().at(-1) ?? last;
      if (front === undefined) throw new Error("The context has no page yet.");
      return front;
    },
    ended() {
      if (closing.done) return `The browser session of ${actor} is closed.`;
      if (!browser.isConnected()) {
        return "The browser ended in the middle of the scenario: it crashed or was killed. The next scenario starts a new one.";
      }
      return log.crashed ? `The page of ${actor} crashed.` : undefined;
    },
  };
}

async function closeSession(
  { context, secrets }: Stage,
  recording: Recording,
  keepTraceAs: string | undefined,
  keepVideoAs: string | undefined,
): Promise<void> {
  const bounded = (step: Promise<unknown>) =>
    orAfter(
      step.catch(() => {}),
      closeMs,
      undefined,
    );
  // A trace that is kept shows cookies: whoever redacts it must know them.
  if (keepTraceAs !== undefined) await bounded(readCookies(context, secrets));
  await bounded(recording.endTrace(keepTraceAs));
  await bounded(context.close());
  await bounded(recording.endVideo(keepVideoAs));
}
