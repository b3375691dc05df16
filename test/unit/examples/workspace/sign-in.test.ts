import { describe, expect, test } from "vitest";
import { PASSWORD, runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();

describe("registering", () => {
  test("makes a customer whose email is kept in lower case", async () => {
    const email = workspace.newEmail();
    const answer = await workspace
      .visitor()
      .post("/api/customers", { email: email.toUpperCase(), password: PASSWORD, name: "Ada" });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe("/api/me");
    expect(answer.json).toMatchObject({ email, name: "Ada", secondFactor: false });
    expect(answer.text).not.toContain(PASSWORD);
  });

  test("refuses an email that is taken, in any case", async () => {
    const { email } = await workspace.customer();
    const again = { email: email.toUpperCase(), password: PASSWORD };
    const answer = await workspace.visitor().post("/api/customers", again);
    expect(answer.status).toBe(409);
    expect(answer.json.errors).toEqual([
      { field: "email", message: "This email is already registered." },
    ]);
  });

  test("tells everything that is wrong at once", async () => {
    const body = { email: "ada", password: "elevenchars", nickname: "A" };
    const answer = await workspace.visitor().post("/api/customers", body);
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ title: "Some values are not right", status: 422 });
    expect(answer.json.errors).toEqual(
      expect.arrayContaining([
        { field: "email", message: "Enter an email address such as name@example.com." },
        { field: "password", message: "Use at least 12 characters." },
        { field: "nickname", message: "This field is not known." },
      ]),
    );
  });

  test("counts characters and not bytes or code units", async () => {
    const elevenFaces = "😀".repeat(11);
    const email = workspace.newEmail();
    const short = await workspace
      .visitor()
      .post("/api/customers", { email, password: elevenFaces });
    expect(short.status).toBe(422);
    const enough = { email, password: `${elevenFaces}😀` };
    expect((await workspace.visitor().post("/api/customers", enough)).status).toBe(201);
  });

  test.each([
    ["no JSON", "{", "application/json", 400],
    ["an array", "[]", "application/json", 422],
    ["nothing", "", "application/json", 422],
    ["a form", "email=a", "application/x-www-form-urlencoded", 415],
    ["plain text", "hello", "text/plain", 415],
    ["far too much", JSON.stringify("x".repeat(1_100_000)), "application/json", 413],
  ])("refuses %s", async (_what, body, type, status) => {
    const answer = await workspace
      .visitor()
      .send("POST", "/api/customers", { body, headers: { "content-type": type } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("signing in", () => {
  test("gives the same session as a token and as a cookie", async () => {
    const { email } = await workspace.customer();
    const visitor = workspace.visitor();
    const session = await visitor.post("/api/sessions", { email, password: PASSWORD });
    expect(session.status).toBe(201);
    const cookie = session.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(
      `workspace_session=${session.json.token}; Path=/; HttpOnly; SameSite=Lax`,
    );
    expect(cookie).not.toMatch(/max-age|expires/i);
    expect((await visitor.get("/api/me")).json.email).toBe(email);
    const other = workspace.visitor();
    other.token = session.json.token;
    expect((await other.get("/api/me")).json.email).toBe(email);
    expect((await other.get("/api/sessions/current")).json).toEqual(session.json);
  });

  test("answers a wrong email and a wrong password alike", async () => {
    const { email } = await workspace.customer();
    const wrong = "not the password";
    const known = await workspace.visitor().post("/api/sessions", { email, password: wrong });
    const nobody = await workspace
      .visitor()
      .post("/api/sessions", { email: workspace.newEmail(), password: wrong });
    expect(known.status).toBe(401);
    expect(known.json.detail).toBe("Email or password is wrong.");
    expect(nobody.json).toEqual(known.json);
    expect(nobody.headers.get("set-cookie")).toBeNull();
  });

  test("ends by signing out, for the token and the cookie", async () => {
    const customer = await workspace.customer();
    expect((await customer.delete("/api/sessions/current")).status).toBe(204);
    const after = await customer.get("/api/me");
    expect(after.status).toBe(401);
    expect(after.headers.get("www-authenticate")).toBe("Bearer");
  });

  test("asks for a session before it says anything else", async () => {
    expect((await workspace.visitor().post("/api/projects", { name: "" })).status).toBe(401);
    expect((await workspace.visitor().get("/api/projects/none")).status).toBe(401);
  });
});

describe("a request from another site", () => {
  test.each([
    ["Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }],
    ["Sec-Fetch-Site of a sibling", { "sec-fetch-site": "same-site" }],
    ["Origin", { origin: "https://evil.example" }],
    ["an opaque Origin", { origin: "null" }],
  ])("is refused by its %s", async (_by, headers) => {
    const customer = await workspace.customerOnPages();
    const sending = { json: { name: "Trap" }, headers };
    expect((await customer.send("POST", "/api/projects", sending)).status).toBe(403);
    const form = { form: { name: "Trap" }, headers };
    expect((await customer.send("POST", "/projects", form)).status).toBe(403);
    expect((await customer.get("/api/projects")).json.items).toEqual([]);
  });

  test("is welcome with a bearer token, which no browser adds by itself", async () => {
    const customer = await workspace.customer();
    const headers = { origin: "https://other.example" };
    const answer = await customer.send("POST", "/api/projects", {
      json: { name: "Mine" },
      headers,
    });
    expect(answer.status).toBe(201);
  });
});
