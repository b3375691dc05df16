// Where in its line a finding is, and what the line says.
import { copyText } from "./copy-text.ts";
import type { Finding, Severity } from "./finding.ts";
import type { RuleFinding } from "./rule.ts";

/** Longer lines are cut in what is kept of them: nobody reads more, and a line may be the whole file. */
const longestExcerpt = 1000;

/** The finding with column, length and the line's text; without lines it points to the line's beginning. */
export function locateFinding(
  found: RuleFinding & { readonly rule: string; readonly severity: Severity },
  lines: readonly string[] | undefined,
): Finding {
  const { words, inTitle, ...said } = found;
  const finding = { ...said, message: endSentence(said.message), wayOut: endSentence(said.wayOut) };
  const text = lines?.[found.line - 1];
  if (text === undefined) return { ...finding, column: found.column ?? 1 };
  const place = placeIn(text, found.column, words, inTitle);
  const excerpt = text.trimEnd();
  return {
    ...place,
    ...finding,
    column: place.column,
    ...(excerpt.length > longestExcerpt || excerpt === "" ? {} : { excerpt: copyText(excerpt) }),
  };
}

/** A column is right by itself, or where its words begin: spaces behind a keyword may have moved them. */
function placeIn(
  text: string,
  column: number | undefined,
  words: string | undefined,
  inTitle: RuleFinding["inTitle"],
) {
  if (column === undefined) return findWords(text, words, inTitle);
  const at = words === undefined ? -1 : text.indexOf(words, column - 1);
  return { column: at < 0 ? column : at + 1 };
}

function findWords(
  text: string,
  words: string | undefined,
  inTitle: RuleFinding["inTitle"],
): { readonly column: number; readonly length?: number } {
  const at = words === undefined ? -1 : indexOfWords(text.trimEnd(), words, inTitle);
  if (words !== undefined && at >= 0) return { column: at + 1, length: Math.max(1, words.length) };
  return { column: text.length - text.trimStart().length + 1 };
}

/** A title stands at the end of its line, and its keyword before it: the `a` of `Feature: a` is the last letter. */
function indexOfWords(text: string, words: string, inTitle: RuleFinding["inTitle"]): number {
  const { title, at } = inTitle ?? { title: words, at: 0 };
  return text.endsWith(title) ? text.length - title.length + at : text.indexOf(words);
}

/** Some who find give a sentence with its end, some without. */
function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
