import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBrowserOrExplain } from "../../../../src/drivers/browser-installation.ts";
import { PASSWORD, runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let browser: Browser;
let project = "";
let shareAddress = "";

beforeAll(async () => {
  const { executablePath, args } = await findBrowserOrExplain({
    engine: "chromium",
    headless: true,
  });
  browser = await chromium.launch({ executablePath, args: [...args] });
});

afterAll(() => browser.close());

beforeEach(async () => {
  const visitor = workspace.visitor();
  await visitor.post("/test/reset");
  const seed = Object((await visitor.post("/test/seed")).json);
  const session = { email: "ada@example.com", password: seed.password };
  visitor.token = (await visitor.post("/api/sessions", session)).json.token;
  const relaunch = (await visitor.get("/api/projects")).json.items[0];
  project = `/projects/${relaunch?.id}`;
  shareAddress = (await visitor.post(`/api${project}/share-links`)).json.url;
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: workspace.url, ...options });
  return context.newPage();
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("ada@example.com");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Remember me").check();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Your workspace" }).waitFor();
}

/** Places and rules that are broken, as axe sees them; and whether the page is wider than the window. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, "utf8"));
  const found: string = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(STANDARDS)} }).then((result) => JSON.stringify(
      result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html))))`,
  );
  const overflow = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  return [...JSON.parse(found), ...(overflow ? ["wider than the window"] : [])];
}

describe.each([
  ["phone, light", 360, "light"],
  ["phone, dark", 360, "dark"],
  ["desktop, light", 1280, "light"],
  ["desktop, dark", 1280, "dark"],
] as const)("on a %s screen", (_screen, width, colorScheme) => {
  test("no page has a barrier that axe can see", async () => {
    // axe is put into the page as a script, which the page's own policy would refuse.
    const page = await open({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    const visit = async (address: string) => {
      await page.goto(address);
      expect([address, ...(await barriers(page))]).toEqual([address]);
    };
    for (const address of ["/", "/register", "/sign-in", "/nothing", shareAddress])
      await visit(address);
    await page.goto("/register");
    await page.getByRole("button", { name: "Create account" }).click();
    expect(await barriers(page)).toEqual([]);
    await signIn(page);
    for (const address of ["/workspace", project, "/search?q=check", "/settings"])
      await visit(address);
    await page.getByRole("button", { name: "Set up second factor" }).click();
    await page.getByText("Scan this").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});

describe("the script", () => {
  test("saves without loading the page, says so, and keeps the place", async () => {
    const page = await open();
    await signIn(page);
    await page.goto(project);
    await page.evaluate("window.sameDocument = true");
    await page.getByLabel("Title").fill("From a browser");
    await page.getByRole("button", { name: "Add note" }).click();
    await page.getByRole("status").getByText("Note added.").waitFor();
    await page.getByRole("heading", { name: "From a browser" }).waitFor();
    await page.getByRole("button", { name: "Add note" }).click();
    await page.getByRole("alert").getByText("Enter a title").waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("alert");
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
    await page.getByRole("button", { name: "Upload" }).click();
    await page.getByRole("status").getByText("File uploaded.").waitFor();
    expect(await page.evaluate("window.sameDocument")).toBe(true);
    await page.context().close();
  });

  test("finds while the customer types", async () => {
    const page = await open();
    await signIn(page);
    await page.goto("/search");
    await page.getByRole("searchbox", { name: "Search" }).pressSequentially("bakery");
    await page.getByText("1 result for “bakery”").waitFor();
    await page.getByRole("link", { name: "Interview 4: the bakery" }).waitFor();
    expect(page.url()).toBe(`${workspace.url}/search?q=bakery`);
    await page.context().close();
  });

  test("says when nothing could be saved", async () => {
    const page = await open();
    await signIn(page);
    await page.goto("/settings");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Save profile" }).click();
    await page
      .getByRole("status")
      .getByText("The server could not be reached. Nothing was saved.")
      .waitFor();
    await page.context().close();
  });

  test("is not needed: every form works without it", async () => {
    const page = await open({ javaScriptEnabled: false });
    await signIn(page);
    await page.goto(project);
    await page.getByLabel("Title").fill("Without a script");
    await page.getByRole("button", { name: "Add note" }).click();
    await page.getByRole("status").getByText("Note added.").waitFor();
    await page.getByRole("heading", { name: "Without a script" }).waitFor();
    await page.context().close();
  });
});
