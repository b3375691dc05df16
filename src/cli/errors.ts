// How the command fails. A mistake of the user is a UsageError or an EnvironmentError: a message without a stack.
// Everything else that is thrown is a defect of ours and says so, with stack, cause and where to report it.
import { type ExitCodeName, exitCodes } from "./exit-codes.ts";
import type { TextSink } from "./io.ts";

/** Thrown by a command for a mistake of the user: wrong option, wrong file, wrong configuration. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Thrown by a command when the machine lacks something it needs, such as a browser. Exit code 3. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Thrown when the user or the system stopped the command. Exit code 130, or 143 for SIGTERM. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

const expected: Readonly<Record<string, ExitCodeName>> = {
  UsageError: "usage",
  EnvironmentError: "environment",
  InterruptedError: "interrupted",
  ConfigError: "usage",
  // A pattern of the configuration, found out only where it meets a text.
  SlowPatternError: "usage",
};

/**
 * Writes what went wrong and gives the exit code for it.
 * @param reportTo address where defects of storyproof are reported, as package.json has it; absent: not known.
 */
export function reportFailure(
  error: unknown,
  stderr: TextSink,
  reportTo: string | undefined,
): number {
  const name = exitCodeNameOf(error);
  if (name === "bug") stderr.write(describeBug(error, reportTo));
  else if (name !== "interrupted") stderr.write(`storyproof: ${(error as Error).message}\n`);
  return exitCodes[name].code;
}

function exitCodeNameOf(error: unknown): ExitCodeName {
  // By name and not by instanceof: two copies of the package must still understand each other.
  return (error instanceof Error ? expected[error.name] : undefined) ?? "bug";
}

function describeBug(error: unknown, reportTo: string | undefined): string {
  const place = reportTo ?? "the project's issue tracker (see package.json of storyproof)";
  return [
    "storyproof failed in a way that is its own fault, not yours.",
    "",
    ...chainOf(error).map((one, depth) => (depth === 0 ? one : `Caused by: ${one}`)),
    "",
    `Please report it, with the text above, at ${place}`,
    "",
  ].join("\n");
}

function chainOf(error: unknown, seen: readonly unknown[] = []): readonly string[] {
  if (seen.includes(error)) return [];
  if (!(error instanceof Error)) return [String(error)];
  const own = error.stack ?? `${error.name}: ${error.message}`;
  if (error.cause === undefined) return [own];
  return [own, ...chainOf(error.cause, [...seen, error])];
}
