/** Signing in and out. The answer holds a bearer token and sets the same session as a cookie. */
import type { FastifyInstance } from "fastify";
import type { Customer } from "../domain/customers.ts";
import { signInInput } from "../domain/inputs.ts";
import { Refusal } from "../domain/refusal.ts";
import { clearSessionCookie, sessionOf, setSessionCookie } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { sessionAnswer } from "./answers.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { refTo } from "./schemas.ts";

interface SignInBody {
  readonly email: string;
  readonly password: string;
  readonly code?: string;
  readonly rememberMe?: boolean;
}

export function sessionRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.post<{ Body: SignInBody }>("/sessions", { schema: signIn }, async (request, reply) => {
    const customer = await admit(workspace, request.body);
    const session = await workspace.sessions.start(customer, request.body.rememberMe ?? false);
    setSessionCookie(reply, session);
    return reply.code(201).header("location", "/api/sessions/current").send(sessionAnswer(session));
  });

  app.get("/sessions/current", { schema: readSession }, async (request) =>
    sessionAnswer(sessionOf(request)),
  );

  app.delete("/sessions/current", { schema: signOut }, async (request, reply) => {
    await workspace.sessions.end(sessionOf(request).token);
    clearSessionCookie(reply);
    return reply.code(204).send();
  });
}

async function admit(
  { signIn }: Workspace,
  { email, password, code }: SignInBody,
): Promise<Customer> {
  const customer = await signIn.checkPassword(email, password);
  if (!customer.hasSecondFactor) return customer;
  if (code === undefined) {
    throw new Refusal(
      "second-factor-required",
      "Send the code from the authenticator app as well.",
    );
  }
  await signIn.checkCode(customer, code);
  return customer;
}

const signIn = contract({
  id: "signIn",
  summary: "Sign in; with a second factor, send its code too",
  tag: "Sign-in",
  open: true,
  body: signInInput,
  answer: { 201: created("The session, also set as a cookie.", refTo("Session")) },
  refusals: [401, 403, 423],
});

const readSession = contract({
  id: "readSession",
  summary: "The current session",
  tag: "Sign-in",
  answer: { 200: answer("The session.", refTo("Session")) },
  refusals: [],
});

const signOut = contract({
  id: "signOut",
  summary: "Sign out: end the current session",
  tag: "Sign-in",
  answer: { 204: NOTHING },
  refusals: [403],
});
