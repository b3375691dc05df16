/** Share links, and what they open. */
import type { FastifyInstance } from "fastify";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { fileAnswer, noteAnswer, shareLinkAnswer } from "./answers.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { itemsOf, refTo } from "./schemas.ts";

interface OneProject {
  Params: { id: string };
}
interface OneLink {
  Params: { id: string; linkId: string };
}

export function sharingRoutes(app: FastifyInstance, { shareLinks, notes, files }: Workspace): void {
  const all = "/projects/:id/share-links";

  app.get<OneProject>(all, { schema: list }, async (request) => {
    const links = await shareLinks.list(customerOf(request), request.params.id);
    return { items: links.map((link) => shareLinkAnswer(link, request)) };
  });

  app.post<OneProject>(all, { schema: create }, async (request, reply) => {
    const { id } = request.params;
    const link = await shareLinks.create(customerOf(request), id);
    const location = `/api/projects/${id}/share-links/${link.id}`;
    return reply.code(201).header("location", location).send(shareLinkAnswer(link, request));
  });

  app.get<OneLink>(`${all}/:linkId`, { schema: read }, async (request) => {
    const { id, linkId } = request.params;
    return shareLinkAnswer(await shareLinks.read(customerOf(request), id, linkId), request);
  });

  app.delete<OneLink>(`${all}/:linkId`, { schema: revoke }, async (request, reply) => {
    const { id, linkId } = request.params;
    await shareLinks.revoke(customerOf(request), id, linkId);
    return reply.code(204).send();
  });

  app.get<{ Params: { token: string } }>("/shared/:token", { schema: open }, async (request) => {
    const { id, name, description, status } = await shareLinks.open(request.params.token);
    const [noteList, fileList] = await Promise.all([notes.ofProject(id), files.ofProject(id)]);
    return {
      name,
      description,
      status,
      notes: noteList.map(noteAnswer),
      files: fileList.map(fileAnswer),
    };
  });
}

const list = contract({
  id: "listShareLinks",
  summary: "The share links of a project (owners)",
  tag: "Sharing",
  params: ["id"],
  answer: { 200: answer("All links.", itemsOf("ShareLink")) },
  refusals: [403, 404],
});

const create = contract({
  id: "createShareLink",
  summary: "Create a link that lets anybody read the project (owners)",
  tag: "Sharing",
  params: ["id"],
  answer: { 201: created("The new link.", refTo("ShareLink")) },
  refusals: [403, 404],
});

const read = contract({
  id: "readShareLink",
  summary: "One share link (owners)",
  tag: "Sharing",
  params: ["id", "linkId"],
  answer: { 200: answer("The link.", refTo("ShareLink")) },
  refusals: [403, 404],
});

const revoke = contract({
  id: "revokeShareLink",
  summary: "Revoke a share link (owners)",
  tag: "Sharing",
  params: ["id", "linkId"],
  answer: { 204: NOTHING },
  refusals: [403, 404],
});

const open = contract({
  id: "openShareLink",
  summary: "Read a shared project without signing in",
  tag: "Sharing",
  open: true,
  params: ["token"],
  answer: { 200: answer("The project, to read.", refTo("SharedProject")) },
  refusals: [404],
});
