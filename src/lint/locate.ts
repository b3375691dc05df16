// Where in its line a finding is, and what the line says.
import { copyText } from "./copy-text.ts";
import type { Finding, Severity } from "./finding.ts";
import type { RuleFinding } from "./rule.ts";

/** Longer lines are cut in what is kept of them: nobody reads more, and a line may be the whole file. */
const longestExcerpt = 1000;

type Found = RuleFinding & { readonly rule: string; readonly severity: Severity };

/** The finding with column, length and the line's text; without lines it points to the line's beginning. */
export function locateFinding(found: Found, lines: readonly string[] | undefined): Finding {
  return locateInLine(found, lines?.[found.line - 1]);
}

/** The same with the text of its line alone. */
export function locateInLine(found: Found, text: string | undefined): Finding {
  const { rule, severity, uri, line, subject, related, edits } = found;
  const place = text === undefined ? undefined : placeIn(text, found);
  const { length = place?.length } = found;
  const excerpt = readExcerpt(text) ?? found.excerpt;
  return {
    rule,
    severity,
    uri,
    line,
    column: place?.column ?? found.column ?? 1,
    ...(length === undefined ? undefined : { length }),
    ...(excerpt === undefined ? undefined : { excerpt }),
    ...(subject === undefined ? undefined : { subject }),
    message: endSentence(found.message),
    wayOut: endSentence(found.wayOut),
    ...(related === undefined ? undefined : { related }),
    ...(edits === undefined ? undefined : { edits }),
  };
}

function readExcerpt(text = ""): string | undefined {
  const excerpt = text.trimEnd();
  return excerpt === "" || excerpt.length > longestExcerpt ? undefined : copyText(excerpt);
}

interface Place {
  readonly column: number;
  readonly length?: number;
}

/** A column is right by itself, or where its words begin: spaces behind a keyword may have moved them. */
function placeIn(text: string, { column, words, inTitle }: Found): Place {
  if (column === undefined) return findWords(text, words, inTitle);
  const at = words === undefined ? -1 : text.indexOf(words, column - 1);
  return { column: at < 0 ? column : at + 1 };
}

function findWords(
  text: string,
  words: string | undefined,
  inTitle: RuleFinding["inTitle"],
): Place {
  const at = words === undefined ? -1 : indexOfWords(text.trimEnd(), words, inTitle);
  if (words !== undefined && at >= 0) return { column: at + 1, length: Math.max(1, words.length) };
  return { column: text.length - text.trimStart().length + 1 };
}

/** A title stands at the end of its line, and its keyword before it: the `a` of `Feature: a` is the last letter. */
function indexOfWords(text: string, words: string, inTitle: RuleFinding["inTitle"]): number {
  const { title, at } = inTitle ?? { title: words, at: 0 };
  return text.endsWith(title) ? text.length - title.length + at : text.indexOf(words);
}

const sentenceEnds = ".!?…";

/** Some who find give a sentence with its end, some without. */
function endSentence(text: string): string {
  return sentenceEnds.includes(text.at(-1) ?? " ") ? text : `${text}.`;
}
