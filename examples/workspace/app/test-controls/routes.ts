/** The test controls' addresses under /test. Not part of the product: no session, no OpenAPI. */
import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { checkInputs } from "../check-inputs.ts";
import { type DemoData, seedDemo } from "../demo.ts";
import { LIES } from "../domain/honesty.ts";
import { Refusal } from "../domain/refusal.ts";
import { emptyWorkspace, type Workspace } from "../workspace.ts";
import type { Behaviour, TestControls } from "./test-controls.ts";

export function testControlRoutes(
  app: FastifyInstance,
  workspace: Workspace,
  controls: TestControls,
): void {
  checkInputs(app, workspace.inputs);

  app.get("/test/behaviour", () => controls.behaviour);

  app.put<{ Body: Behaviour }>("/test/behaviour", { schema: { body: behaviour } }, (request) => {
    controls.behave(request.body);
    return controls.behaviour;
  });

  app.delete("/test/behaviour", (_request, reply) => {
    controls.behave({});
    return reply.code(204).send();
  });

  app.post<{ Body: { advanceSeconds: number } }>(
    "/test/clock",
    { schema: { body: advance } },
    (request) => {
      controls.clock.advance(request.body.advanceSeconds * 1000);
      return { now: new Date(controls.clock.now()).toISOString() };
    },
  );

  app.post("/test/reset", async (_request, reply) => {
    await emptyWorkspace(workspace);
    controls.behave({});
    controls.clock.reset();
    return reply.code(204).send();
  });

  app.post("/test/seed", async (_request, reply): Promise<DemoData> => {
    reply.code(201);
    return await seedDemo(workspace);
  });
}

/** Holds back and fails requests as the controls say. For every route of the server. */
export function misbehave(app: FastifyInstance, controls: TestControls): void {
  app.addHook("onRequest", async (request) => {
    if (isSpared(request)) return;
    const { slowMs, failStatus } = controls.fate(request.url);
    // Unref: what is held back must not hold up the end of the process.
    if (slowMs > 0) await delay(slowMs, undefined, { ref: false });
    if (failStatus === null) return;
    throw new Refusal("unavailable", "A test asked for this failure.", { status: failStatus });
  });
}

/** The controls themselves, and what a page needs to look right. */
function isSpared({ url }: FastifyRequest): boolean {
  return url.startsWith("/test/") || url.startsWith("/assets/");
}

const behaviour = {
  type: "object",
  additionalProperties: false,
  properties: {
    slowMs: { type: "integer", minimum: 0, maximum: 60_000 },
    failEvery: { type: "integer", minimum: 0 },
    failStatus: { type: "integer", minimum: 400, maximum: 599 },
    lie: { type: "string", enum: LIES },
    paths: { type: "string", pattern: "^/" },
  },
} as const;

const advance = {
  type: "object",
  required: ["advanceSeconds"],
  additionalProperties: false,
  properties: { advanceSeconds: { type: "number" } },
} as const;
