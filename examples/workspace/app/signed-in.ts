/**
 * Who sends a request: reads the session cookie or the bearer token. The cookie is out of reach
 * for scripts and stays home on requests from other sites.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "./domain/refusal.ts";
import { REMEMBERED_SESSION_MS, type Session } from "./domain/sessions.ts";
import type { Workspace } from "./workspace.ts";

export const SESSION_COOKIE = "workspace_session";

declare module "fastify" {
  interface FastifyRequest {
    session: Session | null;
  }
}

/** Fills `request.session`. A bearer token wins over a cookie, as the more deliberate of the two. */
export function readSession({ sessions }: Workspace) {
  return async (request: FastifyRequest): Promise<void> => {
    const token = bearerToken(request) ?? request.cookies[SESSION_COOKIE];
    request.session = token === undefined ? null : await sessions.find(token);
  };
}

/** Refuses who is not signed in before anything else is said about a request. */
export async function requireSession(request: FastifyRequest): Promise<void> {
  const isOpen = request.routeOptions.schema?.security?.length === 0;
  if (!isOpen) sessionOf(request);
}

/** The session of a request, or a refusal that says how to get one. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session !== null) return request.session;
  throw new Refusal("not-signed-in", "Sign in first: there is no session, or it has ended.");
}

export function customerOf(request: FastifyRequest) {
  return sessionOf(request).customer;
}

/** Without "Remember me" the cookie goes when the browser is closed. */
export function setSessionCookie(reply: FastifyReply, { token, remembered }: Session): void {
  const maxAge = REMEMBERED_SESSION_MS / 1000;
  reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, ...(remembered && { maxAge }) });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, COOKIE);
}

export const COOKIE = { path: "/", httpOnly: true, sameSite: "lax" } as const;

export function bearerToken({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
}
