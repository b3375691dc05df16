// Whether an answer is as an OpenAPI document says: path and method, status, content type, headers, body.
import { judgeSchema, type Violation } from "./json-schema.ts";
import {
  asObject,
  demandResolvedPaths,
  escapePointer,
  findOperation,
  follow,
  listOperations,
  type OpenApi,
  type Operation,
  UnresolvedReference,
} from "./openapi-document.ts";

/** An exchange, as much of it as a document describes. */
export interface Answered {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly header: (name: string) => string | undefined;
  /** The body parsed as JSON; only called when the document has a schema for it. Throws when it is none. */
  readonly json: () => unknown;
  readonly isEmpty: boolean;
}

export type OpenApiVerdict =
  | { readonly kind: "conforms"; readonly operation: string }
  | {
      readonly kind: "breaks";
      readonly operation: string;
      readonly violations: readonly Violation[];
    }
  /** Nothing in the document is about this; the message says what there is. */
  | { readonly kind: "undescribed"; readonly message: string }
  /** Nothing can be said by this document: a reference or a schema in it is wrong. */
  | { readonly kind: "unusable"; readonly message: string };

type Json = Readonly<Record<string, unknown>>;

export function judgeOpenApi(api: OpenApi, answered: Answered): OpenApiVerdict {
  try {
    return judgeAnswer(api, answered);
  } catch (error) {
    if (error instanceof UnresolvedReference || error instanceof UnusableSchema)
      return { kind: "unusable", message: error.message };
    throw error;
  }
}

class UnusableSchema extends Error {}

function judgeAnswer(api: OpenApi, answered: Answered): OpenApiVerdict {
  const operation = findOperation(api, answered.method, answered.path);
  if (operation === undefined) {
    demandResolvedPaths(api, answered.path);
    return tellUndescribed(api, answered);
  }
  const name = `${operation.method} ${operation.template}`;
  const found = findResponse(api, operation, answered.status);
  if (found === undefined) {
    const known = Object.keys(asObject(operation.operation["responses"])).join(", ") || "none";
    return {
      kind: "undescribed",
      message: `${name} describes no ${answered.status}; it describes: ${known}`,
    };
  }
  const violations = [
    ...judgeHeaders(api, found.response, answered),
    ...judgeBody(api, found, answered),
  ];
  if (violations.length === 0) return { kind: "conforms", operation: name };
  return { kind: "breaks", operation: `${name} ${answered.status}`, violations };
}

function tellUndescribed(api: OpenApi, { method, path }: Answered): OpenApiVerdict {
  const names = listOperations(api).map((each) => `${each.method} ${each.template}`);
  const shown = names.slice(0, 30).map((name) => `\n  ${name}`);
  const more = names.length > shown.length ? `\n  … and ${names.length - shown.length} more` : "";
  const told = names.length === 0 ? " none" : shown.join("") + more;
  return { kind: "undescribed", message: `no operation is ${method} ${path}; there are:${told}` };
}

interface FoundResponse {
  readonly response: Json;
  readonly pointer: string;
}

/** By the very status, by its class (`4XX`), or the default. */
function findResponse(
  { document }: OpenApi,
  { operation, pointer }: Operation,
  status: number,
): FoundResponse | undefined {
  const responses = asObject(operation["responses"]);
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  const key = wanted.find((each) => Object.hasOwn(responses, each));
  if (key === undefined) return undefined;
  const found = follow(document, responses[key], `${pointer}/responses/${key}`);
  return { response: asObject(found.value), pointer: found.pointer };
}

function judgeHeaders({ document }: OpenApi, response: Json, answered: Answered): Violation[] {
  return Object.entries(asObject(response["headers"])).flatMap(([name, described]) => {
    const { value } = follow(document, described, "");
    const isMissing = asObject(value)["required"] === true && answered.header(name) === undefined;
    return isMissing ? [{ path: `header ${name}`, problem: "is required, but is not there" }] : [];
  });
}

function judgeBody(
  api: OpenApi,
  { response, pointer }: FoundResponse,
  answered: Answered,
): readonly Violation[] {
  const content = asObject(response["content"]);
  const described = Object.keys(content);
  if (described.length === 0) return [];
  const type = answered.contentType?.split(";")[0]?.trim().toLowerCase();
  const key = findMediaType(described, type);
  if (key === undefined) {
    const told = type ?? (answered.isEmpty ? "there is no body" : "there is none");
    return [
      {
        path: "content type",
        problem: `must be ${described.join(" or ")}, but ${type === undefined ? told : `is ${told}`}`,
      },
    ];
  }
  const media = asObject(content[key]);
  if (media["schema"] === undefined || !/json/i.test(type ?? "")) return [];
  const reference = `${encodeURI(`${pointer}/content/${escapePointer(key)}/schema`).replace(/#/g, "%23")}`;
  return judgeJson(api, reference, answered);
}

function judgeJson(
  { document }: OpenApi,
  pointer: string,
  answered: Answered,
): readonly Violation[] {
  let body: unknown;
  try {
    body = answered.json();
  } catch (error) {
    return [{ path: "$", problem: (error as Error).message }];
  }
  const verdict = judgeSchema(
    body,
    { $ref: `openapi:document#${pointer}` },
    { id: "openapi:document", document },
  );
  if (verdict.kind === "valid") return [];
  if (verdict.kind === "invalid") return verdict.violations;
  throw new UnusableSchema(`its schema at ${pointer} cannot be used: ${verdict.message}`);
}

/** The very type, then `application/*`, then anything. */
function findMediaType(described: readonly string[], type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  const bare = (key: string) => key.split(";")[0]?.trim().toLowerCase() ?? "";
  return (
    described.find((key) => bare(key) === type) ??
    described.find((key) => bare(key) === `${type.split("/")[0]}/*`) ??
    described.find((key) => bare(key) === "*/*")
  );
}
