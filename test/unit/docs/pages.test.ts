import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import {
  type CodeBlock,
  listPages,
  pagesThatAreRun,
  readAnchors,
  readBlocks,
  readLinks,
  readPage,
  readTables,
} from "./markdown-page.ts";

const pages = listPages();

describe.each(pages)("%s", (page) => {
  it("links to what is there", () => {
    expect(readLinks(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it("holds only code that is run, or is marked by its kind as not run", () => {
    const blocks = readBlocks(page).filter(({ language }) => !notRun.has(language));
    const open = blocks.filter((block) => !isRun(block));
    expect(open.map(({ language, line }) => `${language} in line ${line}`)).toEqual([]);
  });
});

/** Told to a reader, and run by nobody: other tools' files, what is typed elsewhere, what is printed. */
const notRun = new Set(["text", "console", "yaml"]);

function isRun({ page, language, file }: CodeBlock): boolean {
  // test/unit/lint/rules-hold.test.ts runs both examples of each rule, and tries how it is set and silenced.
  if (page.startsWith("docs/rules/")) return true;
  if (generated.has(page)) return true;
  if (excerpts.has(page)) return true;
  if (commandPages.has(page)) return language === "";
  if (page === "docs/configuration.md") return language === "js";
  if (page === "docs/gaps.md") return language === "js" || language === "gherkin";
  if (page === "docs/lint.md") return language === "js" || language === "gherkin";
  if (page === "docs/policy.md") return file !== undefined;
  if (page === "docs/stories.md") return language === "js" || file !== undefined;
  if (page === "docs/tags.md") return language === "gherkin" || language === "ebnf";
  if (!pagesThatAreRun.includes(page)) return false;
  return language === "gherkin" || language === "sh" || file !== undefined;
}

/** Made from features that are run (test/e2e/phrase-examples-hold.test.ts); steps.test.ts sees that they are as made. */
const generated = new Set(["docs/steps.md"]);

/** Pages that show what the command prints, in blocks without a kind; its own tests run it. */
const commandPages = new Set(["docs/cli.md", "docs/browser.md"]);

/** Pages that quote files of this repository, which are run themselves. */
const excerpts = new Set(["docs/writing-stories.md"]);

test.each([...excerpts])("what %s quotes stands in the stories", (page) => {
  const stories = readdirSync("features")
    .filter((name) => name.endsWith(".feature"))
    .map((name) => readFileSync(join("features", name), "utf8"))
    .join("\n");
  const known = new Set(stories.split("\n").map(normalise));
  const quoted = readBlocks(page)
    .filter(({ language }) => language === "gherkin")
    .flatMap(({ code }) => code.split("\n").map(normalise));
  expect(quoted.length).toBeGreaterThan(20);
  expect(quoted.filter((line) => !known.has(line))).toEqual([]);
});

/** Columns are as wide as their table needs. */
function normalise(line: string): string {
  return line.trim().replace(/ +/g, " ");
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(target)) return false;
  if (anchor === undefined) return true;
  return statSync(target).isFile() && readAnchors(target).includes(anchor);
}

test("every page can be reached from the README", () => {
  const reached = new Set(["README.md"]);
  // A set goes on to what is added while it is walked through.
  for (const page of reached) {
    if (!page.endsWith(".md") || !existsSync(page)) continue;
    for (const link of readLinks(page)) reached.add(join(dirname(page), link.replace(/#.*/, "")));
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

test("the architecture names every folder that there is, and no other", () => {
  const named = readTables("docs/architecture.md", ["folder", "holds", "knows nothing of"])
    .flatMap(([folder = ""]) => /^`(src\/[\w-]+)\/`$/.exec(folder)?.[1] ?? [])
    .sort();
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(named).toEqual(folders.map(({ name }) => `src/${name}`).sort());
});

test("files that the pages about the inside name are there", () => {
  const inside = pages.filter((page) => /^docs\/(?:architecture|decisions)/.test(page));
  const named = inside.flatMap((page) => [
    ...readPage(page).matchAll(/`((?:src|steps|reporters|test|schemas)\/[\w./-]+\.\w+)`/g),
  ]);
  expect(named.length).toBeGreaterThan(10);
  expect(named.map(([, path = ""]) => path).filter((path) => !existsSync(path))).toEqual([]);
});

test("the changelog and package.json agree on the version", async () => {
  const { default: manifest } = await import("../../../package.json", { with: { type: "json" } });
  expect(/^## (\S+)/m.exec(readPage("CHANGELOG.md"))?.[1]).toBe(manifest.version);
  expect(readPage("LICENSE")).toContain(`${manifest.license} License`);
});

test("the scripts that CONTRIBUTING.md names exist", async () => {
  const { default: manifest } = await import("../../../package.json", { with: { type: "json" } });
  const named = [...readPage("CONTRIBUTING.md").matchAll(/`npm run ([\w:]+)`/g)];
  expect(named.length).toBeGreaterThan(3);
  for (const [, name = ""] of named) expect(Object.keys(manifest.scripts)).toContain(name);
});
