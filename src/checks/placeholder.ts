// `#string`, `##uuid`, `#[3] #number`: what stands in expected JSON for a value that is not known beforehand.
// Nothing in them is evaluated as code.
//
//   placeholder = "#" [ "#" ] ( kind | "null" | "notnull" | "present" | "notpresent" | "ignore"
//               | "regex " pattern | "[" [ count ] "]" [ " " placeholder ] )
// A second "#": may be missing or null as well. Other text that begins with "#" ("#ff8800") is itself, but text
// one letter from a placeholder ("#strng") and what would be code ("#? _ > 0", "#(name)") are errors.
// `\#string` is the text "#string".
import { distance } from "fastest-levenshtein";
import type { Kind } from "./kinds.ts";
import { parsePattern } from "./pattern.ts";

export type Placeholder =
  | { readonly kind: "typed"; readonly type: Kind }
  | { readonly kind: "null" | "notnull" | "present" | "notpresent" | "ignore" }
  | { readonly kind: "regex"; readonly pattern: RegExp }
  | { readonly kind: "list"; readonly count?: number; readonly item?: MarkedPlaceholder };

export interface MarkedPlaceholder {
  /** As written: "##uuid". */
  readonly text: string;
  readonly optional: boolean;
  readonly placeholder: Placeholder;
}

export type ReadPlaceholder =
  | { readonly kind: "placeholder"; readonly marked: MarkedPlaceholder }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly message: string };

const kinds: readonly Kind[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "array",
  "object",
  "uuid",
  "email",
  "date",
  "datetime",
  "url",
];
const words = ["null", "notnull", "present", "notpresent", "ignore"] as const;

/** Says whether expected text is a placeholder, plain text, or a mistake. */
export function readPlaceholder(text: string): ReadPlaceholder {
  if (text.startsWith("\\#")) return { kind: "text", text: text.slice(1) };
  if (!text.startsWith("#")) return { kind: "text", text };
  const optional = text.startsWith("##");
  const body = text.slice(optional ? 2 : 1);
  const placeholder = readBody(body);
  if (typeof placeholder === "object") {
    return { kind: "placeholder", marked: { text, optional, placeholder } };
  }
  return placeholder === undefined
    ? { kind: "text", text }
    : { kind: "error", message: placeholder };
}

/** The placeholder, the words of an error, or undefined for plain text. */
function readBody(body: string): Placeholder | string | undefined {
  if (/^\s*[?(]/.test(body)) {
    return `"#${body}" is not evaluated as code; use a placeholder such as #number, or a step that checks the path`;
  }
  if (body.startsWith("regex")) return readRegex(body);
  if (body.startsWith("[")) return readListMark(body);
  return readWord(body);
}

function readWord(body: string): Placeholder | string | undefined {
  const kind = kinds.find((known) => known === body);
  if (kind !== undefined) return { kind: "typed", type: kind };
  const word = words.find((known) => known === body);
  if (word !== undefined) return { kind: word };
  const near = [...kinds, ...words, "regex"].find((known) => isSlipOf(known, body));
  if (near === undefined) return undefined;
  return `there is no placeholder "#${body}"; did you mean "#${near}"? Plain text is written "\\\\#${body}"`;
}

/** One letter; in long words two, since letters that changed places are two edits. Hashtags are text. */
function isSlipOf(known: string, body: string): boolean {
  if (!/^[a-z]+$/i.test(body)) return false;
  if (known === body.toLowerCase()) return true;
  return distance(known, body) <= (body.length >= 6 && body[0] === known[0] ? 2 : 1);
}

function readRegex(body: string): Placeholder | string {
  const source = body.slice("regex".length).trim();
  if (source === "") return `"#regex" needs a pattern after it: "#regex ^[a-z]+$"`;
  const parsed = parsePattern(source);
  return parsed.kind === "ok"
    ? { kind: "regex", pattern: parsed.pattern }
    : `"#regex ${source}" is not a regular expression: ${parsed.message}`;
}

function readListMark(body: string): Placeholder | string | undefined {
  const [, inside, rest = ""] = /^\[([^\]]*)\]\s*(.*)$/s.exec(body) ?? [];
  if (inside === undefined) return undefined;
  if (!/^\d*$/.test(inside)) {
    return `"#[${inside}]" is not evaluated as code; write a number of items, as in "#[3]", or none`;
  }
  const count = inside === "" ? {} : { count: Number(inside) };
  if (rest === "") return { kind: "list", ...count };
  const item = readPlaceholder(rest);
  if (item.kind === "error") return item.message;
  if (item.kind === "text") return `"${rest}" in "#${body}" is no placeholder for the items`;
  return { kind: "list", ...count, item: item.marked };
}
