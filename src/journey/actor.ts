// Somebody who acts in a scenario, with sessions of their own. Sessions are opened on first use.
import type { ApiSession } from "./api-port.ts";
import type { BrowserWishes } from "./browser/emulation-port.ts";
import type { BrowserSession } from "./browser-port.ts";
import type { Drivers } from "./drivers.ts";
import { RequestDraft } from "./request-draft.ts";
import { Resources } from "./resources.ts";
import type { SecretKeeper } from "./secret-keeper.ts";

/** What is done with a browser before its first page is opened. */
export type PrepareBrowser = (browser: BrowserSession) => Promise<void>;

export class Actor {
  readonly name: string;
  /** What was said so far about the request to come; the step that sends it takes all of it. */
  readonly draft = new RequestDraft();
  /** What packs open for this actor beside API and browser; closed with the scenario. */
  readonly resources = new Resources();
  readonly #drivers: Drivers;
  readonly #secrets: SecretKeeper;
  readonly #apiAddress: () => string | undefined;
  #api: ApiSession | undefined;
  #browser: Promise<BrowserSession> | undefined;
  #wishes: BrowserWishes;
  readonly #preparations: PrepareBrowser[] = [];
  #hasEnded = false;

  /**
   * @param apiAddress Where the scenario says that the API is; undefined for the environment's own.
   * @param wishes For the browser, before anybody says more.
   */
  constructor(
    name: string,
    drivers: Drivers,
    secrets: SecretKeeper,
    apiAddress: () => string | undefined = () => undefined,
    wishes: BrowserWishes = {},
  ) {
    this.name = name;
    this.#drivers = drivers;
    this.#secrets = secrets;
    this.#apiAddress = apiAddress;
    this.#wishes = wishes;
  }

  /** This actor's conversation with the API. */
  get api(): ApiSession {
    if (this.#api === undefined) {
      if (this.#hasEnded) throw scenarioIsOver(this.name);
      this.#api = this.#drivers.openApi(this.name, this.#secrets, this.#apiAddress);
    }
    return this.#api;
  }

  /** This actor's browser, in a context that nobody shares. Two calls at once open one. */
  browser(): Promise<BrowserSession> {
    this.#browser ??= this.#openBrowser();
    return this.#browser;
  }

  async #openBrowser(): Promise<BrowserSession> {
    if (this.#hasEnded) throw scenarioIsOver(this.name);
    const browser = await this.#drivers.openBrowser(this.name, this.#secrets, this.#wishes);
    for (const prepare of this.#preparations) await prepare(browser);
    return browser;
  }

  /**
   * Does it with the browser as soon as there is one: at once, or before its first page is opened. Throws when the
   * wishes come too late: what a browser is made with cannot be chosen once it is open.
   */
  prepareBrowser(prepare: PrepareBrowser, wishes: BrowserWishes = {}): Promise<void> {
    if (this.#browser !== undefined) return this.#prepareOpen(this.#browser, prepare, wishes);
    this.#wishes = { ...this.#wishes, ...wishes };
    this.#preparations.push(prepare);
    return Promise.resolve();
  }

  async #prepareOpen(
    browser: Promise<BrowserSession>,
    prepare: PrepareBrowser,
    wishes: BrowserWishes,
  ): Promise<void> {
    if (Object.keys(wishes).length > 0) {
      throw withoutStack(
        `The browser of ${this.name} is open already: device, language and time zone must be chosen before its first page is opened.`,
      );
    }
    await prepare(await browser);
  }

  /** The API session, if this actor has used one. */
  get openApi(): ApiSession | undefined {
    return this.#api;
  }

  /** The browser session, if this actor has opened one that started. */
  async openBrowser(): Promise<BrowserSession | undefined> {
    return await this.#browser?.catch(() => undefined);
  }

  /** True once a browser was asked for. */
  get hasBrowser(): boolean {
    return this.#browser !== undefined;
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

  /** Ends what is under way in this actor's sessions. The browser is closed with it: its pages cannot be cancelled otherwise. */
  cancel(): void {
    void this.#api?.close();
    void this.#closeBrowser();
  }

  /** Closes this actor's sessions for good; undefined where there is nothing to wait for. */
  end(): Promise<void> | undefined {
    this.#hasEnded = true;
    this.#api?.end();
    const resources = this.resources.end();
    return this.#browser === undefined ? resources : this.#endAll(resources);
  }

  async #endAll(resources: Promise<void> | undefined): Promise<void> {
    await Promise.all([this.#closeBrowser(), resources]);
  }

  /** What goes wrong while it closes is not told to anybody: it is gone either way. */
  async #closeBrowser(): Promise<void> {
    const browser = await this.openBrowser();
    await browser?.close().catch(() => {});
  }

  /** Ends this actor's sessions, and closes what packs opened for them; safe to call twice. */
  async close(): Promise<void> {
    const browser = await this.openBrowser();
    await Promise.all([this.#api?.close(), browser?.close(), this.resources.close()]);
  }
}

/** The error for a slip in the scenario: where in the code it was noticed helps nobody. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}

function scenarioIsOver(name: string): Error {
  return withoutStack(`The scenario is over: ${name} opens no session any more.`);
}
