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
    name: "check",
    summary: "Judge the stories by lint and by the project's policy, for CI.",
    load: async () => (await import("./check.ts")).runCheck,
  },
  {
    name: "gaps",
    summary: "Show which kinds of guarantee the stories have, and which are missing.",
    load: async () => (await import("./gaps.ts")).runGaps,
  },
  {
    name: "init",
    summary: "Write a working example into this project.",
    load: async () => (await import("./init.ts")).runInit,
  },
  {
    name: "lint",
    summary: "Say what is wrong with the stories, without running them.",
    load: async () => (await import("./lint.ts")).runLint,
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
  {
    name: "stories",
    summary: "List the stories with their rules, scenarios and guarantees.",
    load: async () => (await import("./stories.ts")).runStories,
  },
];
