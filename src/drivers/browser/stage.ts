// What the parts of a browser session share: the page in front, what was noticed on it, and the limits.
import type { BrowserContext, Page } from "@playwright/test";
import type { BrowserSettings, Timeouts } from "../../config/settings.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";
import type { PageLog } from "./page-log.ts";
import type { PendingNavigations } from "./pending-navigations.ts";

export interface Stage {
  readonly actor: string;
  readonly context: BrowserContext;
  readonly settings: BrowserSettings;
  readonly timeouts: Timeouts;
  readonly secrets: SecretKeeper;
  /** Where paths are opened; undefined when the environment names no address. */
  readonly baseUrl: string | undefined;
  /** For messages: the setting that `baseUrl` comes from. */
  readonly addressSetting: string;
  readonly log: PageLog;
  readonly navigations: PendingNavigations;
  /** The page in front: the newest one that is open. */
  page(): Page;
  /** When the page in front was asked for last; 0 before. */
  usedAtMs(): number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Why nothing can be done any more, once that is so. */
  ended(): string | undefined;
}

/** Something on the page was not as the step needs it. The text says what to look at; a stack would add nothing. */
export class PageError extends Error {
  override readonly name = "PageError";

  constructor(message: string) {
    super(message);
    this.stack = `${this.name}: ${message}`;
  }
}

/** The error for a text, with secrets taken out and with the dialogs that nobody expected. */
export function pageError(stage: Stage, text: string): PageError {
  const dialogs = stage.log.takeUnexpectedDialogs().map((dialog) => `\nMeanwhile ${dialog}.`);
  return new PageError(stage.secrets.redact(text + dialogs.join("")));
}
