// Somebody who acts in a scenario, with sessions of their own. Sessions are opened on first use.
import type { ApiSession } from "./api-port.ts";
import type { BrowserSession } from "./browser-port.ts";
import type { Drivers } from "./drivers.ts";
import { RequestDraft } from "./request-draft.ts";
import { Resources } from "./resources.ts";
import type { SecretKeeper } from "./secret-keeper.ts";

export class Actor {
  readonly name: string;
  /** What was said so far about the request to come; the step that sends it takes all of it. */
  readonly draft = new RequestDraft();
  /** What packs open for this actor beside API and browser; closed with the scenario. */
  readonly resources = new Resources();
  readonly #drivers: Drivers;
  readonly #secrets: SecretKeeper;
  #api: ApiSession | undefined;
  #browser: Promise<BrowserSession> | undefined;

  constructor(name: string, drivers: Drivers, secrets: SecretKeeper) {
    this.name = name;
    this.#drivers = drivers;
    this.#secrets = secrets;
  }

  /** This actor's conversation with the API. */
  get api(): ApiSession {
    this.#api ??= this.#drivers.openApi(this.name, this.#secrets);
    return this.#api;
  }

  /** This actor's browser, in a context that nobody shares. Two calls at once open one. */
  browser(): Promise<BrowserSession> {
    this.#browser ??= this.#drivers.openBrowser(this.name, this.#secrets);
    return this.#browser;
  }

  /** The API session, if this actor has used one. */
  get openApi(): ApiSession | undefined {
    return this.#api;
  }

  /** The browser session, if this actor has opened one that started. */
  async openBrowser(): Promise<BrowserSession | undefined> {
    return await this.#browser?.catch(() => undefined);
  }

  /** Who signed in through the API is signed in on the page as well. */
  async carryApiSignInToBrowser(): Promise<void> {
    const browser = await this.browser();
    await browser.setCookies(await this.api.cookies());
  }

  /** Who signed in on the page is signed in at the API as well. */
  async carryBrowserSignInToApi(): Promise<void> {
    const browser = await this.browser();
    await this.api.setCookies(await browser.cookies());
  }
}
