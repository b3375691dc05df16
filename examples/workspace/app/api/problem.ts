/** Refusals and unexpected errors as problem+json (RFC 9457). */
import type { FastifyError, FastifyReply } from "fastify";
import { type FieldError, Refusal, type RefusalKind } from "../domain/refusal.ts";

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

function toProblem(refusal: Refusal): Problem {
  const { kind, title, status, message, errors } = refusal;
  return { type: `urn:workspace:problem:${kind}`, title, status, detail: message, errors };
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.retryAfterSeconds !== null) reply.header("retry-after", refusal.retryAfterSeconds);
  if (refusal.status === 401) reply.header("www-authenticate", "Bearer");
  return reply.code(refusal.status).type("application/problem+json").send(toProblem(refusal));
}

/** What the web framework refuses, in the product's words; anything unknown is our own fault. */
export function toRefusal(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error;
  const kind = KIND_OF_STATUS[error.statusCode ?? 500];
  if (kind === undefined)
    return new Refusal("internal", "This is our fault. Please try again later.");
  return new Refusal(kind, DETAILS[kind] ?? error.message);
}

const KIND_OF_STATUS: Readonly<Record<number, RefusalKind | undefined>> = {
  400: "malformed",
  404: "not-found",
  406: "unsupported-media-type",
  413: "too-large",
  415: "unsupported-media-type",
};

const DETAILS: Partial<Record<RefusalKind, string>> = {
  "too-large": "Send at most 2 MB.",
  "not-found": "There is nothing at this address.",
};
