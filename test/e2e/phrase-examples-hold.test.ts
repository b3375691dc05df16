import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startBookshop } from "../bookshop/shop.ts";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

const folder = "docs/examples";

/** `PHRASE_EXAMPLES=api/` runs only those below that folder. */
const wanted = process.env["PHRASE_EXAMPLES"] ?? "";

/** The role that docs/examples/sign-in speaks of. */
const signIn = {
  reader: {
    request: {
      path: "/api/sessions",
      json: { email: "ada@example.com", password: "correct horse battery" },
    },
    check: "/api/account",
  },
  credentials: {
    request: { path: "/api/sessions", json: { email: "{{user}}", password: "{{password}}" } },
    check: "/api/account",
  },
};

test("every example of a phrase is proven against the bookshop", async () => {
  const url = await startBookshop();
  const project = makeProject({
    // Without traces: recording costs more than the sentences themselves.
    "cucumber.js": configFor(url, { signIn, browser: { trace: "off" } }),
    "files/note.txt": "A note to send along.\n",
    ...readExamples(),
  });
  const { code, stdout, stderr } = await project.cucumber(["-p", "full", "--parallel", "2"]);
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/^\d+ scenarios \(\d+ passed\)$/m);
}, 240_000);

/** Features as they stand, and the files that they send, below `features/` and `files/`. */
function readExamples(): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const entries = names
    .filter((name) =>
      name.endsWith(".feature") ? name.startsWith(wanted) : /^files\/.+\./.test(name),
    )
    .map((name) => {
      const path = name.endsWith(".feature") ? join("features", name) : name;
      return [path, readFileSync(join(folder, name), "utf8")] as const;
    });
  return Object.fromEntries(entries);
}
