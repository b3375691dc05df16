import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadGherkin } from "../../../src/story/load-gherkin.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "storyproof-gherkin-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function writeModule(path: string, manifest: object, text = ""): Promise<void> {
  const place = join(folder, path);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "package.json"), JSON.stringify(manifest));
  await writeFile(join(place, "index.js"), text);
}

it("falls back to the copy beside it where the project has no cucumber", async () => {
  const gherkin = await loadGherkin(folder);
  expect(gherkin.version).toBe("38.0.0");
  expect(gherkin.dialects["de"]?.feature).toContain("Funktion");
});

it("takes the copy that the project's cucumber uses, also when it is an ES module", async () => {
  await writeModule("node_modules/@cucumber/cucumber", { name: "@cucumber/cucumber" });
  await writeModule(
    "node_modules/@cucumber/cucumber/node_modules/@cucumber/gherkin",
    { name: "@cucumber/gherkin", version: "99.0.0", type: "module", main: "index.js" },
    `export const dialects = { xx: {} };
     export class AstBuilder {}
     export class GherkinClassicTokenMatcher {}
     export class GherkinInMarkdownTokenMatcher {}
     export const Errors = {};
     export class Parser { parse(text) { return { text }; } }`,
  );
  const gherkin = await loadGherkin(folder);
  expect(gherkin.version).toBe("99.0.0");
  expect(Object.keys(gherkin.dialects)).toEqual(["xx"]);
  expect(gherkin.parse("hello", { isMarkdown: false, language: "en" })).toEqual({ text: "hello" });
});
