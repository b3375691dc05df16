/** The pages around projects: dashboard, project with its forms, search. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { shareAddress } from "../api/answers.ts";
import { toCursor, toPageRequest } from "../api/cursor.ts";
import { projectInput } from "../domain/inputs.ts";
import { may } from "../domain/roles.ts";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { dashboardPage } from "./dashboard-page.ts";
import { setFlash } from "./flash.ts";
import type { FormState } from "./form.ts";
import { type Page, sendPage } from "./layout.ts";
import { projectForms } from "./project-forms.ts";
import { projectPage } from "./project-page.ts";
import { searchPage } from "./search-page.ts";
import { handleSubmission, pick } from "./submission.ts";

const PROJECTS_PER_PAGE = 20;

export function projectRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get<{ Querystring: { cursor?: string } }>("/workspace", async (request, reply) =>
    sendPage(request, reply, await dashboard(workspace, request, request.query.cursor)),
  );

  app.post("/projects", (request, reply) =>
    handleSubmission(request, reply, {
      form: "project",
      act: () => create(workspace, request, reply),
      showAgain: (state) => dashboard(workspace, request, undefined, state),
    }),
  );

  app.get<{ Params: { id: string } }>("/projects/:id", async (request, reply) =>
    sendPage(request, reply, await project(workspace, request, request.params.id)),
  );

  app.get<{ Querystring: { q?: string } }>("/search", async (request, reply) => {
    const words = (request.query.q ?? "").trim().slice(0, 100);
    return sendPage(
      request,
      reply,
      searchPage(words, await workspace.search.find(customerOf(request), words)),
    );
  });

  projectForms(app, workspace, (request, id, state) => project(workspace, request, id, state));
}

async function dashboard(
  { projects }: Workspace,
  request: FastifyRequest,
  cursor: string | undefined,
  sent: FormState | null = null,
): Promise<Page> {
  const asked = { limit: PROJECTS_PER_PAGE, ...(cursor !== undefined && { cursor }) };
  const page = await projects.list(customerOf(request), toPageRequest(asked));
  return dashboardPage({ projects: page.items, nextCursor: toCursor(page.nextBefore) }, sent);
}

async function create(
  { inputs, projects }: Workspace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const fields = pick(request, ["name", "description"]);
  inputs.refuseUnlessValid(projectInput, fields);
  const { id } = await projects.create(customerOf(request), fields);
  setFlash(reply, "project-created");
  return `/projects/${id}`;
}

async function project(
  workspace: Workspace,
  request: FastifyRequest,
  id: string,
  sent: FormState | null = null,
): Promise<Page> {
  const customer = customerOf(request);
  const found = await workspace.projects.find(customer, id);
  const mayShare = may(found.role, "share", workspace.honesty);
  const [notes, files, members, links] = await Promise.all([
    workspace.notes.ofProject(id),
    workspace.files.ofProject(id),
    workspace.members.list(customer, id),
    mayShare ? workspace.shareLinks.list(customer, id) : [],
  ]);
  return projectPage(
    {
      project: found,
      notes,
      files,
      members,
      links: links.map((link) => ({ id: link.id, address: shareAddress(link.token, request) })),
      email: customer.email,
      may: (action) => may(found.role, action, workspace.honesty),
    },
    sent,
  );
}
