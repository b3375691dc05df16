// A slow network, which only Chromium can play.
import type { CDPSession, Page } from "@playwright/test";
import { PageError } from "./page-error.ts";
import type { Stage } from "./stage.ts";

/** As browsers' own tools play "Slow 3G": bytes per second each way, and milliseconds added to each request. */
const slow = { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 };
const full = { downloadThroughput: -1, uploadThroughput: -1, latency: 0 };

/** Slows a page's requests down, or lets them be again. */
export function createSlowNetwork({ context, settings }: Stage) {
  // The conditions last as long as the conversation with the page that set them.
  const conversations = new Map<Page, Promise<CDPSession>>();
  return async (page: Page, isSlow: boolean): Promise<void> => {
    if (!isSlow && !conversations.has(page)) return;
    if (settings.engine !== "chromium") {
      throw new PageError(
        `A slow network needs chromium to play it, but this is ${settings.engine}.`,
      );
    }
    const conversation = conversations.get(page) ?? context.newCDPSession(page);
    conversations.set(page, conversation);
    const session = await conversation;
    const conditions = { offline: false, ...(isSlow ? slow : full) };
    await session.send("Network.emulateNetworkConditions", conditions);
  };
}
