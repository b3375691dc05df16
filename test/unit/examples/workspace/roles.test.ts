import { beforeAll, describe, expect, test } from "vitest";
import { runWorkspace, type Visitor } from "./running-workspace.ts";

const workspace = runWorkspace();

type Who = "owner" | "member" | "guest" | "stranger";
const people = new Map<Who, Visitor & { readonly email: string }>();
let project = "";
let guestId = "";

function person(who: Who): Visitor & { readonly email: string } {
  const visitor = people.get(who);
  if (visitor === undefined) throw new Error(`nobody is ${who}`);
  return visitor;
}

beforeAll(async () => {
  for (const who of ["owner", "member", "guest", "stranger"] as const) {
    people.set(who, await workspace.customer());
  }
  project = `/api/projects/${await workspace.project(person("owner"))}`;
  for (const role of ["member", "guest"] as const) {
    const invited = await person("owner").post(`${project}/members`, {
      email: person(role).email,
      role,
    });
    if (role === "guest") guestId = invited.json.id;
  }
});

const FILE = { file: { name: "a.txt", content: "a" } };

const actions: Readonly<
  Record<string, (visitor: Visitor) => Promise<{ readonly status: number }>>
> = {
  "read it": (visitor) => visitor.get(project),
  "read its notes": (visitor) => visitor.get(`${project}/notes`),
  "read its files": (visitor) => visitor.get(`${project}/files`),
  "read its members": (visitor) => visitor.get(`${project}/members`),
  "change it": (visitor) => visitor.patch(project, { status: "paused" }),
  "replace it": (visitor) => visitor.put(project, { name: "Replaced" }),
  "add a note": (visitor) => visitor.post(`${project}/notes`, { title: "Note" }),
  "upload a file": (visitor) => visitor.send("POST", `${project}/files`, FILE),
  "invite someone": (visitor) =>
    visitor.post(`${project}/members`, { email: workspace.newEmail(), role: "guest" }),
  "change a role": (visitor) => visitor.patch(`${project}/members/${guestId}`, { role: "guest" }),
  "create a share link": (visitor) => visitor.post(`${project}/share-links`),
  "read the share links": (visitor) => visitor.get(`${project}/share-links`),
};

describe.each<[string, number, number, number, number]>([
  ["read it", 200, 200, 200, 404],
  ["read its notes", 200, 200, 200, 404],
  ["read its files", 200, 200, 200, 404],
  ["read its members", 200, 200, 200, 404],
  ["change it", 200, 200, 403, 404],
  ["replace it", 200, 200, 403, 404],
  ["add a note", 201, 201, 403, 404],
  ["upload a file", 201, 201, 403, 404],
  ["invite someone", 201, 403, 403, 404],
  ["change a role", 200, 403, 403, 404],
  ["create a share link", 201, 403, 403, 404],
  ["read the share links", 200, 403, 403, 404],
])("who may %s", (action, ...statuses) => {
  test.each([
    ["owner", statuses[0]],
    ["member", statuses[1]],
    ["guest", statuses[2]],
    ["stranger", statuses[3]],
  ] as const)("%s: %d", async (who, status) => {
    const answer = await actions[action]?.(person(who));
    expect(answer?.status).toBe(status);
  });
});

describe("deleting", () => {
  test("is for owners only", async () => {
    for (const [who, status] of [
      ["stranger", 404],
      ["guest", 403],
      ["member", 403],
    ] as const) {
      expect((await person(who).delete(project)).status).toBe(status);
    }
    const owner = await workspace.customer();
    const id = await workspace.project(owner);
    expect((await owner.delete(`/api/projects/${id}`)).status).toBe(204);
  });
});

describe("members", () => {
  test("can be invited before they register", async () => {
    const owner = await workspace.customer();
    const id = await workspace.project(owner);
    const email = workspace.newEmail();
    const invited = await owner.post(`/api/projects/${id}/members`, {
      email: email.toUpperCase(),
      role: "member",
    });
    expect(invited.json).toMatchObject({ email, role: "member" });
    expect((await owner.get(invited.headers.get("location") ?? "")).json).toEqual(invited.json);
    const late = await workspace.customer(email);
    expect((await late.get(`/api/projects/${id}`)).json.role).toBe("member");
  });

  test("are invited once", async () => {
    const answer = await person("owner").post(`${project}/members`, {
      email: person("guest").email,
      role: "owner",
    });
    expect(answer.status).toBe(409);
  });

  test("get their new role at once", async () => {
    const [owner, other] = [await workspace.customer(), await workspace.customer()];
    const address = `/api/projects/${await workspace.project(owner)}`;
    const { json } = await owner.post(`${address}/members`, { email: other.email, role: "guest" });
    expect((await other.patch(address, { name: "Mine" })).status).toBe(403);
    await owner.patch(`${address}/members/${json.id}`, { role: "member" });
    expect((await other.patch(address, { name: "Mine" })).status).toBe(200);
  });

  test("may leave, but remove nobody else", async () => {
    const [owner, one, two] = [
      await workspace.customer(),
      await workspace.customer(),
      await workspace.customer(),
    ];
    const address = `/api/projects/${await workspace.project(owner)}`;
    const ids: string[] = [];
    for (const { email } of [one, two]) {
      ids.push((await owner.post(`${address}/members`, { email, role: "member" })).json.id);
    }
    expect((await one.delete(`${address}/members/${ids[1]}`)).status).toBe(403);
    expect((await one.delete(`${address}/members/${ids[0]}`)).status).toBe(204);
    expect((await one.get(address)).status).toBe(404);
  });

  test("always hold an owner", async () => {
    const owner = await workspace.customer();
    const address = `/api/projects/${await workspace.project(owner)}/members`;
    const id = (await owner.get(address)).json.items[0]?.id;
    expect((await owner.patch(`${address}/${id}`, { role: "guest" })).status).toBe(409);
    const removed = await owner.delete(`${address}/${id}`);
    expect(removed.status).toBe(409);
    expect(removed.json.detail).toBe("A project needs at least one owner.");
  });
});
