// The tabs of one session: which is in front, and which a page opened that nobody asked for.
import type { BrowserContext, Page, Request } from "@playwright/test";
import { deferred } from "./promises.ts";

export interface Tab {
  readonly page: Page;
  /** True for what a page opened, false for what a step did. */
  readonly openedByPage: boolean;
  /** True when a click or key of the actor led to it. */
  readonly asked: boolean;
}

export interface Tabs {
  /** All that are open, oldest first. */
  readonly open: readonly Tab[];
  /** The page in front; the last one that was, when all are closed. */
  readonly front: Page | undefined;
  /** The one that was in front before, if it is still open. */
  readonly previous: Page | undefined;
  /** The newest that a page opened and that nobody has switched to, open or not. */
  readonly fresh: Tab | undefined;
  /** The newest that a page opened, open or not. */
  readonly newest: Tab | undefined;
  /** Those that a page opened and no expectation has counted. */
  readonly uncounted: readonly Tab[];
  /**
   * Something is being done with this page until the function is called: what it opens meanwhile and soon after is
   * asked for.
   */
  acts(page: Page): () => void;
  bringToFront(page: Page): void;
  /** An empty tab of the actor's own, in front. */
  add(): Promise<Page>;
  /** Counts all that are there. */
  count(): void;
  /** Settles when one is opened or closed. */
  changed(): Promise<void>;
  /** Those that nobody asked for, in words. */
  readonly unexpected: readonly string[];
  /** The same, but for those that this has answered before. */
  takeUnexpected(): readonly string[];
}

/** As long as browsers let a page open a window after a click. */
const activationMs = 5_000;

interface Entry {
  readonly page: Page;
  openedByPage: boolean;
  asked: boolean;
  visited: boolean;
  counted: boolean;
  told: boolean;
}

/** Watches the pages of the context from now on. */
export function watchTabs(context: BrowserContext, now: () => number): Tabs {
  const tabs: Entry[] = [];
  /** The newest last; closed ones are passed over. */
  const fronts: Page[] = [];
  let action: { readonly page: Page; endedAtMs?: number } | undefined;
  let change = deferred();

  const tellChange = () => {
    change.resolve();
    change = deferred();
  };
  const bringToFront = (page: Page) => {
    const at = fronts.indexOf(page);
    if (at >= 0) fronts.splice(at, 1);
    fronts.push(page);
    const tab = tabs.find((one) => one.page === page);
    if (tab !== undefined) tab.visited = true;
  };
  const isAsked = (opener: Page) => {
    if (action?.page !== opener) return false;
    // A busy machine may take long over the action, and tells of the window only then.
    return action.endedAtMs === undefined || now() - action.endedAtMs < activationMs;
  };

  context.on("page", (page) => {
    const tab = {
      page,
      openedByPage: true,
      asked: false,
      visited: false,
      counted: false,
      told: false,
    };
    tabs.push(tab);
    // Behind all others, so that it is there when they are closed.
    fronts.unshift(page);
    page.on("popup", (popup) => {
      const opened = tabs.find((one) => one.page === popup);
      if (opened === undefined || !isAsked(page)) return;
      opened.asked = true;
      fronts.splice(fronts.indexOf(popup), 1);
      fronts.push(popup);
    });
    page.on("close", tellChange);
    tellChange();
  });
  context.on("response", (response) => {
    // A new document has had no click yet.
    const request = response.request();
    if (action === undefined || !request.isNavigationRequest()) return;
    if (isMainFrame(action.page, request)) action = undefined;
  });

  const openFronts = () => fronts.filter((page) => !page.isClosed());
  const unasked = () => tabs.filter((tab) => tab.openedByPage && !tab.asked && !tab.counted);
  return {
    get open() {
      return tabs.filter(({ page }) => !page.isClosed());
    },
    get front() {
      return openFronts().at(-1) ?? fronts.at(-1);
    },
    get previous() {
      return openFronts().at(-2);
    },
    get fresh() {
      return tabs.findLast((tab) => tab.openedByPage && !tab.visited);
    },
    get newest() {
      return tabs.findLast((tab) => tab.openedByPage);
    },
    get uncounted() {
      return tabs.filter((tab) => tab.openedByPage && !tab.counted);
    },
    acts(page) {
      const begun: typeof action = { page };
      action = begun;
      return () => {
        begun.endedAtMs = now();
      };
    },
    bringToFront,
    async add() {
      const page = await context.newPage();
      const tab = tabs.find((one) => one.page === page);
      if (tab !== undefined) tab.openedByPage = false;
      bringToFront(page);
      return page;
    },
    count() {
      for (const tab of tabs) tab.counted = true;
    },
    changed: () => change.promise,
    get unexpected() {
      return unasked().map(describe);
    },
    takeUnexpected() {
      const fresh = unasked().filter((tab) => !tab.told && !tab.visited);
      for (const tab of fresh) tab.told = true;
      return fresh.map(describe);
    },
  };
}

function isMainFrame(page: Page, request: Request): boolean {
  try {
    const frame = request.frame();
    return frame.parentFrame() === null && frame.page() === page;
  } catch {
    // Playwright has no frame yet for the first request of a popup.
    return false;
  }
}

function describe({ page }: Entry): string {
  return `a window that nobody asked for opened behind the page: ${page.url()}`;
}
