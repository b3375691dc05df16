// docs/tags.md has every tag, and every tag in it is read as the page says.

import { readFileSync } from "node:fs";
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import { expect, test } from "vitest";
import { describeRefusal, TagCheck } from "../../../src/coordinator/tag-check.ts";
import { bareKeys, valueKeys } from "../../../src/tags/known-keys.ts";
import { limits } from "../../../src/tags/limits.ts";
import { ownWords } from "../../../src/tags/own-words.ts";
import { readTagText } from "../../../src/tags/read-tag-text.ts";
import { readBlocks, readPage, readTables } from "./markdown-page.ts";

const name = "docs/tags.md";
const page = readPage(name);
const rows = readTables(name, ["tag", "meaning"]);

function tagsIn(text: string): readonly string[] {
  return [...text.matchAll(/`(@[^`\s]+)`/g)].map(([, tag = ""]) => tag);
}

test("every key has its row, and every tag of a row is right", () => {
  const tags = rows.flatMap(([first = ""]) => tagsIn(first));
  for (const tag of tags) expect(readTagText(tag).kind, tag).toBe("known");
  const keys = new Set(tags.map((tag) => tag.slice(1).split(":")[0]));
  expect([...keys].sort()).toEqual([...bareKeys, ...valueKeys].sort());
});

test("tags in the meanings and in the examples are right, but for the one that shows mistakes", () => {
  const examples = readBlocks(name).filter((block) => block.language === "gherkin");
  const right = examples.filter(({ file }) => file === undefined);
  expect(right.length).toBeGreaterThan(2);
  const tags = [
    ...rows.flatMap(([, second = ""]) => tagsIn(second)),
    ...right.flatMap(({ code }) => code.match(/@\S+/g) ?? []),
  ];
  expect(tags.length).toBeGreaterThan(12);
  for (const tag of tags) expect(readTagText(tag).kind, tag).toBe("known");
});

test("the tags that are near a key are, and those of one's own are not", () => {
  const near = readTables(name, ["it differs by", "from keys of", "such as"]);
  const nearTags = near.flatMap(([, , such = ""]) => tagsIn(such));
  expect(nearTags.length).toBeGreaterThan(8);
  for (const tag of nearTags) expect(readTagText(tag).kind, tag).toBe("malformed");
  const [, own = ""] = /^All other tags are yours:([^.]*)\./m.exec(page) ?? [];
  const [, words = ""] = /^Words of plain English([\s\S]*?)\n\n/m.exec(page) ?? [];
  const ownTags = [...tagsIn(own), ...tagsIn(words)];
  expect(ownTags.length).toBeGreaterThan(10);
  for (const tag of ownTags) expect(readTagText(tag).kind, tag).toBe("other");
});

test("the ranges are the real ones", () => {
  expect(page).toContain(`from ${limits.samples.minimum} to ${limits.samples.maximum}`);
  expect(page).toContain(`from ${limits.seed.minimum} to ${limits.seed.maximum}`);
  expect(limits.durationMs).toEqual({ exclusiveMinimum: 0, maximum: 24 * 60 * 60 * 1000 });
});

test("the mistaken feature is told in these words", () => {
  const blocks = readBlocks(name);
  const feature = blocks.find(({ file }) => file !== undefined);
  const told = blocks.find(({ language }) => language === "text");
  const check = new TagCheck();
  // With its first line, the comment that names the file: so it is copied.
  const data = feature?.code ?? "";
  const uri = feature?.file ?? "";
  let id = 0;
  const parser = new Parser(new AstBuilder(() => String(id++)), new GherkinClassicTokenMatcher());
  check.add({ source: { uri, data, mediaType: "text/x.cucumber.gherkin+plain" as never } });
  check.add({ gherkinDocument: { ...parser.parse(data), uri } });
  expect(`${describeRefusal(check.finish(), 1)[1]}\n`).toBe(told?.code);
});

test("the grammar is the one above the parser", () => {
  const source = readFileSync("src/tags/read-tag-text.ts", "utf8");
  const lines = source.split("\n").filter((line) => line.startsWith("//   "));
  const grammar = lines.map((line) => `${line.slice("//   ".length)}\n`).join("");
  expect(readBlocks(name).find(({ language }) => language === "ebnf")?.code).toBe(grammar);
});

test("no word that passes is a key itself", () => {
  for (const key of [...bareKeys, ...valueKeys]) expect(ownWords.has(key), key).toBe(false);
});
