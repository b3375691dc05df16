import { describe, expect, test } from "vitest";
import { runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();

describe("a project", () => {
  test("is created, read, replaced, changed and deleted", async () => {
    const owner = await workspace.customer();
    const created = await owner.post("/api/projects", {
      name: " Relaunch ",
      description: "New site",
    });
    expect(created.status).toBe(201);
    const address = created.headers.get("location") ?? "";
    expect(created.json).toMatchObject({
      name: "Relaunch",
      description: "New site",
      status: "active",
      role: "owner",
    });
    expect((await owner.get(address)).json).toEqual(created.json);
    const changed = await owner.patch(address, { status: "paused" });
    expect(changed.json).toMatchObject({
      name: "Relaunch",
      description: "New site",
      status: "paused",
    });
    const replaced = await owner.put(address, { name: "Other" });
    expect(replaced.json).toMatchObject({ name: "Other", description: "", status: "active" });
    expect((await owner.get(address)).json).toEqual(replaced.json);
    expect((await owner.delete(address)).status).toBe(204);
    expect((await owner.get(address)).status).toBe(404);
  });

  test.each([
    ["without a name", {}, "name"],
    ["with a blank name", { name: "   " }, "name"],
    ["with a long name", { name: "x".repeat(81) }, "name"],
    ["with a long description", { name: "x", description: "x".repeat(501) }, "description"],
    ["with an unknown status", { name: "x", status: "lost" }, "status"],
    ["with a number for a name", { name: 7 }, "name"],
  ])("is refused %s", async (_how, body, field) => {
    const owner = await workspace.customer();
    const answer = await owner.post("/api/projects", body);
    expect(answer.status).toBe(422);
    expect(answer.json.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  test("is not changed by nothing", async () => {
    const owner = await workspace.customer();
    const id = await workspace.project(owner);
    expect((await owner.patch(`/api/projects/${id}`, {})).status).toBe(422);
  });

  test("has an ETag that saves reading it again until it changes", async () => {
    const owner = await workspace.customer();
    const address = `/api/projects/${await workspace.project(owner)}`;
    const etag = (await owner.get(address)).headers.get("etag") ?? "";
    const headers = { "if-none-match": `"other", W/${etag}` };
    const same = await owner.get(address, { headers });
    expect(same.status).toBe(304);
    expect(same.text).toBe("");
    expect(same.headers.get("etag")).toBe(etag);
    await owner.patch(address, { name: "Changed" });
    expect((await owner.get(address, { headers })).status).toBe(200);
  });

  test("is not changed or deleted by who read an older version", async () => {
    const owner = await workspace.customer();
    const address = `/api/projects/${await workspace.project(owner)}`;
    const headers = { "if-match": (await owner.get(address)).headers.get("etag") ?? "" };
    expect((await owner.send("PATCH", address, { json: { name: "First" }, headers })).status).toBe(
      200,
    );
    expect((await owner.send("PUT", address, { json: { name: "Second" }, headers })).status).toBe(
      412,
    );
    expect((await owner.send("DELETE", address, { headers })).status).toBe(412);
    expect((await owner.get(address)).json.name).toBe("First");
  });
});

describe("the list of projects", () => {
  test("comes in pages, newest first, each project once", async () => {
    const owner = await workspace.customer();
    for (const name of ["a", "b", "c", "d", "e"]) await workspace.project(owner, { name });
    const names: string[] = [];
    let address: string | null = "/api/projects?limit=2";
    while (address !== null) {
      const page = await owner.get(address);
      names.push(page.json.items.map((item: { name: string }) => item.name).join(""));
      const next = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
      expect(next === undefined).toBe(page.json.nextCursor === null);
      address = next ?? null;
    }
    expect(names).toEqual(["ed", "cb", "a"]);
  });

  test.each(["limit=0", "limit=101", "limit=many", "cursor=nonsense", "page=2"])(
    "refuses ?%s",
    async (query) => {
      const owner = await workspace.customer();
      expect((await owner.get(`/api/projects?${query}`)).status).toBe(422);
    },
  );

  test("shows nobody else's", async () => {
    await workspace.project(await workspace.customer());
    expect((await (await workspace.customer()).get("/api/projects")).json).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe("notes", () => {
  test("are added, listed newest first, read and deleted", async () => {
    const owner = await workspace.customer();
    const notes = `/api/projects/${await workspace.project(owner)}/notes`;
    const first = await owner.post(notes, { title: "First" });
    await owner.post(notes, { title: "Second", text: "More" });
    const address = first.headers.get("location") ?? "";
    expect((await owner.get(address)).json).toEqual(first.json);
    const titles = (await owner.get(notes)).json.items.map((note: { title: string }) => note.title);
    expect(titles).toEqual(["Second", "First"]);
    expect((await owner.delete(address)).status).toBe(204);
    expect((await owner.get(address)).status).toBe(404);
    expect((await owner.delete(address)).status).toBe(404);
  });
});

describe("search", () => {
  test("finds projects, notes and files of the customer's own projects only", async () => {
    const owner = await workspace.customer();
    const id = await workspace.project(owner, { name: "Orchid garden" });
    await owner.post(`/api/projects/${id}/notes`, {
      title: "Water",
      text: "Each ORCHID once a week",
    });
    await owner.send("POST", `/api/projects/${id}/files`, {
      file: { name: "orchids.txt", content: "x" },
    });
    const stranger = await workspace.customer();
    await workspace.project(stranger, { name: "Orchid secrets" });

    const { items } = (await owner.get("/api/search?q=orchid")).json;
    expect(items.map((hit: { kind: string; title: string }) => [hit.kind, hit.title])).toEqual([
      ["project", "Orchid garden"],
      ["note", "Water"],
      ["file", "orchids.txt"],
    ]);
    expect(items[0]?.url).toBe(`/projects/${id}`);
  });

  test("takes % and _ for what they are", async () => {
    const owner = await workspace.customer();
    await workspace.project(owner, { name: "100% done" });
    await workspace.project(owner, { name: "Half done" });
    const titles = async (q: string) =>
      (await owner.get(`/api/search?${new URLSearchParams({ q })}`)).json.items.map(
        (hit: { title: string }) => hit.title,
      );
    expect(await titles("%")).toEqual(["100% done"]);
    expect(await titles("_")).toEqual([]);
  });

  test.each(["", "q=", "q=%20", `q=${"x".repeat(101)}`])("refuses ?%s", async (query) => {
    const owner = await workspace.customer();
    expect((await owner.get(`/api/search?${query}`)).status).toBe(422);
  });
});
