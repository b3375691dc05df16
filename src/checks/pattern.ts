// Regular expressions that a feature brings along. They find (`^` and `$` anchor them), and they cannot hang.
import { runBounded } from "./bounded.ts";

export type PatternOutcome = "found" | "not-found" | { readonly tooSlowMs: number };

export type ParsedPattern =
  | { readonly kind: "ok"; readonly pattern: RegExp }
  | { readonly kind: "error"; readonly message: string };

/** Reads `/source/flags`, with the flags i, m, s, u, or a bare source. */
export function parsePattern(text: string, ignoreCase = false): ParsedPattern {
  const [, source = text, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  const unknown = [...flags].find((flag) => !"imsu".includes(flag));
  if (unknown !== undefined) {
    return { kind: "error", message: `the flag "${unknown}" of ${text} is not one of i, m, s, u` };
  }
  try {
    const all = new Set([...flags, ...(ignoreCase ? ["i"] : [])]);
    return { kind: "ok", pattern: new RegExp(source, [...all].join("")) };
  } catch (error) {
    const { message } = error as Error;
    return { kind: "error", message: message.replace("Invalid regular expression: ", "") };
  }
}

/** Looks for the pattern in the text, for a bounded time. */
export function findPattern(pattern: RegExp, text: string, limitMs?: number): PatternOutcome {
  const stoppable = makeStoppable(pattern);
  const result = runBounded(() => stoppable.test(text), limitMs);
  if (result.kind === "too-slow") return { tooSlowMs: result.limitMs };
  return result.value ? "found" : "not-found";
}

/**
 * The same pattern, compiled in no time: where a match may begin anywhere, V8 looks ahead through all that may be left
 * out (`a?a?a?…`), which takes twice as long for each of them and cannot be stopped. An empty look back, which holds
 * everywhere, keeps it from that.
 */
export function makeStoppable({ source, flags }: RegExp): RegExp {
  return new RegExp(`(?<=)(?:${source})`, flags);
}
