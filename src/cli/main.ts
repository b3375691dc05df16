// The `storyproof` command: finds the command, loads it, and turns how it ended into an exit code.
import { findNearest } from "./arguments.ts";
import { type CommandEntry, commands } from "./commands.ts";
import { reportFailure, UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";
import { readPackage } from "./package-file.ts";

/** Runs one command line to its end and gives the exit code; throws nothing. */
export async function runStoryproof(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    return reportFailure(error, io.stderr, readPackage().reportTo);
  }
}

/** Runs the command line of this process; leaves the exit code in it once everything has been written. */
export async function runProcess(process: NodeJS.Process): Promise<void> {
  const controller = new AbortController();
  let stoppedBy: "interrupted" | "terminated" | undefined;
  const stopBy = (how: "interrupted" | "terminated") => () => {
    // The second Ctrl-C of an impatient user ends it at once.
    if (stoppedBy !== undefined) process.exit(exitCodes[stoppedBy].code);
    stoppedBy = how;
    controller.abort();
  };
  process.on("SIGINT", stopBy("interrupted"));
  process.on("SIGTERM", stopBy("terminated"));
  const { stdout, stderr, env } = process;
  let isLost = false;
  const onLost = (tell: (message: string) => void) => (error: NodeJS.ErrnoException) => {
    // A reader that went away (`storyproof help | head -1`) is no defect.
    if (isLost || error.code === "EPIPE") return;
    isLost = true;
    tell(`storyproof: the output cannot be written (${error.code ?? error.message}).\n`);
    process.exitCode = exitCodes.environment.code;
  };
  stdout.on(
    "error",
    onLost((message) => stderr.write(message)),
  );
  stderr.on(
    "error",
    onLost(() => {}),
  );
  const io = { cwd: process.cwd(), stdout, stderr, env, signal: controller.signal };
  const code = await runStoryproof(process.argv.slice(2), io);
  if (stoppedBy !== undefined) process.exitCode = exitCodes[stoppedBy].code;
  else process.exitCode = isLost ? exitCodes.environment.code : code;
}

async function dispatch(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v") return print(io, `${readPackage().version}\n`);
  if (name === undefined || name === "--help" || name === "-h") return print(io, usage());
  if (name === "help" && rest.length === 0) return print(io, usage());
  if (name === "help") return dispatch([...rest.slice(0, 1), "--help"], io);
  const run = await findCommand(name).load();
  return run(rest, io);
}

function print(io: CommandIo, text: string): number {
  io.stdout.write(text);
  return exitCodes.ok.code;
}

function findCommand(name: string): CommandEntry {
  const found = commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const what = name.startsWith("-") ? "option" : "command";
  const known = [...commands.map((command) => command.name), "help", "--version", "--help"];
  const nearest = findNearest(name, known);
  const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  throw new UsageError(`unknown ${what} ${name}.${hint}\n\n${usage()}`);
}

function usage(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Usage: storyproof <command> [options]",
    "",
    "Commands:",
    ...lines,
    `  ${"help".padEnd(width)}  Show this, or the options of one command: storyproof help browser`,
    "",
    "Options:",
    "  --version, -v   Print the version.",
    "  --help, -h      Show this.",
    "",
    "Stories are run by cucumber-js: npx cucumber-js --tags @smoke",
    "",
  ].join("\n");
}
