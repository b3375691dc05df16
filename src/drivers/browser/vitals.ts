// The web vitals of one session: the web-vitals library in each of its pages, and what it tells of them.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "@playwright/test";
import { type Vital, type VitalsPort, worstVitals } from "../../journey/browser/vitals.ts";
import { orAfter } from "./promises.ts";
import { measureVitals, type SeenVital, type VitalsRequest } from "./vitals-in-page.ts";

/** How long a page may take to say its last values; a page whose script is busy keeps them to itself. */
const settleMs = 2_000;
const tell = "__storyproofTellVital";
const settle = "__storyproofSettleVitals";

/** The text of the library, for pages. */
export async function readVitalsLibrary(): Promise<string> {
  const require = createRequire(import.meta.url);
  return await readFile(require.resolve("web-vitals"), "utf8");
}

/** Measures in every page of the context from now on; nothing at all when none is wanted. */
export async function watchVitals(
  context: BrowserContext,
  wanted: readonly Vital[],
  readLibrary: () => Promise<string>,
): Promise<VitalsPort> {
  if (wanted.length === 0) return { vitals: async () => ({}) };
  const seen = new Map<string, SeenVital>();
  const note = (one: SeenVital) => void seen.set(one.id, one);
  await context.exposeBinding(tell, (_source, one: SeenVital) => note(one));
  const script = scriptFor(await readLibrary(), { wanted, tell, settle });
  await context.addInitScript({ content: script });
  return {
    async vitals() {
      const last = await Promise.all(context.pages().map(askPage));
      for (const one of last.flat()) note(one);
      return worstVitals([...seen.values()].map(({ vital, value }) => ({ [vital]: value })));
    },
  };
}

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

async function askPage(page: Page): Promise<readonly SeenVital[]> {
  const question: Promise<readonly SeenVital[]> = page.evaluate(`window.${settle}?.() ?? []`);
  return await orAfter(
    question.catch(() => []),
    settleMs,
    [],
  );
}
