// What a search for a browser is asked and what it answers. Values only.
import type { BrowserEngine } from "../../config/options.ts";

export interface BrowserWish {
  readonly engine: BrowserEngine;
  readonly headless: boolean;
  /** `browser.executablePath` of the configuration. */
  readonly executablePath?: string;
}

export type BrowserSource = "environment" | "configuration" | "playwright" | "system";

/** A place that was looked at and why it will not do. */
export interface TriedPlace {
  readonly place: string;
  readonly problem: string;
}

export interface FoundBrowser {
  readonly kind: "found";
  readonly engine: BrowserEngine;
  readonly executablePath: string;
  readonly headlessShell: boolean;
  readonly source: BrowserSource;
  /** As the browser tells it: "156.0.8078.79"; "unknown" where it cannot be asked. */
  readonly version: string;
  /** A clause for people: "STORYPROOF_BROWSER names it". */
  readonly why: string;
  /** Command-line arguments to start it with here. */
  readonly args: readonly string[];
  /** What was looked at before it. */
  readonly tried: readonly TriedPlace[];
}

export interface MissingBrowser {
  readonly kind: "missing";
  readonly engine: BrowserEngine;
  readonly tried: readonly TriedPlace[];
  /** Commands that would get one, best first, as typed in a shell of this machine. */
  readonly commands: readonly string[];
}

/** Somebody named a browser that cannot be used. Taking another one quietly would prove something else than asked. */
export interface WrongBrowserPath {
  readonly kind: "wrong-path";
  readonly engine: BrowserEngine;
  /** What named it: "STORYPROOF_BROWSER" or "browser.executablePath". */
  readonly setting: string;
  readonly path: string;
  readonly problem: string;
}

export type BrowserSearch = FoundBrowser | MissingBrowser | WrongBrowserPath;
