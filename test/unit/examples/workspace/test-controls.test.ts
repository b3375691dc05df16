import { afterEach, describe, expect, test } from "vitest";
import { PASSWORD, runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();
const closed = runWorkspace({});

afterEach(async () => {
  await workspace.visitor().delete("/test/behaviour");
});

function behave(behaviour: object) {
  return workspace.visitor().put("/test/behaviour", behaviour);
}

test.each([
  ["GET", "/test/behaviour"],
  ["PUT", "/test/behaviour"],
  ["DELETE", "/test/behaviour"],
  ["POST", "/test/clock"],
  ["POST", "/test/reset"],
  ["POST", "/test/seed"],
])("%s %s does not exist unless it was asked for", async (method, path) => {
  expect((await closed.visitor().send(method, path)).status).toBe(404);
});

describe("behaviour", () => {
  test("is read back and refused when it is misspelt", async () => {
    const behaviour = { slowMs: 5, paths: "/api/search" };
    expect((await behave(behaviour)).json).toEqual(behaviour);
    expect((await workspace.visitor().get("/test/behaviour")).json).toEqual(behaviour);
    expect((await behave({ slow: 5 })).status).toBe(422);
    expect((await behave({ lie: "be-nice" })).status).toBe(422);
  });

  test("holds back each answer", async () => {
    await behave({ slowMs: 300 });
    const started = performance.now();
    await workspace.visitor().get("/api/health");
    // A timer of 300 ms may end a fraction of a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(299);
  });

  test("is for what starts with the path, and spares everything else", async () => {
    await behave({ failEvery: 1, paths: "/api/health" });
    expect((await workspace.visitor().get("/sign-in")).status).toBe(200);
    await behave({ failEvery: 1 });
    expect((await workspace.visitor().get("/sign-in")).status).toBe(503);
    expect((await workspace.visitor().get("/assets/style.css")).status).toBe(200);
  });

  test("lets every third request fail", async () => {
    await behave({ failEvery: 3, failStatus: 500, paths: "/api/health" });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1)
      statuses.push((await workspace.visitor().get("/api/health")).status);
    expect(statuses).toEqual([200, 200, 500, 200, 200, 500]);
  });

  test("fails pages with a friendly page", async () => {
    await behave({ failEvery: 1, paths: "/sign-in" });
    const page = await workspace.visitor().get("/sign-in");
    expect(page.status).toBe(503);
    expect(page.text).toContain("<h1>Something went wrong</h1>");
  });
});

describe("a lie", () => {
  test("accept-short-passwords", async () => {
    await behave({ lie: "accept-short-passwords" });
    const short = { email: workspace.newEmail(), password: "a" };
    expect((await workspace.visitor().post("/api/customers", short)).status).toBe(201);
  });

  test("show-foreign-projects", async () => {
    const id = await workspace.project(await workspace.customer());
    const stranger = await workspace.customer();
    await behave({ lie: "show-foreign-projects" });
    expect((await stranger.get(`/api/projects/${id}`)).json.role).toBe("guest");
    expect((await stranger.get("/api/projects")).text).toContain(id);
  });

  test("forget-lockout", async () => {
    const { email } = await workspace.customer();
    for (let i = 0; i < 5; i += 1)
      await workspace.visitor().post("/api/sessions", { email, password: "x" });
    await behave({ lie: "forget-lockout" });
    expect(
      (await workspace.visitor().post("/api/sessions", { email, password: PASSWORD })).status,
    ).toBe(201);
  });

  test("claim-success-without-saving", async () => {
    const owner = await workspace.customer();
    const id = await workspace.project(owner, { name: "Before" });
    await behave({ lie: "claim-success-without-saving" });
    expect((await owner.patch(`/api/projects/${id}`, { name: "After" })).json.name).toBe("After");
    expect((await owner.get(`/api/projects/${id}`)).json.name).toBe("Before");
    const created = await owner.post("/api/projects", { name: "New" });
    expect(created.status).toBe(201);
    expect((await owner.get(created.headers.get("location") ?? "")).status).toBe(404);
  });

  test("let-guests-edit", async () => {
    const [owner, guest] = [await workspace.customer(), await workspace.customer()];
    const address = `/api/projects/${await workspace.project(owner)}`;
    await owner.post(`${address}/members`, { email: guest.email, role: "guest" });
    await behave({ lie: "let-guests-edit" });
    expect((await guest.patch(address, { name: "Mine" })).status).toBe(200);
  });
});

test("seed gives data to look at, and reset forgets everything", async () => {
  await workspace.visitor().post("/test/reset");
  const seed = await workspace.visitor().post("/test/seed");
  expect(seed.status).toBe(201);
  const ada = { email: "ada@example.com", password: seed.json.password };
  const visitor = workspace.visitor();
  expect((await visitor.post("/api/sessions", ada)).status).toBe(201);
  expect((await visitor.get("/api/projects")).json.items).toHaveLength(3);
  expect((await workspace.visitor().post("/test/seed")).status).toBe(409);
  await workspace.visitor().post("/test/reset");
  expect((await visitor.post("/api/sessions", ada)).status).toBe(401);
});
