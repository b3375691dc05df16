import { describe, expect, test } from "vitest";
import { PASSWORD, runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();

async function signIn(email: string, password: string) {
  return workspace.visitor().post("/api/sessions", { email, password });
}

async function failTimes(times: number, email: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push((await signIn(email, "wrong")).status);
  return statuses;
}

async function advance(seconds: number): Promise<void> {
  await workspace.visitor().post("/test/clock", { advanceSeconds: seconds });
}

describe("five wrong passwords", () => {
  test("lock the account for 15 minutes, even for the right password", async () => {
    const { email } = await workspace.customer();
    expect(await failTimes(5, email)).toEqual([401, 401, 401, 401, 401]);
    const locked = await signIn(email, PASSWORD);
    expect(locked.status).toBe(423);
    expect(locked.json.detail).toBe("Too many wrong passwords. Try again in 15 minutes.");
    const seconds = Number(locked.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(890);
    expect(seconds).toBeLessThanOrEqual(900);

    await advance(seconds - 2);
    expect((await signIn(email, PASSWORD)).status).toBe(423);
    await advance(3);
    expect((await signIn(email, PASSWORD)).status).toBe(201);
  });

  test("lock an email that nobody registered as well", async () => {
    const nobody = workspace.newEmail();
    await failTimes(5, nobody);
    expect((await signIn(nobody, PASSWORD)).status).toBe(423);
  });

  test("lock one account and no other", async () => {
    const [one, other] = [await workspace.customer(), await workspace.customer()];
    await failTimes(5, one.email);
    expect((await signIn(other.email, PASSWORD)).status).toBe(201);
  });

  test("lock even when they are sent all at once", async () => {
    const { email } = await workspace.customer();
    await Promise.all(Array.from({ length: 5 }, () => signIn(email, "wrong")));
    expect((await signIn(email, PASSWORD)).status).toBe(423);
  });
});

test("four wrong passwords and a right one start the count again", async () => {
  const { email } = await workspace.customer();
  await failTimes(4, email);
  expect((await signIn(email, PASSWORD)).status).toBe(201);
  await failTimes(4, email);
  expect((await signIn(email, PASSWORD)).status).toBe(201);
});

test("many sign-ins with the right password at once lock nobody out", async () => {
  const { email } = await workspace.customer();
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, PASSWORD)));
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
});

test("the page says so and keeps what was typed but the password", async () => {
  const { email } = await workspace.customer();
  await failTimes(5, email);
  const page = await workspace.visitor().submit("/sign-in", { email, password: PASSWORD });
  expect(page.status).toBe(423);
  expect(page.text).toContain("Too many wrong passwords. Try again in 15 minutes.");
  expect(page.text).toContain(`value="${email}"`);
  expect(page.text).not.toContain(PASSWORD);
});
