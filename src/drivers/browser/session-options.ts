// What a session is opened with.
import type { EnvironmentOptions } from "../../config/options.ts";
import type { BrowserSettings, Timeouts } from "../../config/settings.ts";
import type { BrowserWishes } from "../../journey/browser/emulation-port.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";
import type { Devices } from "./launch.ts";

export interface SessionOptions {
  readonly actor: string;
  readonly secrets: SecretKeeper;
  readonly settings: BrowserSettings;
  readonly timeouts: Timeouts;
  readonly environment: EnvironmentOptions;
  /** For messages: the setting that names the address. */
  readonly addressSetting: string;
  /** Folder for what is recorded until it is kept or thrown away. */
  readonly temporaryFolder: string;
  readonly now: () => number;
  /** What the actor's browser is like beyond the settings. */
  readonly wishes: BrowserWishes;
  /** The text of the web-vitals library. */
  readonly readVitalsLibrary: () => Promise<string>;
  /** What Playwright knows of devices, by their names. */
  readonly devices: Devices;
}
