// Text with `{{expressions}}` in it, taken apart. It knows what an expression looks like, not what it stands for.
//
//   text       = { characters | "\{{" | "{{" expression "}}" }   ; "\{{" stands for the two braces themselves
//   expression = "env." variable
//              | "unique." kind [ ":" label ]
//              | ( "now" | "today" ) [ ( "+" | "-" ) count unit ] [ "as" format ]
//              | name { "." key | "[" index "]" | '["' key '"]' }
import { type Moment, readMoment } from "./moment.ts";

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: Expression };

export type Expression =
  | { readonly kind: "environment"; readonly variable: string }
  | { readonly kind: "unique"; readonly what: string; readonly text: string }
  | { readonly kind: "moment"; readonly moment: Moment }
  | { readonly kind: "name"; readonly text: string };

export type ParsedTemplate =
  | { readonly kind: "ok"; readonly pieces: readonly Piece[] }
  | { readonly kind: "error"; readonly message: string };

/** Takes the text apart; an expression that is not closed, or empty, is an error with its place. */
export function parseTemplate(text: string): ParsedTemplate {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{{", at);
    if (open === -1) break;
    if (text[open - 1] === "\\" && open > at) {
      pieces.push({ kind: "text", text: `${text.slice(at, open - 1)}{{` });
      at = open + 2;
      continue;
    }
    const close = text.indexOf("}}", open);
    if (close === -1) return failAt(text, open, 'this is not closed with "}}"');
    const expression = readExpression(text.slice(open + 2, close).trim());
    if (typeof expression === "string") return failAt(text, open, expression);
    if (open > at) pieces.push({ kind: "text", text: text.slice(at, open) });
    pieces.push({ kind: "expression", expression });
    at = close + 2;
  }
  if (at < text.length) pieces.push({ kind: "text", text: text.slice(at) });
  return { kind: "ok", pieces };
}

/** The expression, or what is wrong with it. */
function readExpression(text: string): Expression | string {
  if (text === "") return "there is no name between the braces";
  if (text.startsWith("env.")) return { kind: "environment", variable: text.slice("env.".length) };
  if (text.startsWith("unique.")) {
    const [what = ""] = text.slice("unique.".length).split(":");
    return { kind: "unique", what, text };
  }
  if (!/^(?:now|today)\b(?![.[])/.test(text)) return { kind: "name", text };
  const moment = readMoment(text);
  return typeof moment === "string" ? moment : { kind: "moment", moment };
}

function failAt(text: string, offset: number, problem: string): ParsedTemplate {
  const lineStart = text.lastIndexOf("\n", offset) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const pointer = " ".repeat(offset - lineStart);
  return {
    kind: "error",
    message: `${problem}:\n  ${line}\n  ${pointer}^\nFor the two braces themselves, write \\{{.`,
  };
}
