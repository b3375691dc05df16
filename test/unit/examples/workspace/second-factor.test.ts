import { describe, expect, test } from "vitest";
import { codeAt, newSecret, stepOfCode } from "../../../../examples/workspace/app/domain/totp.ts";
import { PASSWORD, runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();
/** "12345678901234567890", the secret of RFC 6238's test vectors, in Base32. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("a code", () => {
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ])("at %d seconds is that of RFC 6238, appendix B", (seconds, code) => {
    expect(codeAt(RFC_SECRET, seconds * 1000)).toBe(code);
  });

  test("is accepted one step early or late and no more", () => {
    const nowMs = 1_234_567_890_000;
    const code = codeAt(RFC_SECRET, nowMs);
    const accepted = [-60, -30, 0, 30, 60].map(
      (s) => stepOfCode(RFC_SECRET, code, nowMs + s * 1000) !== null,
    );
    expect(accepted).toEqual([false, true, true, true, false]);
  });

  test("comes from a secret of 160 bits that is new each time", () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(newSecret());
  });
});

async function now(): Promise<number> {
  return Date.parse((await workspace.visitor().get("/api/health")).json.time);
}

async function advance(seconds: number): Promise<void> {
  await workspace.visitor().post("/test/clock", { advanceSeconds: seconds });
}

async function customerWithSecondFactor() {
  const customer = await workspace.customer();
  const offer = await customer.post("/api/me/second-factor");
  const { secret } = offer.json;
  const on = await customer.put("/api/me/second-factor", { code: codeAt(secret, await now()) });
  expect(on.json.secondFactor).toBe(true);
  return { customer, email: customer.email, secret: String(secret) };
}

describe("setting it up", () => {
  test("counts only once a code has proved the app", async () => {
    const customer = await workspace.customer();
    const offer = await customer.post("/api/me/second-factor");
    expect(offer.status).toBe(201);
    expect(offer.json.uri).toContain(
      `otpauth://totp/Workspace:${encodeURIComponent(customer.email)}?secret=`,
    );
    const wrong = await customer.put("/api/me/second-factor", { code: "000000" });
    expect(wrong.status).toBe(422);
    expect((await customer.get("/api/me")).json.secondFactor).toBe(false);
  });

  test("is refused without an offer, and when it is on already", async () => {
    const fresh = await workspace.customer();
    expect((await fresh.put("/api/me/second-factor", { code: "123456" })).status).toBe(409);
    const { customer } = await customerWithSecondFactor();
    expect((await customer.post("/api/me/second-factor")).status).toBe(409);
  });

  test("is undone with the password only", async () => {
    const { customer, email } = await customerWithSecondFactor();
    const wrong = await customer.send("DELETE", "/api/me/second-factor", {
      json: { password: "wrong" },
    });
    expect(wrong.json.errors).toEqual([
      { field: "password", message: "This is not your password." },
    ]);
    const right = await customer.send("DELETE", "/api/me/second-factor", {
      json: { password: PASSWORD },
    });
    expect(right.status).toBe(204);
    const session = await workspace.visitor().post("/api/sessions", { email, password: PASSWORD });
    expect(session.status).toBe(201);
  });
});

describe("signing in with it", () => {
  test("needs the code as well, and each code is good once", async () => {
    const { email, secret } = await customerWithSecondFactor();
    const visitor = workspace.visitor();
    const without = await visitor.post("/api/sessions", { email, password: PASSWORD });
    expect(without.status).toBe(401);
    expect(without.json.type).toBe("urn:workspace:problem:second-factor-required");
    const code = codeAt(secret, await now());
    const withCode = { email, password: PASSWORD, code };
    expect((await visitor.post("/api/sessions", withCode)).status).toBe(201);
    expect((await visitor.post("/api/sessions", withCode)).status).toBe(401);
    await advance(30);
    const next = { ...withCode, code: codeAt(secret, await now()) };
    expect((await visitor.post("/api/sessions", next)).status).toBe(201);
  });

  test("locks after five wrong codes", async () => {
    const { email, secret } = await customerWithSecondFactor();
    const wrong = { email, password: PASSWORD, code: "000000" };
    for (let i = 0; i < 5; i += 1) await workspace.visitor().post("/api/sessions", wrong);
    const right = { ...wrong, code: codeAt(secret, await now()) };
    expect((await workspace.visitor().post("/api/sessions", right)).status).toBe(423);
  });

  test("asks on a page of its own, and the password alone opens nothing", async () => {
    const { email, secret } = await customerWithSecondFactor();
    const visitor = workspace.visitor();
    const first = await visitor.submit("/sign-in", {
      email,
      password: PASSWORD,
      next: "/settings",
    });
    expect(first.headers.get("location")).toBe("/sign-in/second-factor?next=%2Fsettings");
    expect((await visitor.get("/workspace")).status).toBe(303);
    expect((await visitor.get("/sign-in/second-factor")).text).toContain("Enter your code");
    const wrong = await visitor.submit("/sign-in/second-factor", { code: "000000" });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain("This code is wrong or has been used.");
    const code = codeAt(secret, await now());
    const right = await visitor.submit("/sign-in/second-factor", { code, next: "/settings" });
    expect(right.headers.get("location")).toBe("/settings");
    expect((await visitor.get("/settings")).text).toContain("Turn off second factor");
  });

  test("starts again when the code took more than 5 minutes", async () => {
    const { email, secret } = await customerWithSecondFactor();
    const visitor = workspace.visitor();
    await visitor.submit("/sign-in", { email, password: PASSWORD });
    await advance(301);
    const code = codeAt(secret, await now());
    const late = await visitor.submit("/sign-in/second-factor", { code });
    expect(late.headers.get("location")).toBe("/sign-in");
    expect((await visitor.get("/workspace")).status).toBe(303);
  });

  test("is set up on the settings page with a QR code", async () => {
    const customer = await workspace.customerOnPages();
    const started = await customer.submit("/settings/second-factor");
    const page = await customer.get(started.headers.get("location") ?? "");
    expect(page.text).toContain("<svg");
    const secret = /id="secret">([A-Z2-7]+)</.exec(page.text)?.[1] ?? "";
    const code = codeAt(secret, await now());
    await customer.submit("/settings/second-factor/confirm", { code });
    expect((await customer.get("/settings")).text).toContain("Second factor is on.");
    expect((await customer.get("/api/me")).json.secondFactor).toBe(true);
  });
});
