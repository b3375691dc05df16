// What a journey asks of a browser. Drivers implement it; steps and teams call it.
// Every action waits until it can be done, and fails at its deadline with what is there instead.
import type { AuditPort } from "./browser/audit-port.ts";
import type { ContentPort } from "./browser/content-port.ts";
import type { DialogPort } from "./browser/dialog-port.ts";
import type { DownloadPort } from "./browser/download-port.ts";
import type { EmulationPort } from "./browser/emulation-port.ts";
import type { FramePort } from "./browser/frame-port.ts";
import type { HandPort } from "./browser/hand-port.ts";
import type { ScriptPort } from "./browser/script-port.ts";
import type { StatePort } from "./browser/state-port.ts";
import type { StoragePort } from "./browser/storage-port.ts";
import type { TabPort } from "./browser/tab-port.ts";
import type { VitalsPort } from "./browser/vitals.ts";
import type { WitnessPort } from "./browser/witness-port.ts";
import type { Cookie } from "./cookie.ts";
import type { Judge } from "./judge.ts";
import type { Target } from "./target.ts";

export type { Judge } from "./judge.ts";

export interface PageFailure {
  readonly url: string;
  readonly title: string;
  /** Console errors and uncaught exceptions of the page, oldest first. */
  readonly consoleErrors: readonly string[];
  /** Requests that failed or answered 400 and above: method, address, and why. */
  readonly failedRequests: readonly {
    readonly method: string;
    readonly url: string;
    readonly reason: string;
  }[];
  /** Dialogs and windows that nobody expected, in words, oldest first: dialogs were dismissed, windows left behind. */
  readonly dialogs: readonly string[];
  /** Present when the screenshot could be made. */
  readonly screenshot?: Uint8Array;
}

export type ElementState =
  | "checked"
  | "enabled"
  | "focused"
  | "empty"
  | "required"
  | "readonly"
  | "selected"
  | "expanded"
  | "invalid";

/** One actor's browser context with the page in front. */
export interface BrowserSession
  extends DialogPort,
    TabPort,
    FramePort,
    DownloadPort,
    HandPort,
    ScriptPort,
    StatePort,
    StoragePort,
    EmulationPort,
    WitnessPort,
    ContentPort,
    AuditPort,
    VitalsPort {
  /** When it was used last, on a clock that all sessions of a worker share; 0 before. */
  readonly usedAtMs: number;
  /** Opens a path below the environment's `baseUrl`, or an absolute address. */
  open(path: string): Promise<void>;
  reload(): Promise<void>;
  goBack(): Promise<void>;
  goForward(): Promise<void>;
  click(
    target: Target,
    options?: { readonly double?: boolean; readonly button?: "left" | "right" },
  ): Promise<void>;
  hover(target: Target): Promise<void>;
  fill(target: Target, value: string): Promise<void>;
  clear(target: Target): Promise<void>;
  pressKey(key: string, target?: Target): Promise<void>;
  selectOptions(target: Target, options: readonly string[]): Promise<void>;
  setChecked(target: Target, checked: boolean): Promise<void>;
  attachFiles(target: Target, paths: readonly string[]): Promise<void>;
  /** Waits until something visible matches (or, with `absent`, until nothing does). */
  see(
    target: Target,
    options?: { readonly absent?: boolean; readonly withinMs?: number },
  ): Promise<void>;
  /** Waits until the state holds (or, with `not`, until it does not). */
  expectState(
    target: Target,
    state: ElementState,
    options?: { readonly not?: boolean; readonly withinMs?: number },
  ): Promise<void>;
  /** Judges what the element says to a person, white space as single spaces. */
  expectText(target: Target, judge: Judge<string>, withinMs?: number): Promise<void>;
  /** Judges what is entered in a field; of a select, the words of what is chosen. */
  expectValue(target: Target, judge: Judge<string>, withinMs?: number): Promise<void>;
  /** Judges how many visible ones match; the target's ordinal is not looked at. */
  expectCount(target: Target, judge: Judge<number>, withinMs?: number): Promise<void>;
  expectAttribute(
    target: Target,
    name: string,
    judge: Judge<string | undefined>,
    withinMs?: number,
  ): Promise<void>;
  expectTitle(judge: Judge<string>, withinMs?: number): Promise<void>;
  /** Judges the address; `path` is path, query and fragment, `full` the whole of it. */
  expectAddress(part: "path" | "full", judge: Judge<string>, withinMs?: number): Promise<void>;
  textOf(target: Target): Promise<string>;
  valueOf(target: Target): Promise<string>;
  address(): string;
  cookies(): Promise<readonly Cookie[]>;
  setCookies(cookies: readonly Cookie[]): Promise<void>;
  /** What the page looks like and what went wrong on it; never throws. */
  failure(): Promise<PageFailure>;
  /**
   * Ends the session within seconds, whatever state the page is in; safe to call twice. Trace and video are
   * written to the given paths first, when they were recorded and can still be had; otherwise no file is there.
   */
  close(options?: { readonly keepTraceAs?: string; readonly keepVideoAs?: string }): Promise<void>;
}
