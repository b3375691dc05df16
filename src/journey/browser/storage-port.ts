// What a journey asks of what a page keeps in the browser.
import type { Judge } from "../judge.ts";

export type StorageArea = "local" | "session";

/** Of the page in front. Throws where a page can keep nothing: before one is open. */
export interface StoragePort {
  /** Judges the value, undefined when there is none. */
  expectStored(area: StorageArea, key: string, judge: Judge<string | undefined>): Promise<void>;
  stored(area: StorageArea, key: string): Promise<string | undefined>;
  store(area: StorageArea, key: string, value: string): Promise<void>;
  /** Without a key, everything. */
  unstore(area: StorageArea, key?: string): Promise<void>;
  /** Judges the value of a cookie that the page in front is sent with, undefined when there is none. */
  expectCookie(name: string, judge: Judge<string | undefined>): Promise<void>;
  /** For the host of the page in front, else of the environment's `baseUrl`. */
  setCookie(name: string, value: string): Promise<void>;
  /** Without a name, all of this actor. */
  clearCookies(name?: string): Promise<void>;
}
