// Opening addresses, going back and forth, loading again.
import type { Page, Response } from "@playwright/test";
import type { BrowserSession } from "../../journey/browser-port.ts";
import { StoryError } from "../../journey/story-error.ts";
import { condense, sortError } from "./playwright-errors.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { endedError } from "./wait.ts";

export type Navigation = Pick<
  BrowserSession,
  "open" | "reload" | "goBack" | "goForward" | "address"
>;

export function createNavigation(stage: Stage): Navigation {
  const options = () => ({
    waitUntil: stage.settings.waitUntil,
    timeout: stage.timeouts.navigationMs,
  });
  return {
    async open(path) {
      const url = addressOf(stage, path);
      await navigate(stage, url, (page) => page.goto(url, options()));
    },
    async reload() {
      await navigate(stage, stage.page().url(), (page) => page.reload(options()));
    },
    async goBack() {
      await goTo(stage, "back", (page) => page.goBack(options()));
    },
    async goForward() {
      await goTo(stage, "forward", (page) => page.goForward(options()));
    },
    address: () => stage.page().url(),
  };
}

/** The address with the path put behind the environment's; absolute addresses stay as they are. */
function addressOf(stage: Stage, path: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(path)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (opened.has(scheme) || /^about:blank(?:[?#]|$)/i.test(path)) return path;
    throw new StoryError(stage.secrets.redact(refusalOf(path, scheme)));
  }
  if (stage.baseUrl === undefined) {
    throw pageError(
      stage,
      `"${path}" is only a path, and there is no address to put before it.\n` +
        `Set ${stage.addressSetting} in cucumber.js, or write the whole address.`,
    );
  }
  return `${stage.baseUrl.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
}

/** A story, or the mail that it reads, must not show files of the machine that it runs on. */
const opened: ReadonlySet<string> = new Set(["http", "https", "data", "blob"]);

function refusalOf(path: string, scheme: string): string {
  return `"${path}" cannot be opened: pages are opened by http or https (and data:, blob:, about:blank), not by "${scheme}:". Write an address such as "https://${path.replace(/^[^:]*:\/*/, "") || "example.com"}", or a path of the product.`;
}

async function goTo(
  stage: Stage,
  direction: "back" | "forward",
  go: (page: Page) => Promise<Response | null>,
): Promise<void> {
  const before = stage.page().url();
  const response = await navigate(stage, `one page ${direction}`, go);
  // Playwright answers null both for a page within the document and for no page at all.
  if (response === null && stage.page().url() === before && stage.dialogs.open === undefined) {
    throw pageError(stage, `There is no page to go ${direction} to from ${before}.`);
  }
}

async function navigate(
  stage: Stage,
  destination: string,
  go: (page: Page) => Promise<Response | null>,
): Promise<Response | null> {
  stage.frame = undefined;
  // A page may open a dialog as soon as it loads, which then is the next step's.
  const response = await stage.dialogs.whileActing(() => goAndWait(stage, destination, go));
  return response ?? null;
}

async function goAndWait(
  stage: Stage,
  destination: string,
  go: (page: Page) => Promise<Response | null>,
): Promise<Response | null> {
  const page = stage.page();
  const { heard, stop } = listenForAnswer(page);
  const downloads = stage.downloads.list.length;
  try {
    return await go(page);
  } catch (error) {
    // The address of a file: the page stays, and the file comes.
    if (await hasBegun(stage, downloads, error)) return null;
    // The page itself went on to another address while it was opening, as sign-in pages do.
    if (/interrupted by another navigation/.test(String(error))) {
      await settle(stage, page);
      return null;
    }
    throw navigationError(stage, destination, error, heard());
  } finally {
    stop();
  }
}

/** Playwright tells of the end of a navigation before it tells of the file that it became. */
const fileMs = 500;

async function hasBegun({ downloads }: Stage, before: number, error: unknown): Promise<boolean> {
  if (!/ERR_ABORTED|Download is starting/.test(String(error))) return false;
  if (downloads.list.length === before) await orAfter(downloads.next(), fileMs, undefined);
  return downloads.list.length > before;
}

/** Notes whether the main document was answered, to tell a silent product from a slow page. */
function listenForAnswer(page: Page): {
  readonly heard: () => number | undefined;
  readonly stop: () => void;
} {
  let status: number | undefined;
  const listener = (response: Response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      status = response.status();
    }
  };
  page.on("response", listener);
  return { heard: () => status, stop: () => page.off("response", listener) };
}

async function settle(stage: Stage, page: Page): Promise<void> {
  const { waitUntil } = stage.settings;
  const state = waitUntil === "commit" ? "domcontentloaded" : waitUntil;
  await page.waitForLoadState(state, { timeout: stage.timeouts.navigationMs }).catch((error) => {
    throw navigationError(stage, page.url(), error, undefined);
  });
}

function navigationError(
  stage: Stage,
  destination: string,
  error: unknown,
  status: number | undefined,
): Error {
  const trouble = sortError(error);
  if (trouble.kind === "closed") return endedError(stage);
  if (trouble.kind === "timeout") return pageError(stage, slowText(stage, destination, status));
  const message = condense(error);
  const code = /net::ERR_\w+|NS_ERROR_\w+/.exec(message)?.[0];
  const reason = reasons.find(([pattern]) => pattern.test(message))?.[1];
  const because = reason === undefined ? message : `${reason}${code ? ` (${code})` : ""}`;
  const hint = /connection refused|not known/.test(because)
    ? `\nIs the product running? Its address comes from ${stage.addressSetting} in cucumber.js.`
    : "";
  return pageError(stage, `${destination} could not be opened: ${because}.${hint}`);
}

function slowText(stage: Stage, destination: string, status: number | undefined): string {
  const limit = describeSeconds(stage.timeouts.navigationMs);
  const found =
    status === undefined
      ? "no answer came"
      : `it answered ${status}, but did not reach "${stage.settings.waitUntil}" (browser.waitUntil)`;
  return (
    `${destination} did not open within ${limit}: ${found}.\n` +
    "If the product may take that long, raise `timeouts.navigationMs` in cucumber.js."
  );
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED|could not connect/i,
    "nothing listens there (connection refused)",
  ],
  [/ERR_NAME_NOT_RESOLVED|NS_ERROR_UNKNOWN_HOST/, "the host name is not known"],
  [/ERR_CONNECTION_RESET|NS_ERROR_NET_RESET/, "the connection was closed before an answer came"],
  [/ERR_EMPTY_RESPONSE/, "the connection was closed without an answer"],
  [/ERR_CERT_\w+|SEC_ERROR_\w+/, "its certificate cannot be verified (see `tls.allowInvalid`)"],
  [/ERR_BLOCKED_BY_CLIENT/, "its host is not in browser.allowedHosts"],
  [/ERR_TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP/, "it redirects without end"],
  [/ERR_ABORTED|Download is starting/, "it is a download or an empty answer, not a page"],
  [/invalid url/i, "that is not an address"],
];
