/** Files in a project: upload as multipart, download as they were. */
import type { FastifyInstance } from "fastify";
import { customerOf } from "../signed-in.ts";
import { acceptUploads, readUpload, sendFile } from "../uploads.ts";
import type { Workspace } from "../workspace.ts";
import { fileAnswer } from "./answers.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { itemsOf, refTo } from "./schemas.ts";

interface OneProject {
  Params: { id: string };
}
interface OneFile {
  Params: { id: string; fileId: string };
}

/** To be registered in a scope of its own: it is the only one that understands multipart. */
export async function fileRoutes(
  app: FastifyInstance,
  { files, projects }: Workspace,
): Promise<void> {
  const all = "/projects/:id/files";
  const one = `${all}/:fileId`;
  await acceptUploads(app);

  app.get<OneProject>(all, { schema: list }, async (request) => {
    const found = await files.list(customerOf(request), request.params.id);
    return { items: found.map(fileAnswer) };
  });

  app.post<OneProject>(all, { schema: upload }, async (request, reply) => {
    const { id } = request.params;
    // Before the content is read: who may not upload shall not fill our memory.
    await projects.find(customerOf(request), id, "upload");
    const file = await files.add(customerOf(request), id, await readUpload(request));
    return reply
      .code(201)
      .header("location", `/api/projects/${id}/files/${file.id}`)
      .send(fileAnswer(file));
  });

  app.get<OneFile>(one, { schema: download }, async (request, reply) => {
    const { id, fileId } = request.params;
    return sendFile(reply, await files.download(customerOf(request), id, fileId));
  });

  app.delete<OneFile>(one, { schema: remove }, async (request, reply) => {
    const { id, fileId } = request.params;
    await files.delete(customerOf(request), id, fileId);
    return reply.code(204).send();
  });
}

const list = contract({
  id: "listFiles",
  summary: "The files of a project, newest first",
  tag: "Files",
  params: ["id"],
  answer: { 200: answer("All files.", itemsOf("File")) },
  refusals: [404],
});

const upload = contract({
  id: "uploadFile",
  summary: "Upload a file of at most 2 MB as the multipart field `file` (owners and members)",
  tag: "Files",
  params: ["id"],
  consumes: ["multipart/form-data"],
  answer: { 201: created("The new file.", refTo("File")) },
  refusals: [400, 403, 404, 413, 415, 422],
});

const download = contract({
  id: "downloadFile",
  summary: "Download a file",
  tag: "Files",
  params: ["id", "fileId"],
  answer: {
    200: {
      description: "The content, as it was uploaded.",
      content: { "*/*": { schema: { type: "string", format: "binary" } } },
    },
  },
  refusals: [404],
});

const remove = contract({
  id: "deleteFile",
  summary: "Delete a file (owners and members)",
  tag: "Files",
  params: ["id", "fileId"],
  answer: { 204: NOTHING },
  refusals: [403, 404],
});
