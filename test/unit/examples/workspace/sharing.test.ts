import { expect, test } from "vitest";
import { runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();

async function sharedProject() {
  const owner = await workspace.customer();
  const id = await workspace.project(owner, { name: "Garden <plan>", description: "Beds & paths" });
  await owner.post(`/api/projects/${id}/notes`, { title: "Kick-off", text: "Dig first" });
  const file = await owner.send("POST", `/api/projects/${id}/files`, {
    file: { name: "beds.txt", content: "roses" },
  });
  const link = await owner.post(`/api/projects/${id}/share-links`);
  return { owner, id, link, fileId: String(file.json.id), path: new URL(link.json.url).pathname };
}

test("a share link shows the project to anybody, to read", async () => {
  const { link, path, fileId } = await sharedProject();
  expect(link.status).toBe(201);
  const visitor = workspace.visitor();
  const page = await visitor.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain("<h1>Garden &lt;plan&gt;</h1>");
  expect(page.text).toContain("Dig first");
  expect(page.text).not.toMatch(/<button|Members/);
  expect((await visitor.get(`${path}/files/${fileId}`)).text).toBe("roses");
  const shared = await visitor.get(`/api/shared/${link.json.token}`);
  expect(shared.json).toMatchObject({
    name: "Garden <plan>",
    notes: [{ title: "Kick-off" }],
    files: [{ id: fileId }],
  });
});

test("a revoked link shows nothing any more, and other links stay", async () => {
  const { owner, id, link, path, fileId } = await sharedProject();
  const other = await owner.post(`/api/projects/${id}/share-links`);
  expect((await owner.get(`/api/projects/${id}/share-links`)).json.items).toHaveLength(2);
  expect((await owner.delete(link.headers.get("location") ?? "")).status).toBe(204);
  const visitor = workspace.visitor();
  for (const address of [path, `${path}/files/${fileId}`, `/api/shared/${link.json.token}`]) {
    expect((await visitor.get(address)).status).toBe(404);
  }
  expect((await visitor.get(new URL(other.json.url).pathname)).status).toBe(200);
  expect((await owner.get(link.headers.get("location") ?? "")).status).toBe(404);
});

test("a link opens one project's files and no other's", async () => {
  const [one, other] = [await sharedProject(), await sharedProject()];
  expect((await workspace.visitor().get(`${one.path}/files/${other.fileId}`)).status).toBe(404);
});

test("a link to a deleted project shows nothing", async () => {
  const { owner, id, path } = await sharedProject();
  await owner.delete(`/api/projects/${id}`);
  expect((await workspace.visitor().get(path)).status).toBe(404);
});
