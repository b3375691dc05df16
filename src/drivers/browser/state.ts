// What pages have kept in a context, taken out and put into another: how a sign-in is used again.
import type { BrowserContext } from "@playwright/test";
import type { StatePort } from "../../journey/browser/state-port.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

export function createState(context: BrowserContext, secrets: SecretKeeper): StatePort {
  return {
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
