// What a journey asks of code that runs in a page, and of the clipboard that pages share with people.
import type { Judge } from "../judge.ts";

export interface ScriptPort {
  /** Runs statements in the page in front, "await" included; returns what they return, as JSON has it. */
  runScript(code: string): Promise<unknown>;
  /** What somebody copied elsewhere. Allows pages to ask for the clipboard. */
  copy(text: string): Promise<void>;
  /** Judges the text that was copied last. Allows pages to ask for the clipboard. */
  expectClipboard(judge: Judge<string>): Promise<void>;
}
