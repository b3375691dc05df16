// An OpenAPI 3.0 or 3.1 document: which operation an exchange belongs to, and what it says of an answer.
// It knows neither files nor clients: it is handed the document's text and what was asked.
import { loadYaml } from "./libraries.ts";
import { toJsonSchema } from "./openapi-schema.ts";

type Json = Readonly<Record<string, unknown>>;

export interface OpenApi {
  readonly version: "3.0" | "3.1";
  /** Its schemas are JSON Schema, whatever the version. */
  readonly document: Json;
}

export interface Operation {
  readonly method: string;
  /** The path template: `/books/{id}`. */
  readonly template: string;
  readonly pointer: string;
  readonly operation: Json;
}

/** Reads JSON or YAML. Throws, saying what is missing, when it is no such document. */
export function readOpenApi(text: string): OpenApi {
  const document = parseText(text);
  const told = isObject(document) ? document["openapi"] : undefined;
  const version = /^3\.[01]\b/.exec(String(told))?.[0];
  if (!isObject(document) || (version !== "3.0" && version !== "3.1")) {
    throw new Error(
      `This is no OpenAPI document of version 3.0 or 3.1: its "openapi" is ${JSON.stringify(told) ?? "not there"}.`,
    );
  }
  return { version, document: toJsonSchema(document, version) as Json };
}

function parseText(text: string): unknown {
  try {
    // JSON is YAML, but for what YAML takes seconds to read.
    return /^\s*\{/.test(text) ? JSON.parse(text) : loadYaml().parse(text);
  } catch (cause) {
    throw new Error(`The document is neither JSON nor YAML: ${(cause as Error).message}`, {
      cause,
    });
  }
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** All operations, in the order of the document. */
export function listOperations({ document }: OpenApi): readonly Operation[] {
  return Object.entries(asObject(document["paths"])).flatMap(([template, item]) => {
    const { value, pointer } = followPath(document, template, item);
    return methods.flatMap((method) => {
      const operation = asObject(value)[method];
      if (!isObject(operation)) return [];
      return [
        { method: method.toUpperCase(), template, pointer: `${pointer}/${method}`, operation },
      ];
    });
  });
}

/** A path that stands elsewhere describes nothing here, and must not spoil the others. */
function followPath(document: Json, template: string, item: unknown): ReturnType<typeof follow> {
  const pointer = `/paths/${escapePointer(template)}`;
  try {
    return follow(document, item, pointer);
  } catch (error) {
    if (error instanceof UnresolvedReference) return { value: undefined, pointer };
    throw error;
  }
}

/** Throws when one of the paths that fit is a `$ref` that leads nowhere. */
export function demandResolvedPaths(api: OpenApi, path: string): void {
  const paths = pathsBelowServers(api, path);
  for (const [template, item] of Object.entries(asObject(api.document["paths"]))) {
    if (!paths.some((one) => templatePattern(template).test(one))) continue;
    follow(api.document, item, `/paths/${escapePointer(template)}`);
  }
}

/** The operation for a method and path; of several templates, the one with the fewest parameters. */
export function findOperation(api: OpenApi, method: string, path: string): Operation | undefined {
  const paths = pathsBelowServers(api, path);
  return listOperations(api)
    .filter((each) => each.method === method)
    .filter(({ template }) => paths.some((one) => templatePattern(template).test(one)))
    .toSorted((left, right) => countParameters(left) - countParameters(right))[0];
}

function countParameters({ template }: Operation): number {
  return template.split("{").length;
}

function templatePattern(template: string): RegExp {
  const literal = template
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
  return new RegExp(`^${literal.join("[^/]+")}/?$`);
}

/** The path as it stands, and without the path of each server. */
function pathsBelowServers({ document }: OpenApi, path: string): readonly string[] {
  const servers = Array.isArray(document["servers"]) ? document["servers"] : [];
  const below = servers.flatMap((server) => {
    const base = basePathOf(String(asObject(server)["url"] ?? "/"));
    return path.startsWith(`${base}/`) ? [path.slice(base.length)] : [];
  });
  return [path, ...below];
}

function basePathOf(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\{[^}]*\}/g, "");
  return path.replace(/\/+$/, "");
}

/** A `$ref` that leads nowhere: nothing can be judged by what it stands for. */
export class UnresolvedReference extends Error {
  constructor(ref: string, pointer: string) {
    const place = pointer === "" ? "" : ` at ${pointer}`;
    const why = ref.startsWith("#/") ? "leads nowhere" : "leads out of the document";
    super(`its $ref "${ref}"${place} ${why}; put what it stands for into the document.`);
  }
}

/** What a `$ref` inside the document stands for, and where it is. Throws when it stands for nothing. */
export function follow(
  document: Json,
  value: unknown,
  pointer: string,
): { readonly value: unknown; readonly pointer: string } {
  const seen = new Set<string>();
  let at = { value, pointer };
  for (;;) {
    const ref = asObject(at.value)["$ref"];
    if (typeof ref !== "string") return at;
    const target = ref.startsWith("#/") ? resolvePointer(document, ref.slice(1)) : undefined;
    if (target === undefined || seen.has(ref)) throw new UnresolvedReference(ref, at.pointer);
    seen.add(ref);
    at = { value: target, pointer: decodeURIComponent(ref.slice(1)) };
  }
}

function resolvePointer(document: Json, pointer: string): unknown {
  const keys = decodeURIComponent(pointer).split("/").slice(1);
  return keys
    .map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"))
    .reduce<unknown>((value, key) => {
      const members = asObject(value);
      return Object.hasOwn(members, key) ? members[key] : undefined;
    }, document);
}

export function escapePointer(key: string): string {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}
