// What a page looked like when a scenario failed. Never throws: evidence must not hide the failure it is for.
import type { PageFailure } from "../../journey/browser-port.ts";
import { readCookies } from "./cookies.ts";
import { orAfter } from "./promises.ts";
import type { Stage } from "./stage.ts";

const screenshotMs = 5_000;
const questionMs = 1_000;

/** The state of the page in front, secrets taken out of every text. */
export async function captureFailure(stage: Stage): Promise<PageFailure> {
  // A page with an open dialog can be neither asked nor shown.
  await quietly(stage.dialogs.letGo());
  const page = stage.page();
  const { log, secrets } = stage;
  // First, so that redaction knows what signed somebody in.
  await orAfter(quietly(readCookies(stage.context, secrets)), questionMs, undefined);
  const [title = "", screenshot] = await Promise.all([
    orAfter(quietly(page.title()), questionMs, undefined),
    orAfter(quietly(page.screenshot({ timeout: screenshotMs })), screenshotMs + 500, undefined),
  ]);
  const redact = (text: string) => secrets.redact(text);
  return {
    url: redact(page.url()),
    title: redact(title),
    consoleErrors: log.consoleErrors.map(redact),
    failedRequests: log.failedRequests.map(({ method, url, reason }) => ({
      method,
      url: redact(url),
      reason: redact(reason),
    })),
    dialogs: [...stage.dialogs.unexpected, ...stage.tabs.unexpected].map(redact),
    ...(screenshot !== undefined && { screenshot }),
  };
}

async function quietly<T>(promise: Promise<T>): Promise<T | undefined> {
  return await promise.catch(() => undefined);
}
