/** What a share link opens, for anybody who has it. */
import type { FastifyInstance } from "fastify";
import { sendFile } from "../uploads.ts";
import type { Workspace } from "../workspace.ts";
import { sendPage } from "./layout.ts";
import { sharedPage } from "./shared-page.ts";

export function sharedRoutes(app: FastifyInstance, { shareLinks, notes, files }: Workspace): void {
  app.get<{ Params: { token: string } }>("/s/:token", async (request, reply) => {
    const { token } = request.params;
    const project = await shareLinks.open(token);
    const [noteList, fileList] = await Promise.all([
      notes.ofProject(project.id),
      files.ofProject(project.id),
    ]);
    return sendPage(
      request,
      reply,
      sharedPage({ project, notes: noteList, files: fileList, token }),
    );
  });

  app.get<{ Params: { token: string; fileId: string } }>(
    "/s/:token/files/:fileId",
    async (request, reply) => {
      const { token, fileId } = request.params;
      const project = await shareLinks.open(token);
      return sendFile(reply, await files.read(project.id, fileId));
    },
  );
}
