/** What the forms on a project's page do. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { memberInput, noteInput, projectInput, roleInput } from "../domain/inputs.ts";
import { toStatus } from "../domain/project.ts";
import { refuseField } from "../domain/refusal.ts";
import { toRole } from "../domain/roles.ts";
import { customerOf } from "../signed-in.ts";
import { acceptUploads, readUpload } from "../uploads.ts";
import { deleteProject, type Workspace } from "../workspace.ts";
import { type Flash, setFlash } from "./flash.ts";
import type { FormState } from "./form.ts";
import type { Page } from "./layout.ts";
import { fieldsOf, handleSubmission, pick } from "./submission.ts";

interface Ids {
  readonly id: string;
  /** The note, file, member or link that the form is about. */
  readonly part: string;
}

interface ProjectForm {
  readonly form: string;
  readonly path: string;
  readonly flash: Flash;
  readonly act: (workspace: Workspace, request: FastifyRequest, ids: Ids) => Promise<void>;
}

type ShowAgain = (request: FastifyRequest, id: string, state: FormState) => Promise<Page>;

export function projectForms(
  app: FastifyInstance,
  workspace: Workspace,
  showAgain: ShowAgain,
): void {
  const handle =
    (form: ProjectForm) => (request: FastifyRequest<{ Params: Ids }>, reply: FastifyReply) =>
      handleSubmission(request, reply, {
        form: form.form,
        act: async () => {
          await form.act(workspace, request, request.params);
          setFlash(reply, form.flash);
          return whereNext(workspace, request, request.params.id);
        },
        showAgain: (state) => showAgain(request, request.params.id, state),
      });
  for (const form of FORMS) app.post(`/projects/:id${form.path}`, handle(form));
  app.register(async (scope) => {
    await acceptUploads(scope);
    scope.post(`/projects/:id${UPLOAD.path}`, handle(UPLOAD));
  });
}

/** Back to the project; or to the dashboard, for who deleted or left it. */
async function whereNext(
  { projects }: Workspace,
  request: FastifyRequest,
  id: string,
): Promise<string> {
  const isThere = await projects.isVisible(customerOf(request), id);
  return isThere ? `/projects/${id}` : "/workspace";
}

const FORMS: readonly ProjectForm[] = [
  {
    form: "details",
    path: "",
    flash: "project-saved",
    act: async ({ inputs, projects }, request, { id }) => {
      const fields = pick(request, ["name", "description", "status"]);
      inputs.refuseUnlessValid(projectInput, fields);
      await projects.change(customerOf(request), id, {
        ...fields,
        status: toStatus(fields.status),
      });
    },
  },
  {
    form: "delete",
    path: "/delete",
    flash: "project-deleted",
    act: async (workspace, request, { id }) => {
      if (fieldsOf(request)["sure"] === undefined)
        throw refuseField("sure", "Tick the box to delete the project.");
      await deleteProject(workspace, customerOf(request), id);
    },
  },
  {
    form: "note",
    path: "/notes",
    flash: "note-added",
    act: async ({ inputs, notes }, request, { id }) => {
      const fields = pick(request, ["title", "text"]);
      inputs.refuseUnlessValid(noteInput, fields);
      await notes.add(customerOf(request), id, fields);
    },
  },
  {
    form: "delete-note",
    path: "/notes/:part/delete",
    flash: "note-deleted",
    act: ({ notes }, request, { id, part }) => notes.delete(customerOf(request), id, part),
  },
  {
    form: "delete-file",
    path: "/files/:part/delete",
    flash: "file-deleted",
    act: ({ files }, request, { id, part }) => files.delete(customerOf(request), id, part),
  },
  {
    form: "member",
    path: "/members",
    flash: "member-invited",
    act: async ({ inputs, members }, request, { id }) => {
      const { email, role } = pick(request, ["email", "role"]);
      inputs.refuseUnlessValid(memberInput, { email: email.trim(), role });
      await members.invite(customerOf(request), id, { email, role: toRole(role) });
    },
  },
  {
    form: "role",
    path: "/members/:part",
    flash: "role-changed",
    act: async ({ inputs, members }, request, { id, part }) => {
      const fields = pick(request, ["role"]);
      inputs.refuseUnlessValid(roleInput, fields);
      await members.changeRole(customerOf(request), id, part, toRole(fields.role));
    },
  },
  {
    form: "remove",
    path: "/members/:part/remove",
    flash: "member-removed",
    act: ({ members }, request, { id, part }) => members.remove(customerOf(request), id, part),
  },
  {
    form: "link",
    path: "/share-links",
    flash: "link-created",
    act: async ({ shareLinks }, request, { id }) => {
      await shareLinks.create(customerOf(request), id);
    },
  },
  {
    form: "revoke",
    path: "/share-links/:part/revoke",
    flash: "link-revoked",
    act: ({ shareLinks }, request, { id, part }) =>
      shareLinks.revoke(customerOf(request), id, part),
  },
];

const UPLOAD: ProjectForm = {
  form: "file",
  path: "/files",
  flash: "file-uploaded",
  act: async ({ projects, files }, request, { id }) => {
    // Before the content is read: who may not upload shall not fill our memory.
    await projects.find(customerOf(request), id, "upload");
    await files.add(customerOf(request), id, await readUpload(request));
  },
};
