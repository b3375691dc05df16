// JSON as a doc string has it: `{{name}}` stands for text inside a string, and for a value of its type where it stands
// bare. Names are resolved after parsing, so that nothing remembered can change the shape of the JSON.
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Resolve } from "./literal.ts";
import { pointAt } from "./text-place.ts";

export type JsonText =
  | { readonly kind: "ok"; readonly value: unknown }
  /** The message names line and column inside the text and points at them. */
  | { readonly kind: "error"; readonly message: string };

/** The value of the text. Throws, with line and column inside it, when it is not JSON or a name is not known. */
export function parseJsonText(text: string, resolve: Resolve = (name) => name): unknown {
  const read = readJsonText(text, resolve);
  if (read.kind === "error") throw new Error(read.message);
  return read.value;
}

/** As `parseJsonText`, with the error as a value. */
export function readJsonText(text: string, resolve: Resolve = (name) => name): JsonText {
  const errors: ParseError[] = [];
  const { masked, bare } = maskTemplates(text);
  const root = parseTree(masked, errors, { disallowComments: true });
  const [error] = errors;
  if (error !== undefined) return failAt(text, error.offset, tellError(text, error));
  if (root === undefined) return failAt(text, 0, "it is empty");
  try {
    return { kind: "ok", value: toValue(root, { bare, resolve }) };
  } catch (cause) {
    if (!(cause instanceof Misplaced)) throw cause;
    return failAt(text, cause.offset, cause.message, "This JSON cannot be used");
  }
}

interface Reading {
  /** Templates that stand for a whole value, by where they begin. */
  readonly bare: ReadonlyMap<number, string>;
  readonly resolve: Resolve;
}

/** A problem at a place of the text; it never leaves this file. */
class Misplaced extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Puts a JSON string of the same length where a bare template stands: places in the text stay what they are. */
function maskTemplates(text: string): { masked: string; bare: ReadonlyMap<number, string> } {
  const bare = new Map<number, string>();
  const masked = text.replace(/"(?:[^"\\\n]|\\.)*"|\{\{[^{}\n]+\}\}/g, (piece, offset: number) => {
    if (piece.startsWith('"')) return piece;
    bare.set(offset, piece);
    return `"${"x".repeat(piece.length - 2)}"`;
  });
  return { masked, bare };
}

function toValue(node: Node, reading: Reading): unknown {
  switch (node.type) {
    case "object":
      return toObject(node, reading);
    case "array":
      return (node.children ?? []).map((child) => toValue(child, reading));
    case "string":
      return toStringValue(node, reading);
    default:
      return node.value as unknown;
  }
}

function toObject({ children = [] }: Node, reading: Reading): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const { children: [key, value] = [] } of children) {
    if (key === undefined || value === undefined) continue;
    const name = toText(toStringValue(key, reading));
    if (entries.has(name)) throw new Misplaced(key.offset, `the key "${name}" is there twice`);
    entries.set(name, toValue(value, reading));
  }
  return Object.fromEntries(entries);
}

function toStringValue({ offset, value }: Node, { bare, resolve }: Reading): unknown {
  const template = bare.get(offset);
  try {
    return template === undefined ? toText(resolve(String(value))) : resolve(template);
  } catch (cause) {
    throw new Misplaced(offset, (cause as Error).message);
  }
}

/** In quotes everything is text. */
function toText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const problems: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is expected here, as in "name": 1',
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected here",
  CommaExpected: "a comma is expected here",
  CloseBraceExpected: 'a "}" is missing at the end',
  CloseBracketExpected: 'a "]" is missing at the end',
  EndOfFileExpected: "the JSON is complete before this",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfString: "this text is not closed with a double quote",
  InvalidEscapeCharacter: "a backslash is written twice in JSON: \\\\",
  InvalidCharacter: "a line break or control character in a text is written as \\n or \\u0000",
  InvalidSymbol: "texts stand in double quotes; true, false, null and numbers stand alone",
};

function tellError(text: string, { error, offset }: ParseError): string {
  const code = printParseErrorCode(error);
  if (text[offset] === "'") return "JSON texts and keys stand in double quotes";
  if (/[}\]]/.test(text[offset] ?? "") && /,\s*$/.test(text.slice(0, offset))) {
    return "there is a comma before this, and nothing after the comma";
  }
  return problems[code] ?? "this is not JSON";
}

function failAt(
  text: string,
  offset: number,
  problem: string,
  headline = "This is not JSON",
): JsonText {
  return { kind: "error", message: `${headline}, ${pointAt(text, offset)}\n${problem}` };
}
