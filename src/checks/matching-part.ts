// The part of a text that a regular expression finds: its first group where it has one, else the whole find.
import { runBounded } from "./bounded.ts";
import { parsePattern } from "./pattern.ts";
import { showValue } from "./shown-value.ts";

export type MatchingPart =
  | { readonly kind: "found"; readonly text: string }
  | { readonly kind: "none"; readonly message: string }
  /** The pattern is none, or takes too long. */
  | { readonly kind: "mistake"; readonly message: string };

export function partMatching(text: string, source: string): MatchingPart {
  const parsed = parsePattern(source);
  if (parsed.kind === "error") {
    return { kind: "mistake", message: `${source} is not a regular expression: ${parsed.message}` };
  }
  const result = runBounded(() => parsed.pattern.exec(text));
  if (result.kind === "too-slow") {
    return {
      kind: "mistake",
      message: `${source} took longer than ${result.limitMs} ms and was stopped.`,
    };
  }
  const [whole, group] = result.value ?? [];
  const part = group ?? whole;
  if (part !== undefined) return { kind: "found", text: part };
  return { kind: "none", message: `Nothing in ${showValue(text)} matches ${source}.` };
}
