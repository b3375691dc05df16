// The table of commands: name, one line for the help, and how to load it. A command is loaded only when it is
// called, so that `storyproof --version` does not wait for a browser library.
import type { CommandIo } from "./io.ts";

/** Gets the arguments after the command's name; resolves to the exit code. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: "browser",
    summary: "Say which browser will be used and why; --install gets one.",
    load: async () => (await import("./browser.ts")).runBrowser,
  },
  {
    name: "init",
    summary: "Write a working example into this project.",
    load: async () => (await import("./init.ts")).runInit,
  },
  {
    name: "report",
    summary: "Make a report from saved cucumber message files.",
    load: async () => (await import("./report.ts")).runReport,
  },
  {
    name: "steps",
    summary: "Show the phrases that can be written, or find some by words.",
    load: async () => (await import("./steps.ts")).runSteps,
  },
];
