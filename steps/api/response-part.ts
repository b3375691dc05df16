// Which part of an answer a sentence means: `the response`, `the response body`, `the response "items[0].id"`,
// `the JSON field "id"`, `the "id" field of the response`, `the GraphQL data "book.title"`.
import { byteUnitPattern } from "../../src/checks/byte-size.ts";
import type { Check } from "../../src/checks/check.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";

export type ResponsePart =
  /** JSON where the content type says so, else text. */
  | { readonly kind: "whole" }
  /** The body as text, whatever it is. */
  | { readonly kind: "text" }
  /** The whole body as JSON. */
  | { readonly kind: "json" }
  | { readonly kind: "path"; readonly path: string };

/** A text in quotes, without capturing groups. */
export const quoted: string = String.raw`(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')`;

/** "I expect the response … to be 5", "I verify that the response … is 5" say no more than what follows. */
export const expects: string =
  "(?:(?:I|[Ww]e) (?:expect|verify|check|assert|confirm|ensure|validate|make sure)(?: that)? )?";

/** The words for the status, without capturing groups. */
export const statusPattern: string = `${expects}(?:the response status|(?:the )?(?:(?:HTTP|API|response|returned|response's) )*(?:status|response code))(?: code)?(?: returned)?(?: (?:of|in) the (?:response|request))?`;

const word = "(?:path|property|field|node|value|key)";
const anyWord = `(?:(?:JSON )?(?:${word}|attribute|element|member)(?: expression)?|(?:value )?at path|value at|(?:with |at )?(?:key|path)|at)`;
const adjectives = "(?:(?:last|whole|full|entire|returned|received|JSON|API|HTTP) )*";
const kinds = "(?: (?:body|JSON|data|response|payload|content|list|array|object))*";
const whole =
  `(?:the value (?:of|at) )?(?:the response|(?:the )?${adjectives}(?:response|JSON|GraphQL data|body|payload))(?:'s)?` +
  `${kinds}(?: of the response)?(?: (?:${anyWord} )?${quoted}(?: (?:${word}|attribute|array|list))?)?`;
const bare = String.raw`(?:the )?response\.[\w.[\]-]*[\w\]]`;
const ofResponse = `(?:of|in|from|within) the ${adjectives}(?:response|JSON)${kinds}`;

/** The source of a regular expression without capturing groups. */
export const responsePartPattern: string =
  `${expects}(?:${whole}|${quoted} ${ofResponse}|${bare}|the (?:${word}|array|JSONPath|jsonpath) ${quoted}|the GraphQL response(?: data)? (?:${word} )?${quoted}|the ${quoted} array` +
  `|the (?:value (?:of|at) )?(?:the )?(?:${anyWord} )?${quoted}(?: (?:${word}|attribute|array|list))? ${ofResponse})`;

/** Reads what the pattern matches; what stands in quotes is resolved. */
export function readResponsePart(text: string, resolve: (text: string) => string): ResponsePart {
  const [quotedPath] = new RegExp(quoted).exec(text) ?? [];
  const dotted = /\bresponse\.(\S+)$/.exec(text)?.[1];
  if (quotedPath === undefined && dotted !== undefined)
    return { kind: "path", path: dotted.replace(/^body\b\.?/, "") || "$" };
  const path = quotedPath === undefined ? "" : resolve(unquote(quotedPath));
  const words = quotedPath === undefined ? text : text.replace(quotedPath, "");
  if (words.includes("GraphQL")) return { kind: "path", path: belowData(path) };
  if (quotedPath !== undefined) return { kind: "path", path };
  if (/JSON|data/.test(words)) return { kind: "json" };
  return { kind: /body|payload|content/.test(words) ? "text" : "whole" };
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** GraphQL answers hold what was asked for under "data". */
function belowData(path: string): string {
  if (path === "") return "data";
  if (path.startsWith("$")) return `$.data${path.slice(1)}`;
  return path.startsWith("[") ? `data${path}` : `data.${path}`;
}

/** How failures name the part. */
export function nameOf(part: ResponsePart): string {
  if (part.kind === "path") return `"${part.path}" of the response`;
  return part.kind === "text" ? "the response body" : "the response";
}

/** What stands there, and why nothing does. JSON is parsed, but for `text` and what is no JSON. */
export function partValue(
  response: ApiResponse,
  part: ResponsePart,
): { readonly value: unknown; readonly source: "data" | "text"; readonly hint?: string } {
  if (part.kind === "path") return { ...pathValue(response, part.path), source: "data" };
  const isText = part.kind === "text" || (part.kind === "whole" && !isJson(response));
  return isText
    ? { value: response.text(), source: "text" }
    : { value: response.json(), source: "data" };
}

/** The value as JSON: of the body, or at the path. Throws when the body is no JSON, or when nothing is there. */
export function jsonOf(response: ApiResponse, part: ResponsePart): unknown {
  if (part.kind !== "path") return response.json();
  const { value, hint } = pathValue(response, part.path);
  if (value === undefined) throw new Error(`There is nothing at "${part.path}".\n${hint ?? ""}`);
  return value;
}

export function isJson(response: ApiResponse): boolean {
  return /\bjson\b/i.test(response.header("content-type") ?? "");
}

/** The failure of a check of that part, if it fails. */
export function judgePart(
  response: ApiResponse,
  part: ResponsePart,
  check: Check,
): string | undefined {
  if (part.kind !== "path" && isOfBytes(check)) {
    return check.judge(response.body.length, "the size of the response in bytes");
  }
  const { value, source, hint } = partValue(response, judgedPart(response, part, check));
  const failure = check.judge(value, nameOf(part), source);
  return failure !== undefined && hint !== undefined ? `${failure}\n${hint}` : failure;
}

/** What is asked of a list or an object is asked of the data, even where the sentence says "the response body". */
const ofData =
  /\b(?:items?|elements?|entr(?:y|ies)|rows?|records?|results?|keys?|fields?|propert(?:y|ies)|list|array|object)\b/;

/** "At most 2 MB" is asked of the body's size. */
function isOfBytes({ text }: Check): boolean {
  return new RegExp(`\\d ?${byteUnitPattern}$`).test(text);
}

function judgedPart(response: ApiResponse, part: ResponsePart, check: Check): ResponsePart {
  if (/\d lines?$/.test(check.text) && part.kind !== "path") return { kind: "text" };
  if (part.kind !== "text" || !isJson(response)) return part;
  return ofData.test(check.text.replace(new RegExp(quoted, "g"), "")) ? { kind: "json" } : part;
}

/** What stands at a path of a JSON body; `hint` says what is there instead when nothing does. */
export function pathValue(
  response: ApiResponse,
  path: string,
): { readonly value: unknown; readonly hint?: string } {
  const found = readJsonPath(response.json(), path);
  switch (found.kind) {
    case "found":
      return { value: found.value };
    case "absent":
      return { value: undefined, hint: found.message };
    case "error":
      throw new Error(found.message);
  }
}
