// docs/steps.md and docs/steps.json are made from the definitions and from docs/examples; nobody writes them.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { readPackagedTopics } from "../../../src/catalogue/packaged-topics.ts";
import { readTables } from "./markdown-page.ts";

const topics = readPackagedTopics();
const phrases = topics.flatMap(({ pack, topic, phrases: all }) =>
  all.map((phrase) => ({ ...phrase, place: `${pack}/${topic}` })),
);

test("they are as the script would write them now", () => {
  const { stderr, status } = spawnSync(process.execPath, ["scripts/catalogue.mjs", "--check"], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test("every phrase has an example that is run", () => {
  expect(phrases.length).toBeGreaterThan(100);
  const without = phrases.filter(({ example }) => example.length === 0);
  expect(without.map(({ place, pattern }) => `${place}: ${pattern}`)).toEqual([]);
});

test("every topic has a title and says what it is for", () => {
  const bare = topics.filter(({ title, description }) => title.includes("/") || description === "");
  expect(bare.map(({ pack, topic }) => `${pack}/${topic}`)).toEqual([]);
});

test("the page explains each parameter that it names", () => {
  const columns = ["in a pattern", "you write", "for example"];
  const told = readTables("docs/steps.md", columns).flatMap(([names = ""]) => namesIn(names));
  const used = new Set(phrases.flatMap(({ pattern }) => namesIn(pattern)));
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((name) => !used.has(name))).toEqual([]);
});

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}
