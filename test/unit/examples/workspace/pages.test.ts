import { describe, expect, test } from "vitest";
import { runWorkspace } from "./running-workspace.ts";

const workspace = runWorkspace();

async function ownerWithProject() {
  const owner = await workspace.customerOnPages();
  const { headers } = await owner.submit("/projects", {
    name: "Website relaunch",
    description: "",
  });
  return { owner, page: headers.get("location") ?? "" };
}

describe("the forms", () => {
  test("say what is wrong next to the field, in a summary, and keep what was typed", async () => {
    const visitor = workspace.visitor();
    const page = await visitor.submit("/register", { email: '"><b>', password: "sesame" });
    expect(page.status).toBe(422);
    expect(page.text).toContain('role="alert" tabindex="-1" autofocus');
    expect(page.text).toContain('<a href="#password">Use at least 12 characters.</a>');
    expect(page.text).toMatch(
      /id="password"[^>]*aria-describedby="password-hint password-error" aria-invalid="true"/,
    );
    expect(page.text).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(page.text).not.toContain("sesame");
  });

  test("register and lead to the workspace with a message that is shown once", async () => {
    const visitor = workspace.visitor();
    const form = { email: workspace.newEmail(), password: "correct horse battery" };
    const answer = await visitor.submit("/register", form);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/workspace"]);
    expect((await visitor.get("/workspace")).text).toContain("Welcome to your workspace.");
    expect((await visitor.get("/workspace")).text).not.toContain("Welcome to your workspace.");
  });

  test("change a project, its notes, members, links and files", async () => {
    const { owner, page } = await ownerWithProject();
    const messages: string[] = [];
    const submit = async (path: string, form: Record<string, string>) => {
      const answer = await owner.submit(`${page}${path}`, form);
      expect(answer.headers.get("location")).toBe(page);
      const shown = await owner.get(page);
      messages.push(/role="status">([^<]*)</.exec(shown.text)?.[1] ?? "");
      return shown.text;
    };
    await submit("", { name: "Relaunch", description: "New", status: "paused" });
    await submit("/notes", { title: "Kick-off", text: "" });
    await submit("/members", { email: "grace@example.com", role: "guest" });
    const shared = await submit("/share-links", {});
    const revoke = /action="[^"]+(\/share-links\/[^"]+\/revoke)"/.exec(shared)?.[1] ?? "";
    await submit(revoke, {});
    expect(messages).toEqual([
      "Changes saved.",
      "Note added.",
      "Invitation saved.",
      "Share link created.",
      "Share link revoked.",
    ]);
    const upload = await owner.send("POST", `${page}/files`, {
      file: { name: "a.txt", content: "a" },
    });
    expect(upload.status).toBe(303);
    const { text } = await owner.get(page);
    for (const part of ["Relaunch", "Paused", "Kick-off", "grace@example.com", "a.txt"]) {
      expect(text).toContain(part);
    }
  });

  test("delete a project only when the box is ticked", async () => {
    const { owner, page } = await ownerWithProject();
    const unsure = await owner.submit(`${page}/delete`);
    expect(unsure.status).toBe(422);
    expect(unsure.text).toContain("Tick the box to delete the project.");
    const sure = await owner.submit(`${page}/delete`, { sure: "on" });
    expect(sure.headers.get("location")).toBe("/workspace");
    expect((await owner.get(page)).status).toBe(404);
  });
});

describe("each role", () => {
  test("sees what it may do and is refused what it may not", async () => {
    const { owner, page } = await ownerWithProject();
    const guest = await workspace.customerOnPages();
    await owner.submit(`${page}/members`, { email: guest.email, role: "guest" });
    const shown = await guest.get(page);
    expect(shown.text).toContain("You are a guest");
    expect(shown.text).not.toMatch(
      /Add note|Save changes|Delete project|Invite|Upload|Create share link/,
    );
    const refused = await guest.submit(`${page}/notes`, { title: "No" });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("As guest of this project you may not change it.");
    const member = (await guest.get(`/api${page}/members`)).json.items[1];
    const left = await guest.submit(`${page}/members/${member?.id}/remove`);
    expect(left.headers.get("location")).toBe("/workspace");
  });
});

describe("every page", () => {
  test("without a session leads to sign-in and back", async () => {
    for (const path of ["/workspace", "/settings", "/search?q=a", "/projects/1"]) {
      const answer = await workspace.visitor().get(path);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `/sign-in?${new URLSearchParams({ next: path })}`,
      ]);
    }
  });

  test("that a customer sees is kept by no cache and framed by nobody", async () => {
    const customer = await workspace.customerOnPages();
    const { headers } = await customer.get("/workspace");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("escapes what customers wrote", async () => {
    const customer = await workspace.customerOnPages();
    const evil = `<img src=x onerror="alert(1)">`;
    const { headers } = await customer.submit("/projects", { name: evil, description: evil });
    for (const path of ["/workspace", headers.get("location") ?? "", "/search?q=%3Cimg"]) {
      const { text } = await customer.get(path);
      expect(text).not.toContain("<img");
      expect(text).toContain("&lt;");
    }
  });

  test("that is missing is a friendly 404, and JSON in the API", async () => {
    const page = await workspace.visitor().get("/nothing");
    expect(page.status).toBe(404);
    expect(page.text).toContain("<h1>Page not found</h1>");
    const api = await workspace.visitor().get("/api/nothing");
    expect(api.json).toMatchObject({ status: 404, title: "Not found" });
  });

  test("finds its stylesheet, script and icon here and nowhere else", async () => {
    const { text } = await workspace.visitor().get("/");
    const assets = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(assets).toHaveLength(3);
    for (const asset of assets) expect((await workspace.visitor().get(asset)).status).toBe(200);
    expect(text).not.toMatch(/(?:src|href)="https?:/);
  });
});

test("search marks the words on its page", async () => {
  const { owner } = await ownerWithProject();
  const { text } = await owner.get("/search?q=relaunch");
  expect(text).toContain("1 result for “relaunch”");
  expect(text).toContain("<mark>relaunch</mark>");
  expect((await owner.get("/search?q=(")).text).toContain("Nothing found for “(”.");
});
