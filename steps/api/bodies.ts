// What a sentence gives as a body, as the body of a request.
import { basename } from "node:path";
import type { DataTable } from "@cucumber/cucumber";
import { lookup } from "mime-types";
import type { MultipartPart, RequestBody } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { readProjectFile } from "../project-files.ts";
import { pairsOf, rowsOf } from "../tables.ts";

/** JSON from a doc string, or from a table whose rows are paths and values. */
export function jsonBody(world: StoryWorld, content: string | DataTable): RequestBody {
  if (typeof content === "string") return { kind: "json", value: parseStoryJson(world, content) };
  return { kind: "json", value: jsonFromTable(world, content) };
}

const jsonShape = "  | email        | ada@example.com |\n  | address.city | London          |";

/** Cells that are JSON (numbers, true, false, null, lists, objects, quoted texts) keep that type; all else is text. */
function jsonFromTable(world: StoryWorld, table: DataTable): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const row of table.raw()) {
    if (row.length !== 2) pairsOf(world, table, jsonShape);
    const [path = "", cell = ""] = row;
    setAt(value, path.split("."), cellValue(world, cell));
  }
  return value;
}

/** What a cell says: JSON where it is some, else text. */
export function cellValue(world: StoryWorld, cell: string): unknown {
  if (/^(?:-?\d+(?:\.\d+)?|true|false|null|\[.*\]|\{(?!\{).*\}|".*")$/s.test(cell)) {
    try {
      return JSON.parse(world.resolve(cell));
    } catch {
      // Looks like JSON and is not: then it is a text, such as 007 or [draft.
    }
  }
  return world.memory.resolveValue(cell);
}

/** The JSON with another value at that path; an empty object where there was none. The old one stays as it is. */
export function changedJson(before: unknown, path: string, value: unknown): unknown {
  const isObject = typeof before === "object" && before !== null;
  const changed: Record<string, unknown> = isObject
    ? (structuredClone(before) as Record<string, unknown>)
    : {};
  setAt(changed, path.split("."), value);
  return changed;
}

/** The JSON without what stands at that path. The old one stays as it is; throws when nothing is there. */
export function withoutJson(before: unknown, path: string): unknown {
  const changed: unknown = structuredClone(before);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let owner = changed;
  for (const key of keys)
    owner = isRecord(owner) && Object.hasOwn(owner, key) ? owner[key] : undefined;
  if (!isRecord(owner) || !Object.hasOwn(owner, last)) {
    const told = before === undefined ? "no JSON body was set" : `it is ${JSON.stringify(before)}`;
    throw new StoryError(`There is no "${path}" in the request body to remove: ${told}.`);
  }
  delete owner[last];
  return changed;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
    return;
  }
  const inner = Object.hasOwn(target, key) ? target[key] : undefined;
  const next =
    typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  Object.defineProperty(target, key, {
    value: next,
    enumerable: true,
    writable: true,
    configurable: true,
  });
  setAt(next, rest, value);
}

/** A doc string as it stands: JSON where it says or looks so, else text. */
export function docStringBody(world: StoryWorld, content: string): RequestBody {
  const looksLikeJson = /^\s*[[{]/.test(content);
  return looksLikeJson ? jsonBody(world, content) : textBody(world, content);
}

/** Sent as it stands, broken JSON too. */
export function textBody(world: StoryWorld, content: string): RequestBody {
  return { kind: "raw", content: world.resolve(content), mediaType: "text/plain; charset=utf-8" };
}

const formShape = "  | username | ada           |\n  | password | correct horse |";

export function formBody(world: StoryWorld, table: DataTable): RequestBody {
  return {
    kind: "form",
    fields: pairsOf(world, table, formShape).map(([name, value]) => [name, value]),
  };
}

const partsShape = "  | title      | My picture          |\n  | attachment | file: images/me.png |";

/** Parts from a table; a value that begins with `file:` is a file of the project. */
export function multipartBody(world: StoryWorld, table: DataTable): RequestBody {
  const parts = rowsOf(world, table, 2, partsShape).map(
    ([name = "", value = ""]): MultipartPart => {
      const file = /^file:\s*(.+)$/.exec(value)?.[1];
      return file === undefined ? { kind: "field", name, value } : filePart(world, name, file);
    },
  );
  return { kind: "multipart", parts };
}

export function filePart(world: StoryWorld, name: string, path: string): MultipartPart {
  return {
    kind: "file",
    name,
    fileName: basename(path),
    content: readProjectFile(path, world),
    mediaType: mediaTypeOf(path),
  };
}

export function fileBody(world: StoryWorld, path: string): RequestBody {
  return { kind: "raw", content: readProjectFile(path, world), mediaType: mediaTypeOf(path) };
}

function mediaTypeOf(path: string): string {
  return lookup(path) || "application/octet-stream";
}

/** A file as a JSON doc string: each `{{name}}` in it is resolved. Throws, with line and column, when it is not JSON. */
export function jsonFileBody(world: StoryWorld, path: string): RequestBody {
  return jsonBody(world, new TextDecoder().decode(readProjectFile(path, world)));
}
