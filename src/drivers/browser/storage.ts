// What pages keep in the browser: local and session storage, and the cookies of the page in front.
import type { StorageArea, StoragePort } from "../../journey/browser/storage-port.ts";
import { learnCookies, readCookies } from "./cookies.ts";
import { describeSeconds } from "./seconds.ts";
import { pageError, type Stage } from "./stage.ts";
import { type Attempt, answered, inAMoment, until } from "./wait.ts";

interface StorageWindow {
  readonly localStorage: AreaInPage;
  readonly sessionStorage: AreaInPage;
}

interface AreaInPage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

interface Order {
  readonly area: StorageArea;
  readonly key: string | undefined;
  /** Undefined: read; null: remove. */
  readonly value?: string | null;
}

export function createStorage(stage: Stage): StoragePort {
  const read = (area: StorageArea, key: string) => giveOrder(stage, { area, key });
  return {
    async expectStored(area, key, judge) {
      await judgeUntil(stage, `The ${area} storage`, judge, () => read(area, key));
    },
    stored: read,
    async store(area, key, value) {
      if (stage.secrets.isSecretName(key)) stage.secrets.learn(value);
      await giveOrder(stage, { area, key, value });
    },
    async unstore(area, key) {
      await giveOrder(stage, { area, key, value: null });
    },
    async expectCookie(name, judge) {
      await judgeUntil(stage, "The browser", judge, () => readCookie(stage, name));
    },
    async setCookie(name, value) {
      const url = addressForCookies(stage);
      const { hostname } = new URL(url);
      learnCookies(
        [
          {
            name,
            value,
            domain: hostname,
            path: "/",
            httpOnly: false,
            secure: false,
            sameSite: "Lax",
            hostOnly: true,
          },
        ],
        stage.secrets,
      );
      await stage.context.addCookies([{ name, value, url: new URL("/", url).href }]);
    },
    async clearCookies(name) {
      await stage.context.clearCookies(name === undefined ? {} : { name });
    },
  };
}

async function giveOrder(stage: Stage, order: Order): Promise<string | undefined> {
  const page = stage.page();
  if (!/^https?:/.test(page.url())) {
    throw pageError(
      stage,
      `${page.url()} keeps nothing in ${order.area} storage: open a page of the product first.`,
    );
  }
  const { expectMs } = stage.timeouts;
  return await until(stage, expectMs, async (leftMs): Promise<Attempt<string | undefined>> => {
    const value = await answered(page.evaluate(obeyInPage, order), leftMs);
    return { kind: "done", value: value ?? undefined };
  });
}

/** Runs in the page. */
function obeyInPage({ area, key, value }: Order): string | null {
  const page = globalThis as unknown as StorageWindow;
  const storage = area === "local" ? page.localStorage : page.sessionStorage;
  if (value === undefined) return storage.getItem(key ?? "");
  if (value !== null) storage.setItem(key ?? "", value);
  else if (key === undefined) storage.clear();
  else storage.removeItem(key);
  return null;
}

async function judgeUntil(
  stage: Stage,
  where: string,
  judge: (value: string | undefined) => string | undefined,
  read: () => Promise<string | undefined>,
): Promise<void> {
  const { expectMs } = stage.timeouts;
  const attempt = async (leftMs: number): Promise<Attempt<void>> => {
    const problem = judge(await answered(read(), leftMs));
    if (problem === undefined) return { kind: "done", value: undefined };
    const at = `(waited ${describeSeconds(expectMs)})`;
    return {
      kind: "not-yet",
      explain: () => `${where} on ${stage.page().url()}: ${problem} ${at}`,
    };
  };
  await until(stage, expectMs, attempt, inAMoment);
}

async function readCookie(stage: Stage, name: string): Promise<string | undefined> {
  const { context } = stage;
  await readCookies(context, stage.secrets);
  const cookies = await context.cookies(addressForCookies(stage));
  return cookies.find((cookie) => cookie.name === name)?.value;
}

function addressForCookies(stage: Stage): string {
  const url = stage.page().url();
  if (/^https?:/.test(url)) return url;
  if (stage.baseUrl !== undefined) return stage.baseUrl;
  throw pageError(
    stage,
    `A cookie belongs to a host: open a page first, or set ${stage.addressSetting} in cucumber.js.`,
  );
}
