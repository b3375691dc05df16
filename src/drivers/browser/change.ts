// Waiting until there is a reason to look at a page again: the page says when it changes, so an outcome is seen within
// milliseconds of its coming, and nobody asks a page that stands still.
import type { Frame, Page } from "@playwright/test";
import { changeInPage } from "./change-in-page.ts";
import { realClock } from "./real-clock.ts";

/** Half as long as a picture stands on a screen. */
const eachMs = 8;
const mostElements = 20_000;
const mostFields = 300;
/** Of frames of other origins, in which the page itself cannot look. */
const mostFrames = 5;

/**
 * Settles when the page changes or goes to another address, or when `told` does; in any case after `atMostMs`.
 * Never rejects.
 */
export function watchForChange(
  page: Page,
  atMostMs: number,
  told?: Promise<unknown>,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      page.off("framenavigated", done);
      resolve();
    };
    const timer = setTimeout(done, atMostMs);
    page.on("framenavigated", done);
    const limits = { atMostMs, eachMs, mostElements, mostFields, realClock };
    // A page that is left breaks off the answer: that is a change as well.
    for (const frame of framesOf(page)) frame.evaluate(changeInPage, limits).then(done, done);
    told?.then(done, done);
  });
}

function framesOf(page: Page): readonly Frame[] {
  const main = page.mainFrame();
  const others = page.frames().filter((frame) => frame !== main && isForeign(frame, main));
  return [main, ...others.slice(0, mostFrames)];
}

function isForeign(frame: Frame, main: Frame): boolean {
  const url = frame.url();
  return /^https?:/.test(url) && new URL(url).origin !== originOf(main.url());
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
