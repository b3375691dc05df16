/** A form that was sent: does what it asks for and moves on, or shows the page again with errors. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../domain/refusal.ts";
import type { FormState } from "./form.ts";
import { type Page, sendPage } from "./layout.ts";

export interface Submission {
  readonly form: string;
  /** Does it and returns the address to go to. */
  readonly act: () => Promise<string>;
  readonly showAgain: (state: FormState) => Page | Promise<Page>;
}

/** Refusals that the customer can mend in the form; others get a page of their own. */
const MENDABLE = new Set([401, 409, 413, 422, 423]);

export async function handleSubmission(
  request: FastifyRequest,
  reply: FastifyReply,
  { form, act, showAgain }: Submission,
): Promise<FastifyReply> {
  try {
    return reply.redirect(await act(), 303);
  } catch (error) {
    if (
      !(error instanceof Refusal) ||
      error.kind === "not-signed-in" ||
      !MENDABLE.has(error.status)
    )
      throw error;
    if (error.retryAfterSeconds !== null) reply.header("retry-after", error.retryAfterSeconds);
    const state = { form, values: fieldsOf(request), errors: error.errors, message: error.message };
    return sendPage(request, reply, { ...(await showAgain(state)), status: error.status });
  }
}

/** The text fields of a sent form. */
export function fieldsOf({ body }: FastifyRequest): Readonly<Record<string, string>> {
  const entries = Object.entries(Object(body)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
}

/** The named fields, for an input schema; what was not sent is empty. */
export function pick<const N extends string>(
  request: FastifyRequest,
  names: readonly N[],
): Record<N, string> {
  const fields = fieldsOf(request);
  const picked: Partial<Record<N, string>> = {};
  for (const name of names) picked[name] = fields[name] ?? "";
  return picked as Record<N, string>;
}
