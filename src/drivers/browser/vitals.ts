// The web vitals of one session: the web-vitals library in each of its pages, and what it tells of them.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { type Vital, type VitalsPort, worstVitals } from "../../journey/browser/vitals.ts";
import { type Painting, watchPainting } from "./painting.ts";
import { orAfter } from "./promises.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { measureVitals, type SeenVital, type VitalsRequest } from "./vitals-in-page.ts";

/**
 * How long a page may take at most to say its last values, where another may not take even longer to come: who keeps it
 * busy for seconds is whom INP is to find.
 */
const mostMs = 10_000;
/** Who takes that long for an answer was busy: it costs no more than four pictures on the screen. */
const busyMs = 400;
const names = {
  tell: "__storyproofTellVital",
  touched: "__storyproofTouched",
  settle: "__storyproofSettleVitals",
} as const;
const question = `window.${names.settle}?.() ?? []`;

/** The text of the library, for pages. */
export async function readVitalsLibrary(): Promise<string> {
  const require = createRequire(import.meta.url);
  return await readFile(require.resolve("web-vitals"), "utf8");
}

/** Measures in every page of the context from now on; nothing at all when none is wanted. */
export async function watchVitals(
  stage: Stage,
  wanted: readonly Vital[],
  readLibrary: () => Promise<string>,
): Promise<VitalsPort> {
  if (wanted.length === 0) return { shown: async () => {}, vitals: async () => ({}) };
  const { context } = stage;
  const painting = wanted.includes("lcp") ? watchPainting(context, stage.now) : unseen;
  const seen = new Map<string, SeenVital>();
  const note = (one: SeenVital) => void seen.set(one.id, one);
  await context.exposeBinding(names.tell, ({ page }, one: SeenVital) => {
    note(one);
    if (one.vital === "lcp") painting.painted(page);
  });
  await context.exposeBinding(names.touched, ({ page }) => painting.touched(page));
  const script = scriptFor(await readLibrary(), { wanted, ...names });
  await context.addInitScript({ content: script });
  return {
    shown: painting.shown,
    async vitals() {
      await painting.shown();
      // A page with an open dialog stands still, and has told what there was before.
      const asked = stage.dialogs.open === undefined ? context.pages() : [];
      const last = await Promise.all(asked.map((page) => askPage(stage, page)));
      for (const one of last.flat()) note(one);
      return worstVitals([...seen.values()].map(({ vital, value }) => ({ [vital]: value })));
    },
  };
}

/** Input ends LCP and nothing else: without it there is nothing to wait for. */
const unseen: Painting = { painted() {}, touched() {}, async shown() {} };

/**
 * The library is made for module loaders, and tells of an interaction when the page is idle: a page that is being left
 * is not, so it is told that there is no such thing. Frames are left alone, as they are in what the vitals mean.
 */
function scriptFor(library: string, request: VitalsRequest): string {
  return `(() => {
  if (window.top !== window) return;
  const module = { exports: {} };
  const get = (of, name) => name === "requestIdleCallback" ? undefined : of[name];
  const page = new Proxy(window, { get });
  ((exports, globalThis) => {${library}
  })(module.exports, page);
  (${measureVitals})(module.exports, ${JSON.stringify(request)});
})()`;
}

/** Throws when the page keeps them to itself: the worst interaction of all would be the one that is left out. */
async function askPage(stage: Stage, page: Page): Promise<readonly SeenVital[]> {
  const ask = async (): Promise<readonly SeenVital[]> => {
    const startMs = stage.now();
    const told = await page.evaluate<readonly SeenVital[]>(question);
    if (stage.now() - startMs < busyMs) return told;
    // A page that has just come to itself has yet to show what it did, and to hear of that.
    await new Promise((resolve) => setTimeout(resolve, busyMs));
    return await page.evaluate<readonly SeenVital[]>(question);
  };
  // A page that is left breaks off the answer, and the next one is asked. One that was closed has told what it had.
  const answer = ask()
    .catch(ask)
    .catch(() => []);
  const answerMs = Math.min(mostMs, stage.timeouts.navigationMs);
  const told = await orAfter<readonly SeenVital[] | undefined>(answer, answerMs, undefined);
  if (told !== undefined) return told;
  throw pageError(
    stage,
    `The web vitals of ${page.url()} cannot be had: the page did not answer within ${describeSeconds(answerMs)} after the last step, because a script of its own keeps it busy.`,
  );
}
