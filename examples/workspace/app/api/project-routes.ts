/** Projects: pages of them, and each with an entity tag so that nobody overwrites another's change. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Project, ProjectInput } from "../domain/project.ts";
import { type IfVersion, refuseChanged } from "../domain/projects.ts";
import { customerOf } from "../signed-in.ts";
import { deleteProject, type Workspace } from "../workspace.ts";
import { entityTag, projectAnswer } from "./answers.ts";
import { type Cursor, toCursor, toPageRequest } from "./cursor.ts";
import { contracts } from "./project-contracts.ts";

interface OneProject {
  Params: { id: string };
}

export function projectRoutes(app: FastifyInstance, workspace: Workspace): void {
  const { projects } = workspace;

  app.get<{ Querystring: Cursor }>(
    "/projects",
    { schema: contracts.list },
    async (request, reply) => {
      const page = await projects.list(customerOf(request), toPageRequest(request.query));
      const nextCursor = toCursor(page.nextBefore);
      if (nextCursor !== null) reply.header("link", linkToNext(request.query.limit, nextCursor));
      return reply.send({ items: page.items.map(projectAnswer), nextCursor });
    },
  );

  app.post<{ Body: ProjectInput }>(
    "/projects",
    { schema: contracts.create },
    async (request, reply) => {
      const project = await projects.create(customerOf(request), request.body);
      return sendProject(
        reply.code(201).header("location", `/api/projects/${project.id}`),
        project,
      );
    },
  );

  app.get<OneProject>("/projects/:id", { schema: contracts.read }, async (request, reply) => {
    const project = await projects.find(customerOf(request), request.params.id);
    const tags = toTags(request.headers["if-none-match"]);
    if (tags.includes(entityTag(project)) || tags.includes("*")) {
      return describeCaching(reply, project).code(304).send();
    }
    return sendProject(reply, project);
  });

  app.put<OneProject & { Body: ProjectInput }>(
    "/projects/:id",
    { schema: contracts.replace },
    async (request, reply) => {
      const { params, body } = request;
      return sendProject(
        reply,
        await projects.replace(customerOf(request), params.id, body, ifMatch(request)),
      );
    },
  );

  app.patch<OneProject & { Body: Partial<ProjectInput> }>(
    "/projects/:id",
    { schema: contracts.change },
    async (request, reply) => {
      const { params, body } = request;
      return sendProject(
        reply,
        await projects.change(customerOf(request), params.id, body, ifMatch(request)),
      );
    },
  );

  app.delete<OneProject>("/projects/:id", { schema: contracts.remove }, async (request, reply) => {
    await deleteProject(workspace, customerOf(request), request.params.id, ifMatch(request));
    return reply.code(204).send();
  });
}

function sendProject(reply: FastifyReply, project: Project): FastifyReply {
  return describeCaching(reply, project).send(projectAnswer(project));
}

function describeCaching(reply: FastifyReply, project: Project): FastifyReply {
  return reply.headers({
    etag: entityTag(project),
    "cache-control": "private, no-cache",
    vary: "Cookie, Authorization",
  });
}

function ifMatch({ headers }: FastifyRequest): IfVersion {
  const tags = toTags(headers["if-match"]);
  return (project) => {
    if (tags.length > 0 && !tags.includes("*") && !tags.includes(entityTag(project)))
      throw refuseChanged();
  };
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2), and proxies that compress mark tags as weak. */
function toTags(header: string | undefined): readonly string[] {
  if (header === undefined) return [];
  return header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
}

function linkToNext(limit: number, cursor: string): string {
  return `</api/projects?${new URLSearchParams({ limit: String(limit), cursor })}>; rel="next"`;
}
