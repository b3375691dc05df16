/**
 * Refuses changes that another site sends with a customer's cookie (cross-site request forgery).
 * Every browser says where a request comes from; a client that says nothing is no browser and has
 * no cookies to abuse.
 */
import type { FastifyRequest } from "fastify";
import { Refusal } from "./domain/refusal.ts";
import { bearerToken } from "./signed-in.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

export async function refuseOtherOrigins(request: FastifyRequest): Promise<void> {
  if (SAFE_METHODS.has(request.method) || bearerToken(request) !== undefined) return;
  if (isSameOrigin(request)) return;
  throw new Refusal("other-origin", "This request came from another site.");
}

function isSameOrigin({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
