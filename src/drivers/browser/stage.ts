// What the parts of a browser session share: the page in front, what was noticed on it, and the limits.
import type { BrowserContext, Page } from "@playwright/test";
import type { BrowserSettings, Timeouts } from "../../config/settings.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";
import { describeTarget, type Target } from "../../journey/target.ts";
import type { Dialogs } from "./dialogs.ts";
import type { Downloads } from "./downloads.ts";
import { PageError } from "./page-error.ts";
import type { PageLog } from "./page-log.ts";
import type { PendingNavigations } from "./pending-navigations.ts";
import type { Tabs } from "./tabs.ts";

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
  readonly dialogs: Dialogs;
  readonly tabs: Tabs;
  readonly downloads: Downloads;
  /** Where targets are looked for, with those that surround it; the whole page when undefined. */
  frame: Target | undefined;
  /** The page in front. */
  page(): Page;
  /** When the page in front was asked for last; 0 before. */
  usedAtMs(): number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Why nothing can be done any more, once that is so. */
  ended(): string | undefined;
}

/** The error for a text, with secrets taken out and with the dialogs and windows that nobody expected. */
export function pageError(stage: Stage, text: string): PageError {
  const surprises = [...stage.dialogs.takeUnexpected(), ...stage.tabs.takeUnexpected()];
  const meanwhile = surprises.map((surprise) => `\nMeanwhile ${surprise}.`);
  return new PageError(stage.secrets.redact(text + tellFrame(stage) + meanwhile.join("")));
}

/** Who has forgotten that a step switched to a frame wonders why nothing is there. */
function tellFrame({ frame }: Stage): string {
  if (frame === undefined) return "";
  return `\nAn earlier step switched to the ${describeTarget(frame)}, so things are looked for in there only; to go back: "I switch back to the page".`;
}
