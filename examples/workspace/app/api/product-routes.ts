/** What concerns the product as a whole: search over all projects, and health. */
import type { FastifyInstance } from "fastify";
import { searchQuery } from "../domain/inputs.ts";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { hitAnswer } from "./answers.ts";
import { answer, contract } from "./contract.ts";
import { itemsOf, refTo } from "./schemas.ts";

export function productRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get<{ Querystring: { q: string } }>("/search", { schema: search }, async (request) => {
    const hits = await workspace.search.find(customerOf(request), request.query.q);
    return { items: hits.map(hitAnswer) };
  });

  app.get("/health", { schema: health }, async () => {
    await workspace.database.run("SELECT 1");
    return { status: "ok", time: new Date(workspace.clock.now()).toISOString() };
  });
}

const search = contract({
  id: "search",
  summary: "Search your projects with their notes and files",
  tag: "Product",
  query: searchQuery,
  answer: { 200: answer("At most 50 hits: projects, then notes, then files.", itemsOf("Hit")) },
  refusals: [422],
});

const health = contract({
  id: "readHealth",
  summary: "Is the product well? Also tells its time",
  tag: "Product",
  open: true,
  answer: { 200: answer("It is.", refTo("Health")) },
  refusals: [],
});
