// Reads a command's options with Node's own parser, and turns its complaints into ours: what was written,
// the nearest thing that exists, and the usage.
import { type ParseArgsConfig, parseArgs } from "node:util";
import { distance } from "fastest-levenshtein";
import { UsageError } from "./errors.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * The options and the other arguments of a command.
 * @param usage shown below the complaint
 * @throws UsageError for an unknown option, a missing value, or arguments where none are allowed
 */
export function readArguments<const T extends Options>(
  args: readonly string[],
  options: T,
  usage: string,
  allowPositionals = false,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: boolean }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, allowNegative: false });
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    throw new UsageError(`${explain(error, Object.keys(options))}\n\n${usage}`);
  }
}

/** The known name that is at most three letters from `written`, or nothing. */
export function findNearest(written: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, letters: distance(written, name) }))
    .sort((a, b) => a.letters - b.letters);
  const best = ranked[0];
  // Half of a short word is another word: `ini` may mean `init`, `x` may mean nothing.
  const allowed = Math.min(3, Math.ceil(written.length / 2));
  return best !== undefined && best.letters <= allowed ? best.name : undefined;
}

type ArgumentError = TypeError & { readonly code: string };

function isArgumentError(error: unknown): error is ArgumentError {
  return (
    error instanceof TypeError &&
    "code" in error &&
    String(error.code).startsWith("ERR_PARSE_ARGS_")
  );
}

function explain(error: ArgumentError, known: readonly string[]): string {
  const option = /^Unknown option '(-{1,2})([^']+)'/.exec(error.message);
  // Node's own sentence is good; only its advice on `--` for odd file names is noise here.
  if (option === null) return error.message.replace(/\. .*$/s, ".");
  const nearest = findNearest(option[2] ?? "", known);
  const hint = nearest === undefined ? "" : ` Did you mean --${nearest}?`;
  return `unknown option ${option[1]}${option[2]}.${hint}`;
}
