// The one table of exit codes of the `storyproof` command. docs/exit-codes.md shows it to people; a test compares.
// 2 is what cucumber-js and most tools use for wrong usage; 70 is EX_SOFTWARE of sysexits.h; 130 is 128 + SIGINT.

export interface ExitCode {
  readonly code: number;
  /** One line, as the documentation has it. */
  readonly meaning: string;
}

export const exitCodes = {
  ok: { code: 0, meaning: "Everything asked for was done, and what was checked holds." },
  refuted: { code: 1, meaning: "A guarantee is refuted or unproven, or a check failed." },
  usage: { code: 2, meaning: "Wrong usage or configuration; the message says what is allowed." },
  environment: {
    code: 3,
    meaning:
      "The machine lacks something, such as a browser or room for the output; the message says what.",
  },
  bug: { code: 70, meaning: "A defect of storyproof; the message says where to report it." },
  interrupted: { code: 130, meaning: "Stopped by Ctrl-C (SIGINT)." },
  terminated: { code: 143, meaning: "Stopped from outside (SIGTERM)." },
} as const satisfies Readonly<Record<string, ExitCode>>;

export type ExitCodeName = keyof typeof exitCodes;
