// What pages have kept in a context, taken out and put into another: how a sign-in is used again.
import type { BrowserContext, Frame } from "@playwright/test";
import type { StatePort } from "../../journey/browser/state-port.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";
import { orAfter } from "./promises.ts";

/** How long a page may take that has a script busy: whoever signs out must not hang there. */
const forgetMs = 2_000;

/** A frame that may keep nothing, or is gone by now, has nothing to forget. */
async function forgetOf(frame: Frame): Promise<void> {
  await orAfter(
    frame.evaluate(clearStorage).catch(() => undefined),
    forgetMs,
    undefined,
  );
}

/** Runs in the page. */
function clearStorage(): void {
  const { localStorage, sessionStorage } = globalThis as unknown as {
    readonly localStorage: { clear(): void };
    readonly sessionStorage: { clear(): void };
  };
  localStorage.clear();
  sessionStorage.clear();
}

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

export function createState(context: BrowserContext, secrets: SecretKeeper): StatePort {
  return {
    async forgetState() {
      const pages = context.pages();
      const frames = pages
        .flatMap((page) => page.frames())
        .filter((frame) => /^https?:/.test(frame.url()));
      // Before a page is open there is nothing to forget, and asking for it takes time.
      if (frames.length > 0 && typeof context.setStorageState === "function") {
        await context.setStorageState({ cookies: [], origins: [] });
      }
      await context.clearCookies();
      await Promise.all(frames.map((frame) => forgetOf(frame)));
    },
    async state() {
      const kept = await context.storageState({ indexedDB: true });
      for (const { name, value } of kept.origins.flatMap(({ localStorage }) => localStorage)) {
        if (secrets.isSecretName(name)) secrets.learn(value);
      }
      return { kept };
    },
    async restoreState({ kept }) {
      const state = kept as Kept;
      // Older versions of Playwright can only be given such a state when the context is made.
      if (typeof context.setStorageState === "function") await context.setStorageState(state);
      else if (state.origins.length === 0) await context.addCookies(state.cookies);
      else {
        throw new Error(
          "This sign-in is kept in the pages' local storage, and this version of Playwright cannot put it back. Update it: npm install --save-dev @playwright/test@latest",
        );
      }
    },
  };
}
