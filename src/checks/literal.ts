// The values that a sentence can hold: "text", 'text', 42, true, false, null, {{name}}.
// It knows what they look like, not what the names stand for: `{{names}}` are resolved after parsing,
// so a remembered value with quotes in it cannot change what the sentence says.
//
//   literal  = text | number | "true" | "false" | "null" | template
//   text     = '"' { character | escape } '"' | "'" { character | escape } "'"
//   escape   = "\" ( '"' | "'" | "\" )             ; before anything else a backslash is itself
//   number   = [ "-" ] digits [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ] ; as in JSON
//   template = "{{" { any character but "{" and "}" } "}}"
import type { Operand } from "./predicate.ts";

/** Sources of regular expressions without capturing groups. */
export const textPattern = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`;
export const templatePattern = String.raw`\{\{[^{}]+\}\}`;
const numberPattern = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
export const literalPattern = `(?:${textPattern}|${templatePattern}|${numberPattern}|true|false|null)`;

/** Gives `{{name}}` its value with its type, and text with names in it as text. Throws when a name is not known. */
export type Resolve = (text: string) => unknown;

/** What stands between the quotes, escapes undone. */
function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** The value of something that `literalPattern` matches. */
export function readLiteral(literal: string, resolve: Resolve): Operand {
  if (/^["']/.test(literal)) return readText(resolve(unquote(literal)));
  if (literal.startsWith("{{")) {
    const value = resolve(literal);
    return { value, isText: typeof value === "string" };
  }
  const value = JSON.parse(literal) as unknown;
  // A number of more digits than a double keeps is compared digit by digit, as it is written.
  const isExact =
    typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value);
  return isExact ? { value, isText: false } : { value: literal, isText: true };
}

/** Quotes make text of a number that a name stood for; an object, a list and null stay what they are. */
function readText(value: unknown): Operand {
  if (typeof value === "object") return { value, isText: false };
  return { value: String(value), isText: true };
}
