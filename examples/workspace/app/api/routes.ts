/** The JSON API, everything under /api. */
import type { FastifyInstance } from "fastify";
import { checkInputs } from "../check-inputs.ts";
import { refuseOtherOrigins } from "../same-origin.ts";
import { readSession, requireSession } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { addCommonRefusals } from "./contract.ts";
import { customerRoutes } from "./customer-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import { noteRoutes } from "./note-routes.ts";
import { productRoutes } from "./product-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { sharingRoutes } from "./sharing-routes.ts";

export async function apiRoutes(app: FastifyInstance, workspace: Workspace): Promise<void> {
  app.addHook("onRoute", addCommonRefusals);
  readJson(app);
  app.addHook("onRequest", readSession(workspace));
  app.addHook("onRequest", refuseOtherOrigins);
  app.addHook("onRequest", requireSession);
  checkInputs(app, workspace.inputs);
  for (const routes of [
    customerRoutes,
    sessionRoutes,
    projectRoutes,
    memberRoutes,
    noteRoutes,
    sharingRoutes,
    productRoutes,
  ]) {
    routes(app, workspace);
  }
  await app.register((scope) => fileRoutes(scope, workspace));
}

/** JSON and nothing else. Clients that always say "JSON" may say it of an empty body, too. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request, String(body), done);
  });
}
