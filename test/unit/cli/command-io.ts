// What a command writes in a test, kept as text.
import type { CommandIo } from "../../../src/cli/io.ts";

export interface RecordedIo extends CommandIo {
  readonly written: { stdout: string; stderr: string };
}

export function recordIo(more: Partial<CommandIo> = {}): RecordedIo {
  const written = { stdout: "", stderr: "" };
  return {
    written,
    cwd: process.cwd(),
    env: process.env,
    signal: new AbortController().signal,
    stdout: {
      write: (text) => {
        written.stdout += text;
      },
    },
    stderr: {
      write: (text) => {
        written.stderr += text;
      },
    },
    ...more,
  };
}
