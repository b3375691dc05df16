import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createFixture,
  createKeeper,
  findExecutable,
  messageOf,
  type PageServer,
  servePages,
} from "./browser-fixture.ts";

let pages: PageServer;
const keeper = createKeeper();

beforeAll(async () => {
  pages = await servePages();
  pages.show("/", "<h1>Here</h1>");
});
afterAll(() => pages.close());

const here = { kind: "heading", name: "Here" } as const;

/** The browser behind a script that leaves its process id, so that a test can kill it. */
async function findKillable() {
  const { executablePath, args } = await findExecutable();
  const folder = mkdtempSync(join(tmpdir(), "storyproof-killable-"));
  const script = join(folder, "browser.sh");
  const pidFile = join(folder, "pids");
  writeFileSync(script, `#!/bin/sh\necho $$ >> "${pidFile}"\nexec "${executablePath}" "$@"\n`);
  chmodSync(script, 0o755);
  const pids = () => readFileSync(pidFile, "utf8").trim().split("\n").map(Number);
  const remove = () => rmSync(folder, { recursive: true });
  return { executable: { executablePath: script, args }, pids, remove };
}

/** Kills a process with all it has started: distributions put a script before the browser. */
function killAll(pid: number | undefined): void {
  if (pid === undefined) throw new Error("There is nothing to kill.");
  process.kill(-pid, "SIGKILL");
}

test("a killed browser is named, ends what waits, and the next scenario starts a new one", async () => {
  const killable = await findKillable();
  const fixture = createFixture({
    baseUrl: pages.url,
    resolveExecutable: async () => killable.executable,
  });
  const session = await fixture.driver.open("I", keeper);
  await session.open("/");
  const waiting = messageOf(session.see({ kind: "any", name: "Never" }));
  killAll(killable.pids()[0]);
  const ended =
    "The browser ended in the middle of the scenario: it crashed or was killed. The next scenario starts a new one.";
  expect(await waiting).toBe(ended);
  expect(await messageOf(session.click({ kind: "button", name: "Save" }))).toBe(ended);
  expect(await messageOf(session.open("/"))).toBe(ended);
  expect((await session.failure()).url).toBe(`${pages.url}/`);
  await session.close();

  const next = await fixture.driver.open("I", keeper);
  await next.open("/");
  await next.see(here);
  expect(killable.pids()).toHaveLength(2);
  await fixture.close();
  killable.remove();
});

test("a browser that is killed while sessions open ends each of them, and one is started for all that come next", async () => {
  const killable = await findKillable();
  const fixture = createFixture({
    baseUrl: pages.url,
    resolveExecutable: async () => killable.executable,
  });
  const open = () => fixture.driver.open("I", keeper);
  await open();
  const opening = Array.from({ length: 8 }, open);
  const messages = opening.map((one) => messageOf(one.then((session) => session.open("/"))));
  await Promise.race(opening);
  killAll(killable.pids()[0]);
  expect(new Set(await Promise.all(messages))).toEqual(
    new Set([
      "The browser ended in the middle of the scenario: it crashed or was killed. The next scenario starts a new one.",
    ]),
  );
  await Promise.all([1, 2, 3].map(open));
  expect(killable.pids()).toHaveLength(2);
  await fixture.close();
  killable.remove();
});

test("sessions opened at once share one browser and nothing else", async () => {
  const killable = await findKillable();
  const fixture = createFixture({
    baseUrl: pages.url,
    resolveExecutable: async () => killable.executable,
  });
  const [one, other] = await Promise.all([
    fixture.driver.open("Alice", keeper),
    fixture.driver.open("Bob", keeper),
  ]);
  expect(killable.pids()).toHaveLength(1);
  const cookie = { name: "who", value: "alice", domain: "127.0.0.1", path: "/" } as const;
  const policy = { httpOnly: false, secure: false, sameSite: "Lax", hostOnly: true } as const;
  await one.setCookies([{ ...cookie, ...policy }]);
  expect(await other.cookies()).toEqual([]);
  await fixture.close();
  killable.remove();
});

test("profiles lie in the temporary folder while it runs, and the environment is as before", async () => {
  const before = process.env["TMPDIR"];
  const fixture = createFixture({ baseUrl: pages.url });
  await fixture.driver.open("I", keeper);
  expect(process.env["TMPDIR"]).toBe(before);
  const folder = join(fixture.folder, "tmp");
  expect(readdirSync(folder).some((name) => name.startsWith("playwright_"))).toBe(true);
  await fixture.driver.close();
  expect(readdirSync(folder)).toEqual([]);
  await fixture.close();
});

test("without Playwright, says how to install it", async () => {
  const fixture = createFixture({
    loadPlaywright: async () => {
      throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    },
  });
  expect(await messageOf(fixture.driver.open("I", keeper))).toBe(
    "Browser steps need Playwright, which is not installed in this project.\n" +
      "Install it:  npm install --save-dev @playwright/test",
  );
  await fixture.close();
});

test("a browser that does not start says which and how to get one; it is tried again", async () => {
  let executablePath = "/no/such/browser";
  const fixture = createFixture({
    resolveExecutable: async () =>
      executablePath === "" ? await findExecutable() : { executablePath, args: [] },
  });
  const message = await messageOf(fixture.driver.open("I", keeper));
  expect(message).toContain("The browser could not be started (/no/such/browser)");
  expect(message).toContain("`npx storyproof browser` says which browser is used and why");
  executablePath = "";
  await fixture.driver.open("I", keeper);
  await fixture.close();
});

test("what the search for a browser says is passed on", async () => {
  const fixture = createFixture({
    resolveExecutable: () => Promise.reject(new Error("There is no browser. Get one: …")),
  });
  expect(await messageOf(fixture.driver.open("I", keeper))).toBe("There is no browser. Get one: …");
  await fixture.close();
});

test("a remote browser by Playwright's own protocol", async () => {
  const server = await chromium.launchServer(await launchOptions());
  const fixture = createFixture({
    baseUrl: pages.url,
    settings: { wsEndpoint: server.wsEndpoint() },
    resolveExecutable: () => Promise.reject(new Error("not to be asked")),
  });
  const session = await fixture.driver.open("I", keeper);
  await session.open("/");
  await session.see(here);
  await fixture.close();
  await server.close();
});

test.each(["cdp+ws", "http"])("a remote browser by Chromium's protocol: %s", async (kind) => {
  const { address, end } = await startDebuggable();
  const wsEndpoint =
    kind === "http" ? new URL(address.replace("ws", "http")).origin : `cdp+${address}`;
  const fixture = createFixture({ baseUrl: pages.url, settings: { wsEndpoint } });
  const session = await fixture.driver.open("I", keeper);
  await session.open("/");
  await session.see(here);
  await fixture.close();
  await end();
});

test("a remote browser that is not there names the address and the setting", async () => {
  const gone = await servePages();
  await gone.close();
  const wsEndpoint = gone.url.replace("http", "ws");
  const fixture = createFixture({ settings: { wsEndpoint } });
  const message = await messageOf(fixture.driver.open("I", keeper));
  expect(message).toContain(`The remote browser at ${wsEndpoint} could not be reached: `);
  expect(message).toContain("browser.wsEndpoint");
  await fixture.close();
});

/** A browser that speaks Chromium's protocol on a free port, as `--remote-debugging-port` gives it. */
async function startDebuggable() {
  const { executablePath, args } = await findExecutable();
  const profile = mkdtempSync(join(tmpdir(), "storyproof-debuggable-"));
  const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...args, ...own], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const address = await new Promise<string>((resolve) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    address,
    async end() {
      const ended = new Promise((resolve) => child.once("close", resolve));
      killAll(child.pid);
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function launchOptions() {
  const { executablePath, args } = await findExecutable();
  return { executablePath, args: [...args] };
}
