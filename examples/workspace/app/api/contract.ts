/**
 * Writes a route's contract in a line or two: what goes in, what comes out, how it can be refused.
 * The server checks and serialises by it, and the OpenAPI document is made from it.
 */
import type { FastifySchema, RouteOptions } from "fastify";
import type { InputSchema } from "../domain/inputs.ts";

export type Refusals = readonly (400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 423)[];

export interface Contract {
  readonly id: string;
  readonly summary: string;
  readonly tag: "Sign-in" | "Projects" | "Members" | "Notes" | "Files" | "Sharing" | "Product";
  readonly answer: Readonly<Record<number, object>>;
  readonly refusals: Refusals;
  readonly body?: InputSchema;
  readonly query?: InputSchema;
  readonly params?: readonly string[];
  readonly headers?: Readonly<Record<string, object>>;
  /** True for the few routes that need no session. */
  readonly open?: boolean;
  readonly consumes?: readonly string[];
}

export function contract(given: Contract): FastifySchema {
  const { id, summary, tag, body, query, params, headers, consumes, open = false } = given;
  return {
    operationId: id,
    summary,
    tags: [tag],
    security: open ? [] : [{ cookie: [] }, { bearer: [] }],
    ...(body && { body }),
    ...(query && { querystring: query }),
    ...(params && { params: ids(params) }),
    ...(headers && { headers: { type: "object", properties: headers } }),
    ...(consumes && { consumes: [...consumes] }),
    response: { ...given.answer, ...refusals(given, open) },
  };
}

export const NOTHING = { type: "null", description: "Done; there is nothing to say." } as const;

export function answer(description: string, schema: object) {
  return { description, content: { "application/json": { schema } } };
}

/** The answer to a creation says where the new thing is. */
export function created(description: string, schema: object) {
  const headers = { Location: { type: "string", description: "Where the new one is." } };
  return { ...answer(description, schema), headers };
}

/** To be called for each route: what can go wrong with any change, whatever it is about. */
export function addCommonRefusals({ method, schema }: RouteOptions): void {
  if (schema === undefined || method === "GET" || method === "HEAD") return;
  schema.response = { ...Object(schema.response), ...problems([400, 403, 413, 415]) };
}

function refusals({ body, refusals: named }: Contract, open: boolean): Record<number, object> {
  return problems([...named, ...(body ? [422] : []), ...(open ? [] : [401]), 500]);
}

function problems(statuses: readonly number[]): Record<number, object> {
  return Object.fromEntries(statuses.map((status) => [status, problem(status)]));
}

function problem(status: number) {
  const content = { "application/problem+json": { schema: { $ref: "Problem#" } } };
  return { description: DESCRIPTIONS[status] ?? "Refused.", content };
}

function ids(names: readonly string[]) {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  return { type: "object", properties, required: [...names] };
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: "The request could not be read.",
  401: "Not signed in, or the credentials are wrong.",
  403: "Your role does not allow this, or the request came from another site.",
  404: "There is no such thing, or it is not yours to see.",
  409: "In conflict with what is there.",
  412: "It was changed in the meantime.",
  413: "Too large.",
  415: "This content type is not supported.",
  422: "Some values are not right; `errors` names each.",
  423: "Locked after five wrong passwords; `Retry-After` says for how many seconds.",
  500: "Our fault.",
};
