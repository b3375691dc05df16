// The clock that pages had before a story took theirs in hand. The functions are sent to pages as text: they use nothing
// from outside themselves.
import type { BrowserContext } from "@playwright/test";
import { orAfter } from "./promises.ts";

/** Where a page whose clock is the story's keeps its real one. */
export const realClock = "__storyproofRealClock";

/** As much of a clock as is used inside pages. */
export interface PageClock {
  readonly setTimeout: (code: () => void, delayMs: number) => number;
  readonly clearTimeout: (timer: number) => void;
  readonly now: () => number;
}

/** A page that is busy gets none, and nobody waits for it. */
const mostMs = 3_000;

/** To be awaited before the clock of the context is replaced: open pages and those to come keep their real one. */
export async function keepRealClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(keepClockInPage, realClock);
  const frames = context.pages().flatMap((page) => page.frames());
  const kept = frames.map((frame) => frame.evaluate(keepClockInPage, realClock).catch(() => {}));
  await orAfter<unknown>(Promise.all(kept), mostMs, undefined);
}

/** Runs in the page. */
function keepClockInPage(name: string): void {
  const page = globalThis;
  if (name in page) return;
  const clock = {
    setTimeout: page.setTimeout.bind(page),
    clearTimeout: page.clearTimeout.bind(page),
    now: page.performance.now.bind(page.performance),
  };
  Object.defineProperty(page, name, { value: clock });
}
