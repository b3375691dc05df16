// Sends what a sentence says, with what was said before it. It holds no phrases.
import type { DataTable } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiRequest, ApiResponse, RequestBody } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { pairsOf } from "../tables.ts";
import { belowBase, scenarioApi } from "./base-address.ts";
import { docStringBody, formBody, jsonBody, multipartBody, textBody } from "./bodies.ts";

export type Content = string | DataTable;

/** A request's first line. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** The request with all that was drafted for it; the draft is used up. */
export function drafted(
  world: StoryWorld,
  actor: Actor,
  { method, path }: Asked,
  body?: RequestBody,
): ApiRequest {
  const { headers, query, redirects, body: draftedBody } = actor.draft.take();
  const { timeoutMs } = scenarioApi(world);
  return {
    method,
    path: belowBase(world, actor.draft.fillPath(path)),
    headers,
    query,
    redirects,
    body: body ?? draftedBody,
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
}

/** Not async, as the phrases that end with it: a promise around a promise is dear where a journey runs again and again. */
export function send(
  world: StoryWorld,
  actor: Actor,
  asked: Asked,
  body?: RequestBody,
): Promise<ApiResponse> {
  return actor.api.send(drafted(world, actor, asked, body));
}

/** Sends what stands under the sentence; `word` is what the sentence calls it: "JSON", "form data", "headers" … */
export function sendWith(
  world: StoryWorld,
  actor: Actor,
  asked: Asked,
  word: string,
  content: Content,
): Promise<ApiResponse> {
  return send(world, actor, asked, draftContent(world, actor, word, content, asked.method));
}

/** Headers and queries go into the draft; anything else is the body. */
export function draftContent(
  world: StoryWorld,
  actor: Actor,
  word: string,
  content: Content,
  method: string,
): RequestBody | undefined {
  const kind = kindOf(word, method);
  if (kind === "header" || kind === "query" || kind === "path") {
    draftPairs(world, actor, kind, content);
    return undefined;
  }
  return bodyOf(world, kind, content);
}

type Kind = "json" | "text" | "body" | "form" | "parts" | "header" | "query" | "path";

/** Parameters go where the method puts them: behind the address, or into the body as a form. */
function kindOf(word: string, method: string): Kind {
  if (word.includes("header")) return "header";
  if (word.includes("query")) return "query";
  if (word.startsWith("path")) return "path";
  if (word.startsWith("param")) return /^(?:GET|HEAD|DELETE)$/.test(method) ? "query" : "form";
  if (word.startsWith("form")) return "form";
  if (/parts|multipart/.test(word)) return "parts";
  if (word.startsWith("JSON")) return "json";
  return /^(?:text|raw|XML)/.test(word) ? "text" : "body";
}

function bodyOf(world: StoryWorld, kind: Kind, content: Content): RequestBody {
  if (kind === "form" || kind === "parts") {
    if (typeof content === "string") throw new StoryError(`This step wants a table:\n${rows}`);
    return kind === "form" ? formBody(world, content) : multipartBody(world, content);
  }
  if (kind === "json" || typeof content !== "string") return jsonBody(world, content);
  return kind === "text" ? textBody(world, content) : docStringBody(world, content);
}

const rows = "  | name | value |";

/** From a table; in one line "Accept: text/csv", or "a=1&b=2". */
function draftPairs(
  world: StoryWorld,
  actor: Actor,
  kind: "header" | "query" | "path",
  content: Content,
): void {
  if (typeof content !== "string") {
    for (const [name, value] of pairsOf(world, content, rows)) add(actor, kind, name, value);
    return;
  }
  const text = world.resolve(content);
  if (kind === "path") throw new StoryError(`This step wants a table:\n${rows}`);
  if (kind === "query") {
    for (const [name, value] of new URLSearchParams(text)) add(actor, kind, name, value);
    return;
  }
  for (const line of text.split("\n").filter((each) => each.trim() !== "")) {
    const [, name, value] = /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new StoryError(`"${line}" is not a header; write it as "Accept: text/csv".`);
    }
    add(actor, kind, name, value);
  }
}

function add(actor: Actor, kind: "header" | "query" | "path", name: string, value: string): void {
  if (kind === "header") actor.draft.addHeader(name, value);
  else if (kind === "path") actor.draft.addPathParameter(name, value);
  else actor.draft.addQuery(name, value);
}
