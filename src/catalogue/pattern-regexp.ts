// A pattern as a regular expression of our own, to try guesses on. What a run takes is cucumber's to say: this reads the
// same grammar more loosely, needs no cucumber, and is wrong only in what is proposed.
import { isRegExp } from "./catalogue.ts";
import type { ParameterType } from "./parameter-type.ts";

/** What cucumber's own parameters take; any other that is not known takes some text. */
const builtIn: Readonly<Record<string, string>> = {
  "": ".*",
  int: "-?\\d+",
  byte: "-?\\d+",
  short: "-?\\d+",
  long: "-?\\d+",
  biginteger: "-?\\d+",
  float: "-?\\d*\\.?\\d+",
  double: "-?\\d*\\.?\\d+",
  bigdecimal: "-?\\d*\\.?\\d+",
  word: "[^\\s]+",
  string: "(?:\"[^\"]*\"|'[^']*')",
};

/** Makes whole sentences' expressions; one that cannot be made takes nothing. */
export type PatternCompiler = (pattern: string) => RegExp;

/** The parameter types are looked at once. */
export function makePatternCompiler(types: readonly ParameterType[]): PatternCompiler {
  const sources = new Map(types.map(({ name, regexps }) => [name, `(?:${regexps.join("|")})`]));
  const sourceOf = (name: string) => sources.get(name) ?? builtIn[name] ?? ".+";
  return (pattern) => {
    try {
      if (isRegExp(pattern)) return new RegExp(pattern.slice(1, pattern.lastIndexOf("/")));
      return new RegExp(`^${translate(pattern, sourceOf)}$`);
    } catch {
      return /(?!)/;
    }
  };
}

/** Piece by piece: `{name}`, a run of words with optional parts and alternatives, or space between them. */
function translate(pattern: string, sourceOf: (name: string) => string): string {
  const tokens = pattern.match(/\\.|\{\w*\}|\([^()]*\)|[\s/]|[^\\{}()\s/]+/g) ?? [];
  const words: string[][] = [[]];
  for (const token of tokens) {
    // An alternative is a whole word, with what touches it.
    if (token === "/") words.at(-1)?.push("|");
    else if (/^\s$/.test(token)) words.push([token], []);
    else words.at(-1)?.push(translateToken(token, sourceOf));
  }
  return words
    .map((word) => (word.includes("|") ? `(?:${word.join("")})` : word.join("")))
    .join("");
}

function translateToken(token: string, sourceOf: (name: string) => string): string {
  const name = /^\{(\w*)\}$/.exec(token)?.[1];
  if (name !== undefined) return sourceOf(name);
  const optional = /^\((.*)\)$/s.exec(token)?.[1];
  if (optional !== undefined) return `(?:${escapeSigns(optional)})?`;
  return escapeSigns(token.replace(/^\\(?=.)/, ""));
}

function escapeSigns(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
