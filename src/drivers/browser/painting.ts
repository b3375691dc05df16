// Whether pages have shown what they have to show. It sees what they load, is told what they paint, and knows no vitals.
import type { BrowserContext, Page, Request } from "@playwright/test";

export interface Painting {
  /** Something larger than all before was painted on it. */
  painted(page: Page): void;
  /** Somebody has clicked or typed on it: what is painted from now on is an answer to that. */
  touched(page: Page): void;
  /**
   * Settles when each page that nobody has touched has loaded all it asked for and has painted nothing larger for a
   * while; in any case after 5 s. Never rejects.
   */
  shown(): Promise<void>;
}

/** As long as nothing must happen on a page to call it still; Playwright's `networkidle` is as long. */
const stillMs = 500;
/** Some pages never stop loading. */
const mostMs = 5_000;
const eachMs = 50;

/** What stays open for as long as the page does, and what nobody sees. */
const endless: ReadonlySet<string> = new Set(["eventsource", "websocket", "media", "ping"]);

interface Shown {
  readonly loading: Set<Request>;
  lastMs: number;
  isTouched: boolean;
}

/** Watches the pages of the context from now on. */
export function watchPainting(context: BrowserContext, now: () => number): Painting {
  const all = new WeakMap<Page, Shown>();
  const begin = (page: Page): Shown => {
    const shown = { loading: new Set<Request>(), lastMs: now(), isTouched: false };
    all.set(page, shown);
    return shown;
  };
  const of = (page: Page) => all.get(page) ?? begin(page);
  context.on("request", (request) => {
    const page = pageOf(request);
    if (page === undefined || endless.has(request.resourceType())) return;
    const isNew = request.isNavigationRequest() && request.frame() === page.mainFrame();
    (isNew ? begin(page) : of(page)).loading.add(request);
  });
  const end = (request: Request) => {
    const page = pageOf(request);
    const shown = page && all.get(page);
    if (shown?.loading.delete(request)) shown.lastMs = now();
  };
  context.on("requestfinished", end);
  context.on("requestfailed", end);

  const restMs = (page: Page): number => {
    const shown = all.get(page);
    if (shown === undefined || shown.isTouched || page.isClosed()) return 0;
    return shown.loading.size > 0 ? eachMs : shown.lastMs + stillMs - now();
  };
  const wait = async (page: Page, endMs: number) => {
    for (;;) {
      const waitMs = Math.min(restMs(page), endMs - now());
      if (waitMs <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  };
  return {
    painted(page) {
      of(page).lastMs = now();
    },
    touched(page) {
      of(page).isTouched = true;
    },
    async shown() {
      const endMs = now() + mostMs;
      await Promise.all(context.pages().map((page) => wait(page, endMs)));
    },
  };
}

/** Undefined for what belongs to no page, or to one that is just being opened. */
function pageOf(request: Request): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}
