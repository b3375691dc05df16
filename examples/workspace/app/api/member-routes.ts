/** Who may see a project, and as what. */
import type { FastifyInstance } from "fastify";
import { memberInput, roleInput } from "../domain/inputs.ts";
import type { Invitation } from "../domain/members.ts";
import type { Role } from "../domain/roles.ts";
import { customerOf } from "../signed-in.ts";
import type { Workspace } from "../workspace.ts";
import { memberAnswer } from "./answers.ts";
import { answer, contract, created, NOTHING } from "./contract.ts";
import { itemsOf, refTo } from "./schemas.ts";

interface OneProject {
  Params: { id: string };
}
interface OneMember {
  Params: { id: string; memberId: string };
}

export function memberRoutes(app: FastifyInstance, { members }: Workspace): void {
  const all = "/projects/:id/members";
  const one = `${all}/:memberId`;

  app.get<OneProject>(all, { schema: list }, async (request) => {
    const found = await members.list(customerOf(request), request.params.id);
    return { items: found.map(memberAnswer) };
  });

  app.post<OneProject & { Body: Invitation }>(all, { schema: invite }, async (request, reply) => {
    const { id } = request.params;
    const member = await members.invite(customerOf(request), id, request.body);
    const location = `/api/projects/${id}/members/${member.id}`;
    return reply.code(201).header("location", location).send(memberAnswer(member));
  });

  app.get<OneMember>(one, { schema: read }, async (request) => {
    const { id, memberId } = request.params;
    return memberAnswer(await members.read(customerOf(request), id, memberId));
  });

  app.patch<OneMember & { Body: { role: Role } }>(one, { schema: change }, async (request) => {
    const { id, memberId } = request.params;
    return memberAnswer(
      await members.changeRole(customerOf(request), id, memberId, request.body.role),
    );
  });

  app.delete<OneMember>(one, { schema: remove }, async (request, reply) => {
    const { id, memberId } = request.params;
    await members.remove(customerOf(request), id, memberId);
    return reply.code(204).send();
  });
}

const list = contract({
  id: "listMembers",
  summary: "The members of a project",
  tag: "Members",
  params: ["id"],
  answer: { 200: answer("All members.", itemsOf("Member")) },
  refusals: [404],
});

const invite = contract({
  id: "inviteMember",
  summary: "Invite somebody by email (owners)",
  tag: "Members",
  params: ["id"],
  body: memberInput,
  answer: { 201: created("The new member.", refTo("Member")) },
  refusals: [403, 404, 409],
});

const read = contract({
  id: "readMember",
  summary: "One member",
  tag: "Members",
  params: ["id", "memberId"],
  answer: { 200: answer("The member.", refTo("Member")) },
  refusals: [404],
});

const change = contract({
  id: "changeMember",
  summary: "Change the role of a member (owners)",
  tag: "Members",
  params: ["id", "memberId"],
  body: roleInput,
  answer: { 200: answer("The member, changed.", refTo("Member")) },
  refusals: [403, 404, 409],
});

const remove = contract({
  id: "removeMember",
  summary: "Remove a member (owners), or leave",
  tag: "Members",
  params: ["id", "memberId"],
  answer: { 204: NOTHING },
  refusals: [403, 404, 409],
});
