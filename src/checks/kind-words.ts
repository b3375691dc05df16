// The words that people use for kinds of value.
import type { Kind } from "./kinds.ts";

const kindOfWord: Readonly<Record<string, Kind>> = {
  string: "string",
  text: "string",
  number: "number",
  integer: "integer",
  "whole number": "integer",
  boolean: "boolean",
  array: "array",
  list: "array",
  object: "object",
  uuid: "uuid",
  guid: "uuid",
  email: "email",
  "email address": "email",
  date: "date",
  "date and time": "datetime",
  "date-time": "datetime",
  datetime: "datetime",
  timestamp: "datetime",
  url: "url",
};

export const kindWords: readonly string[] = Object.keys(kindOfWord);

/** The kind that a word means, with its article for a failure; undefined when it means none. */
export function readKind(
  word: string,
): { readonly kind: Kind; readonly words: string } | undefined {
  const kind = kindOfWord[word.toLowerCase()];
  if (kind === undefined) return undefined;
  return { kind, words: `${/^[aeio]/.test(word) ? "an" : "a"} ${word}` };
}
