// The port through which journeys reach real clients; src/drivers implements it.
import type { ApiSession } from "./api-port.ts";
import type { BrowserWishes } from "./browser/emulation-port.ts";
import type { BrowserSession } from "./browser-port.ts";
import type { SecretKeeper } from "./secret-keeper.ts";

export interface BrowserInUse {
  readonly name: string;
  readonly version: string;
}

export interface Drivers {
  /** @param address Asked before each request: where paths go in place of the environment's address. */
  openApi(actor: string, secrets: SecretKeeper, address: () => string | undefined): ApiSession;
  openBrowser(actor: string, secrets: SecretKeeper, wishes: BrowserWishes): Promise<BrowserSession>;
  /** The browser of this worker; undefined while nobody has opened one. */
  browserInUse(): Promise<BrowserInUse | undefined>;
  /** Ends pools and browsers of this worker; safe to call twice. */
  close(): Promise<void>;
}
