// What stands in a part of an answer, and whether it is as it must be.
import { byteUnitPattern } from "../../src/checks/byte-size.ts";
import type { Check } from "../../src/checks/check.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { quoted, type ResponsePart } from "./response-words.ts";

export type { ResponsePart };

/** How failures name the part. */
export function nameOf(part: ResponsePart): string {
  if (part.kind === "path") return `"${part.path}" of the response`;
  return part.kind === "text" ? "the response body" : "the response";
}

/** What stands there, and why nothing does. JSON is parsed, but for `text` and what is no JSON. */
export function partValue(
  response: ApiResponse,
  part: ResponsePart,
): {
  readonly value: unknown;
  readonly source: "data" | "text";
  readonly hint?: string | undefined;
} {
  if (part.kind === "path") {
    const { value, hint } = pathValue(response, part.path);
    return { value, hint, source: "data" };
  }
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

/**
 * What is asked of a list or an object is asked of the data, even where the sentence says "the response body"; so is a
 * length, which for text is its characters and for a list its items.
 */
const ofData =
  /\b(?:length|items?|elements?|entr(?:y|ies)|rows?|records?|results?|keys?|fields?|propert(?:y|ies)|list|array|object)\b/;

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
      throw new StoryError(found.message);
  }
}
