/** The HTTP server: puts API, pages and, when asked for, the test controls on one address. */
import cookie from "@fastify/cookie";
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { describeApi } from "./api/openapi.ts";
import { sendProblem, toRefusal } from "./api/problem.ts";
import { apiRoutes } from "./api/routes.ts";
import { Refusal } from "./domain/refusal.ts";
import { sendRefusalPage } from "./pages/refusal-page.ts";
import { pageRoutes } from "./pages/routes.ts";
import { misbehave, testControlRoutes } from "./test-controls/routes.ts";
import type { TestControls } from "./test-controls/test-controls.ts";
import type { Workspace } from "./workspace.ts";

export async function createServer(
  workspace: Workspace,
  controls: TestControls | null,
): Promise<FastifyInstance> {
  // Closing at once: an idle keep-alive connection must not hold up who stops the product.
  const app = fastify({ forceCloseConnections: true });
  app.decorateRequest("session", null);
  secureHeaders(app);
  answerRefusals(app);
  if (controls !== null) {
    misbehave(app, controls);
    await app.register(async (scope) => testControlRoutes(scope, workspace, controls));
  }
  await app.register(cookie);
  await describeApi(app);
  await app.register((scope) => apiRoutes(scope, workspace), { prefix: "/api" });
  await app.register((scope) => pageRoutes(scope, workspace));
  return app;
}

function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal.kind === "internal") process.stderr.write(`${error.stack ?? error.message}\n`);
    return wantsJson(request) ? sendProblem(reply, refusal) : sendRefusalPage(reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal("not-found", "There is nothing at this address.");
    return wantsJson(request) ? sendProblem(reply, refusal) : sendRefusalPage(reply, refusal);
  });
}

function wantsJson({ url }: FastifyRequest): boolean {
  return /^\/(api|test)\b|^\/openapi\.json/.test(url);
}

function secureHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers({
      "content-security-policy":
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    });
  });
}
