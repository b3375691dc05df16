// What a journey asks about the pages of a session that nobody sees on them: pictures, console, requests.
import type { Judge } from "../judge.ts";
import type { Target } from "../target.ts";

export interface Screenshot {
  readonly png: Uint8Array;
}

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
}

export interface WitnessPort {
  /** Of the window, of the whole page, or of one thing. */
  screenshot(of?: "window" | "page" | Target): Promise<Screenshot>;
  /** Waits until a page has sent such a request; path and query are compared with a path, all of it with an address. */
  expectRequest(
    request: { readonly method?: string; readonly address: string },
    options?: { readonly not?: boolean; readonly withinMs?: number },
  ): Promise<void>;
  /** Throws with all of them when pages have logged errors or thrown. */
  expectNoConsoleErrors(): Promise<void>;
  /** Throws with all of them when requests have failed or were answered 400 and above. */
  expectNoFailedRequests(): Promise<void>;
  /** Judges what the pages have written to the console, a line each. */
  expectConsole(judge: Judge<string>): Promise<void>;
}
