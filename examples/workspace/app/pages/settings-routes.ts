/** The settings page and its forms. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { codeInput, passwordInput, profileInput } from "../domain/inputs.ts";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { type Flash, setFlash } from "./flash.ts";
import type { FormState } from "./form.ts";
import { type Page, sendPage } from "./layout.ts";
import { settingsPage } from "./settings-page.ts";
import { handleSubmission, pick } from "./submission.ts";

type Act = (request: FastifyRequest) => Promise<void>;

export function settingsRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get<{ Querystring: { setUp?: string } }>("/settings", async (request, reply) =>
    sendPage(request, reply, await load(workspace, request, request.query.setUp !== undefined)),
  );

  app.post("/settings/second-factor", async (request, reply) => {
    await workspace.secondFactor.offer(customerOf(request));
    return reply.redirect("/settings?setUp=second-factor", 303);
  });

  const form = (name: string, path: string, flash: Flash, act: Act) =>
    app.post(path, (request, reply) =>
      handleSubmission(request, reply, {
        form: name,
        act: async () => {
          await act(request);
          setFlash(reply, flash);
          return "/settings";
        },
        showAgain: (state) => load(workspace, request, name === "code", state),
      }),
    );

  form("profile", "/settings/profile", "profile-saved", (request) =>
    saveProfile(workspace, request),
  );
  form("code", "/settings/second-factor/confirm", "second-factor-on", (request) =>
    confirm(workspace, request),
  );
  form("turn-off", "/settings/second-factor/turn-off", "second-factor-off", (request) =>
    turnOff(workspace, request),
  );
}

async function load(
  { secondFactor }: Workspace,
  request: FastifyRequest,
  showsOffer: boolean,
  sent: FormState | null = null,
): Promise<Page> {
  const customer = customerOf(request);
  const offer = showsOffer ? await secondFactor.openOffer(customer) : null;
  return settingsPage({ customer, offer }, sent);
}

async function saveProfile(
  { inputs, customers }: Workspace,
  request: FastifyRequest,
): Promise<void> {
  const profile = pick(request, ["name"]);
  inputs.refuseUnlessValid(profileInput, profile);
  await customers.rename(customerOf(request), profile.name);
}

async function confirm(
  { inputs, secondFactor }: Workspace,
  request: FastifyRequest,
): Promise<void> {
  const fields = pick(request, ["code"]);
  inputs.refuseUnlessValid(codeInput, fields);
  await secondFactor.confirm(customerOf(request), fields.code);
}

async function turnOff(
  { inputs, secondFactor }: Workspace,
  request: FastifyRequest,
): Promise<void> {
  const fields = pick(request, ["password"]);
  inputs.refuseUnlessValid(passwordInput, fields);
  await secondFactor.turnOff(customerOf(request), fields.password);
}
