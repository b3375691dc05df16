// Whether what a page says fits a pattern, and what to say when it does not.
import { findPattern } from "../../src/checks/pattern.ts";

/** Undefined when the text matches; with `not` when it does not. One that takes for ever is stopped, and no answer. */
export function judgeMatch(pattern: RegExp, text: string, not: boolean): string | undefined {
  const outcome = findPattern(pattern, text);
  if (typeof outcome !== "string") {
    return `matching ${pattern} took more than ${outcome.tooSlowMs} ms and was stopped: a repetition inside a repetition, as in (a+)+, can take for ever`;
  }
  if ((outcome === "found") !== not) return undefined;
  const wanted = not ? "nothing that matches" : "something that matches";
  return `expected ${wanted} ${pattern}, but it says "${text.slice(0, 500)}"`;
}
