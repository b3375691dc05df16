/** All pages. Some are for everybody, the rest send visitors to sign-in and back. */
import { fileURLToPath } from "node:url";
import formbody from "@fastify/formbody";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuseOtherOrigins } from "../same-origin.ts";
import { readSession } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { accountRoutes } from "./account-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { sharedRoutes } from "./shared-routes.ts";

const PUBLIC_FOLDER = fileURLToPath(new URL("../public/", import.meta.url));

export async function pageRoutes(app: FastifyInstance, workspace: Workspace): Promise<void> {
  await app.register(fastifyStatic, { root: PUBLIC_FOLDER, prefix: "/assets/" });
  await app.register(formbody);
  await app.register(async (pages) => {
    pages.addHook("onRequest", readSession(workspace));
    pages.addHook("onRequest", refuseOtherOrigins);
    accountRoutes(pages, workspace);
    sharedRoutes(pages, workspace);
    await pages.register(async (own) => {
      own.addHook("onRequest", sendToSignIn);
      projectRoutes(own, workspace);
      settingsRoutes(own, workspace);
    });
  });
}

async function sendToSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.session !== null) return;
  const next = request.method === "GET" ? request.url : "/workspace";
  await reply.redirect(`/sign-in?${new URLSearchParams({ next })}`, 303);
}
