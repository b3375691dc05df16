// A cucumber expression as a list of words, for search and comparison. It matches nothing itself: which sentences an
// expression takes is cucumber's to say.
import { type ParameterType, takesNothing, wordsOfType } from "./parameter-type.ts";

/** A word in every form that the pattern allows (`fill`, `fills`), in lower case. */
export interface PatternWord {
  readonly kind: "word";
  readonly forms: readonly string[];
  readonly optional: boolean;
}

/** A place for a value, `{text}`, or for one of several words. */
export interface PatternParameter {
  readonly kind: "parameter";
  readonly name: string;
  /** Words that it may stand for, in lower case. */
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
}

export type PatternPart = PatternWord | PatternParameter;

/** Marks what was an optional with a space in it, and so words of its own. */
const optionalMark = "\u0001";

/** Reads patterns; the parameter types are looked at once. */
export type PatternReader = (pattern: string) => readonly PatternPart[];

/** The parts of a cucumber expression in their order. A regular expression gives the words in its source. */
export function makePatternReader(types: readonly ParameterType[]): PatternReader {
  const known = new Map(
    types.map((type) => [type.name, { words: wordsOfType(type), optional: takesNothing(type) }]),
  );
  const readParameter = (name: string): PatternParameter => {
    return { kind: "parameter", name, ...(known.get(name) ?? unknown) };
  };
  return (pattern) =>
    withOptionalWords(pattern)
      .split(/\s+/)
      .flatMap((text) => readPart(text, readParameter));
}

const unknown = { words: new Set<string>(), optional: false };

/** `the( text) {text}` → `the ␁text {text}`; `click(s)` stays as it is. */
function withOptionalWords(pattern: string): string {
  return pattern.replace(/\(([^()]*\s[^()]*)\)/g, (_, words: string) => {
    const marked = words.trim().split(/\s+/);
    return ` ${marked.map((word) => optionalMark + word).join(" ")} `;
  });
}

function readPart(
  text: string,
  readParameter: (name: string) => PatternParameter,
): readonly PatternPart[] {
  const optional = text.startsWith(optionalMark);
  // A parameter may touch something else: `{actor}'s`.
  return text
    .replace(optionalMark, "")
    .split(/(\{\w*\})/)
    .flatMap((piece): readonly PatternPart[] => {
      const name = /^\{(\w*)\}$/.exec(piece)?.[1];
      if (name !== undefined) return [readParameter(name)];
      const forms = formsOf(piece);
      return forms.length === 0 ? [] : [{ kind: "word", forms, optional }];
    });
}

/** `press(es)/click(s)` → press, presses, click, clicks. */
function formsOf(text: string): readonly string[] {
  const forms = text.split("/").flatMap((alternative) => {
    const without = alternative.replace(/\([^)]*\)/g, "");
    const whole = alternative.replace(/[()]/g, "");
    return without === whole ? [whole] : [without, whole];
  });
  return forms.map(normaliseWord).filter((word) => word !== "");
}

/** Lower case and without what stands around a word: `JSON:` → `json`. */
export function normaliseWord(text: string): string {
  return text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
