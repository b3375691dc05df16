/** Notes in a project. */
import type { FastifyInstance } from "fastify";
import { noteInput } from "../domain/inputs.ts";
import type { NoteInput } from "../domain/notes.ts";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { noteAnswer } from "./answers.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { itemsOf, refTo } from "./schemas.ts";

interface OneProject {
  Params: { id: string };
}
interface OneNote {
  Params: { id: string; noteId: string };
}

export function noteRoutes(app: FastifyInstance, { notes }: Workspace): void {
  app.get<OneProject>("/projects/:id/notes", { schema: list }, async (request) => {
    const found = await notes.list(customerOf(request), request.params.id);
    return { items: found.map(noteAnswer) };
  });

  app.post<OneProject & { Body: NoteInput }>(
    "/projects/:id/notes",
    { schema: add },
    async (request, reply) => {
      const { id } = request.params;
      const note = await notes.add(customerOf(request), id, request.body);
      return reply
        .code(201)
        .header("location", `/api/projects/${id}/notes/${note.id}`)
        .send(noteAnswer(note));
    },
  );

  app.get<OneNote>("/projects/:id/notes/:noteId", { schema: read }, async (request) => {
    const { id, noteId } = request.params;
    return noteAnswer(await notes.read(customerOf(request), id, noteId));
  });

  app.delete<OneNote>("/projects/:id/notes/:noteId", { schema: remove }, async (request, reply) => {
    const { id, noteId } = request.params;
    await notes.delete(customerOf(request), id, noteId);
    return reply.code(204).send();
  });
}

const list = contract({
  id: "listNotes",
  summary: "The notes of a project, newest first",
  tag: "Notes",
  params: ["id"],
  answer: { 200: answer("All notes.", itemsOf("Note")) },
  refusals: [404],
});

const add = contract({
  id: "addNote",
  summary: "Add a note (owners and members)",
  tag: "Notes",
  params: ["id"],
  body: noteInput,
  answer: { 201: created("The new note.", refTo("Note")) },
  refusals: [403, 404],
});

const read = contract({
  id: "readNote",
  summary: "One note",
  tag: "Notes",
  params: ["id", "noteId"],
  answer: { 200: answer("The note.", refTo("Note")) },
  refusals: [404],
});

const remove = contract({
  id: "deleteNote",
  summary: "Delete a note (owners and members)",
  tag: "Notes",
  params: ["id", "noteId"],
  answer: { 204: NOTHING },
  refusals: [403, 404],
});
