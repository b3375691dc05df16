import { describe, expect, test } from "vitest";
import { PASSWORD, runWorkspace, type Visitor } from "./running-workspace.ts";

const workspace = runWorkspace();
const HOUR = 3600;

async function signIn(
  rememberMe: boolean,
): Promise<{ readonly visitor: Visitor; readonly cookie: string }> {
  const { email } = await workspace.customer();
  const visitor = workspace.visitor();
  const form = { email, password: PASSWORD, ...(rememberMe && { rememberMe: "on" }) };
  const answer = await visitor.submit("/sign-in", form);
  return { visitor, cookie: answer.headers.get("set-cookie") ?? "" };
}

async function advance(seconds: number): Promise<void> {
  await workspace.visitor().post("/test/clock", { advanceSeconds: seconds });
}

describe("a session", () => {
  test("ends after 8 hours, and the page says so and leads back", async () => {
    const { visitor, cookie } = await signIn(false);
    expect(cookie).not.toMatch(/max-age|expires/i);
    await advance(8 * HOUR - 60);
    expect((await visitor.get("/workspace")).status).toBe(200);
    await advance(61);
    const answer = await visitor.get("/settings");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fsettings");
    const page = await visitor.get("/sign-in?next=%2Fsettings");
    expect(page.text).toContain("Your session has ended. Sign in again.");
    expect(page.text).toContain('name="next" value="/settings"');
    expect((await visitor.get("/sign-in")).text).not.toContain("Your session has ended");
  });

  test("lasts for 30 days with “Remember me”", async () => {
    const { visitor, cookie } = await signIn(true);
    expect(cookie).toContain("Max-Age=2592000");
    await advance(29 * 24 * HOUR);
    expect((await visitor.get("/workspace")).status).toBe(200);
    await advance(25 * HOUR);
    expect((await visitor.get("/api/me")).status).toBe(401);
  });

  test("is worth nothing after signing out, even to who kept the cookie", async () => {
    const { visitor } = await signIn(false);
    const kept = await visitor.cookies.getCookieString(workspace.url);
    const out = await visitor.submit("/sign-out");
    expect(out.headers.get("location")).toBe("/sign-in");
    expect((await visitor.get("/sign-in")).text).toContain("You are signed out.");
    const thief = await workspace.visitor().get("/workspace", { headers: { cookie: kept } });
    expect(thief.status).toBe(303);
  });
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"])(
  "signing in does not lead on to %s",
  async (next) => {
    const { email } = await workspace.customer();
    const answer = await workspace
      .visitor()
      .submit("/sign-in", { email, password: PASSWORD, next });
    expect(answer.headers.get("location")).toBe("/workspace");
  },
);
