import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runLint } from "../../../src/cli/lint.ts";
import { findConfigProblems } from "../../../src/config/validate.ts";
import { findUnknownRules } from "../../../src/lint/active-rules.ts";
import { rules } from "../../../src/lint/rules.ts";
import { recordIo } from "../cli/command-io.ts";
import { lintText, listFindings } from "../lint/lint-text.ts";
import { readBlocks, readPage, readTables } from "./markdown-page.ts";

const page = "docs/lint.md";
const blocks = readBlocks(page);

function codeOf(language: string): string {
  return blocks.find((block) => block.language === language)?.code ?? "";
}

async function lint(folder: string, ...args: readonly string[]): Promise<string> {
  const io = recordIo({ cwd: folder, env: {} });
  await runLint(args, io);
  return io.written.stdout;
}

const orders = `@owner:shop
Feature: Orders
  As a customer
  I want to cancel an order
  so that I only pay for what I want

  @smoke @latency:p95<300
  Scenario: An order is placed
    When I order a book
    Then I should see "Thank you"

  @regression
  Scenario: An order is cancelled
    Given I have ordered a book
    When I cancel the order
`;

test("the output is what the command prints", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "features"));
  writeFileSync(join(folder, "features/orders.feature"), orders);
  expect(await lint(folder)).toBe(codeOf("text"));
});

test("the options are those of the command", async () => {
  const usage = await lint(".", "--help");
  const known = [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name);
  const rows = readTables(page, ["option", "meaning"]).map(([option = ""]) => option);
  const told = rows.map((row) => /--[a-z-]+/.exec(row)?.[0]).filter((name) => name !== undefined);
  expect([...told, "--help"].sort()).toEqual(known.toSorted());
});

test("the configuration is right, and names rules that there are", () => {
  const options = /defineConfig\((.*)\);/s.exec(codeOf("js"))?.[1] ?? "";
  const value = new Function(`return (${options});`)();
  expect(findConfigProblems(value)).toEqual([]);
  expect(findUnknownRules(Object.keys(value.lint.rules), rules)).toEqual([]);
});

test("the comment silences what it says", async () => {
  const only = ["structure/no-outcome", "suppression/*"];
  const text = codeOf("gherkin");
  expect(await listFindings(text, { only })).toEqual([]);
  expect(await listFindings(text.replace(/^.*# storyproof.*\n/m, ""), { only })).toHaveLength(1);
});

test("every rule that mends is told, and no other", async () => {
  const told = readTables(page, ["rule", "what is done"]).map(([rule = ""]) => rule.slice(1, -1));
  const findings = await Promise.all(rules.map(({ bad }) => lintText(bad)));
  const mending = findings.flat().filter(({ edits }) => edits !== undefined);
  expect([...new Set(mending.map(({ rule }) => rule))].sort()).toEqual(told.sort());
});

test("rules that the page speaks of are there", () => {
  const named = [...readPage(page).matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(findUnknownRules(named, rules)).toEqual([]);
});
