// What cucumber is to show of an error: no lines of ours in its stack, and for what was said of a page and meant of
// the answer, the words for that.
import { readJsonPath } from "../src/checks/json-path.ts";
import type { StoryWorld } from "../src/journey/world.ts";

/** Where the code of this package stands, as stacks write it. */
const own = [
  new URL("../", import.meta.url).href,
  new URL("../", import.meta.url).pathname,
].flatMap((root) => [`${root}src/`, `${root}steps/`]);

/** Errors of these classes are slips in code: only their stack says whose. */
const slips = [TypeError, ReferenceError, RangeError, SyntaxError];

/** Changes the error in place, so that its class and identity still mean what they meant. */
export function explainError(world: StoryWorld, error: unknown, args: readonly unknown[]): unknown {
  if (!(error instanceof Error) || Object.isFrozen(error)) return error;
  const hint = hintAtResponse(world, error, args);
  if (hint !== undefined) {
    const told = `${error.message}\n${hint}`;
    error.stack = (error.stack ?? "").replace(error.message, () => told);
    error.message = told;
  }
  if (!slips.some((slip) => error instanceof slip)) leaveTeamsLines(error);
  return error;
}

/** Of the stack the team's own lines, and those of the libraries that they called. */
function leaveTeamsLines(error: Error): void {
  const { stack = "" } = error;
  const lines = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const theirs = lines.filter((line) => !own.some((root) => line.includes(root)));
  if (theirs.length === lines.length) return;
  const isTeams = theirs.some(
    (line) => !/node:|node_modules|<anonymous>|^\s+at async [^(]*$/.test(line),
  );
  const shown = isTeams ? theirs : [];
  error.stack = [`${error.name}: ${error.message}`, ...shown].join("\n");
}

/** `the "name" field should be "Ada"` speaks of a page, and is often meant of the answer that there is. */
function hintAtResponse(
  world: StoryWorld,
  error: Error,
  args: readonly unknown[],
): string | undefined {
  if (error.name !== "StoryError" && error.name !== "PageError") return undefined;
  const name = args.map(nameOfTarget).find((one) => one !== undefined);
  const check = args.map(wordsOfCheck).find((one) => one !== undefined);
  if (name === undefined || check === undefined) return undefined;
  if (world.actors.every(({ openApi }) => openApi?.lastResponseAtMs === undefined))
    return undefined;
  // Where there is a page, the sentence may well be about it.
  if (error.name === "PageError" && !isInResponse(world, name)) return undefined;
  return `This sentence is about a page. To check the response, say: the response field "${name}" ${check}`;
}

function nameOfTarget(value: unknown): string | undefined {
  if (!isRecord(value) || !("kind" in value)) return undefined;
  return typeof value["name"] === "string" ? value["name"] : undefined;
}

function wordsOfCheck(value: unknown): string | undefined {
  if (!isRecord(value) || !("judge" in value)) return undefined;
  return typeof value["text"] === "string" ? value["text"] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isInResponse(world: StoryWorld, path: string): boolean {
  try {
    return readJsonPath(world.lastResponse.json(), path).kind === "found";
  } catch {
    return false;
  }
}
