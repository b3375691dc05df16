// Whether the page in front is on its way to another address: after a click that leaves the page,
// the next step belongs to the page that comes.
import type { BrowserContext, Page, Request } from "@playwright/test";
import { deferred } from "./promises.ts";

export interface PendingNavigation {
  readonly url: string;
  readonly startedAtMs: number;
  /** Settles when the new page is there, or when it is clear that none will come. */
  readonly ended: Promise<void>;
}

export interface PendingNavigations {
  of(page: Page): PendingNavigation | undefined;
}

/** Watches the main frames of all pages of the context. */
export function watchNavigations(context: BrowserContext, now: () => number): PendingNavigations {
  const pending = new Map<Page, PendingNavigation & { readonly end: () => void }>();
  const end = (page: Page) => {
    pending.get(page)?.end();
    pending.delete(page);
  };
  context.on("request", (request) => {
    const page = navigatedPage(request);
    if (page === undefined || request.redirectedFrom() !== null) return;
    end(page);
    const { promise, resolve } = deferred();
    pending.set(page, { url: request.url(), startedAtMs: now(), ended: promise, end: resolve });
  });
  context.on("requestfailed", (request) => {
    const page = navigatedPage(request);
    if (page !== undefined && pending.get(page)?.url === request.url()) end(page);
  });
  context.on("response", (response) => {
    const page = navigatedPage(response.request());
    // "No content" leaves the old page where it is.
    if (page !== undefined && response.status() === 204) end(page);
  });
  context.on("page", (page) => {
    page.on("framenavigated", (frame) => {
      if (frame.parentFrame() === null) end(page);
    });
    page.on("download", () => end(page));
    page.on("close", () => end(page));
    page.on("crash", () => end(page));
  });
  return { of: (page) => pending.get(page) };
}

/** The page whose own address the request would change. */
function navigatedPage(request: Request): Page | undefined {
  if (!request.isNavigationRequest()) return undefined;
  try {
    const frame = request.frame();
    return frame.parentFrame() === null ? frame.page() : undefined;
  } catch {
    // Playwright has no frame yet for the first request of a popup.
    return undefined;
  }
}
