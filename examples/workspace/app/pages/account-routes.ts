/** Getting in and out through the pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Customer } from "../domain/customers.ts";
import { codeInput, registrationInput, signInInput } from "../domain/inputs.ts";
import { HALF_SIGN_IN_MS, type Session } from "../domain/sessions.ts";
import { COOKIE, clearSessionCookie, SESSION_COOKIE, setSessionCookie } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { codePage, registerPage, signInPage } from "./account-pages.ts";
import { setFlash } from "./flash.ts";
import { sendPage } from "./layout.ts";
import { fieldsOf, handleSubmission, pick } from "./submission.ts";
import { welcomePage } from "./welcome-page.ts";

/** Stands for a right password whose code is still missing. Lets nobody in by itself. */
const HALF_COOKIE = "workspace_half_sign_in";
const HALF_COOKIE_OPTIONS = {
  ...COOKIE,
  path: "/sign-in",
  maxAge: HALF_SIGN_IN_MS / 1000,
} as const;

interface WithNext {
  Querystring: { next?: string };
}

export function accountRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get("/", (request, reply) => sendPage(request, reply, welcomePage(request.session !== null)));

  app.get("/register", (request, reply) => {
    if (request.session !== null) return reply.redirect("/workspace", 303);
    return sendPage(request, reply, registerPage(null));
  });

  app.post("/register", (request, reply) =>
    handleSubmission(request, reply, {
      form: "register",
      act: () => register(workspace, request, reply),
      showAgain: registerPage,
    }),
  );

  app.get<WithNext>("/sign-in", (request, reply) => {
    const next = safeNext(request.query.next);
    if (request.session !== null) return reply.redirect(next, 303);
    const hasEnded = request.cookies[SESSION_COOKIE] !== undefined;
    if (hasEnded) clearSessionCookie(reply);
    return sendPage(request, reply, signInPage({ next, hasEnded }, null));
  });

  app.post("/sign-in", (request, reply) => {
    const next = safeNext(fieldsOf(request)["next"]);
    return handleSubmission(request, reply, {
      form: "sign-in",
      act: () => signIn(workspace, request, reply, next),
      showAgain: (state) => signInPage({ next, hasEnded: false }, state),
    });
  });

  app.get<WithNext>("/sign-in/second-factor", async (request, reply) => {
    if ((await halfSignIn(workspace, request)) === null) return reply.redirect("/sign-in", 303);
    return sendPage(request, reply, codePage(safeNext(request.query.next), null));
  });

  app.post("/sign-in/second-factor", async (request, reply) => {
    const half = await halfSignIn(workspace, request);
    if (half === null) return reply.redirect("/sign-in", 303);
    const next = safeNext(fieldsOf(request)["next"]);
    return handleSubmission(request, reply, {
      form: "code",
      act: () => finishSignIn(workspace, request, reply, half, next),
      showAgain: (state) => codePage(next, state),
    });
  });

  app.post("/sign-out", async (request, reply) => {
    if (request.session !== null) await workspace.sessions.end(request.session.token);
    clearSessionCookie(reply);
    setFlash(reply, "signed-out");
    return reply.redirect("/sign-in", 303);
  });
}

async function register(
  workspace: Workspace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const registration = pick(request, ["email", "password"]);
  registration.email = registration.email.trim();
  workspace.inputs.refuseUnlessValid(registrationInput, registration);
  const customer = await workspace.customers.register(registration);
  await enter(workspace, reply, customer, false);
  setFlash(reply, "welcome");
  return "/workspace";
}

async function signIn(
  workspace: Workspace,
  request: FastifyRequest,
  reply: FastifyReply,
  next: string,
): Promise<string> {
  const { email, password } = pick(request, ["email", "password"]);
  const remembered = fieldsOf(request)["rememberMe"] !== undefined;
  workspace.inputs.refuseUnlessValid(signInInput, { email: email.trim(), password });
  const customer = await workspace.signIn.checkPassword(email, password);
  if (!customer.hasSecondFactor) {
    await enter(workspace, reply, customer, remembered);
    return next;
  }
  const half = await workspace.sessions.startHalf(customer, remembered);
  reply.setCookie(HALF_COOKIE, half.token, HALF_COOKIE_OPTIONS);
  return `/sign-in/second-factor?${new URLSearchParams({ next })}`;
}

async function finishSignIn(
  workspace: Workspace,
  request: FastifyRequest,
  reply: FastifyReply,
  half: Session,
  next: string,
): Promise<string> {
  const { code } = pick(request, ["code"]);
  workspace.inputs.refuseUnlessValid(codeInput, { code });
  await workspace.signIn.checkCode(half.customer, code);
  await workspace.sessions.endHalf(half.token);
  reply.clearCookie(HALF_COOKIE, HALF_COOKIE_OPTIONS);
  await enter(workspace, reply, half.customer, half.remembered);
  return next;
}

async function enter(
  workspace: Workspace,
  reply: FastifyReply,
  customer: Customer,
  remembered: boolean,
): Promise<void> {
  setSessionCookie(reply, await workspace.sessions.start(customer, remembered));
}

async function halfSignIn(
  { sessions }: Workspace,
  { cookies }: FastifyRequest,
): Promise<Session | null> {
  const token = cookies[HALF_COOKIE];
  return token === undefined ? null : sessions.findHalf(token);
}

/** An address of our own: a link to sign-in must not lead on to another site. */
function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : "/workspace";
}
