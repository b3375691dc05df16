// The tables of docs/checks.md are examples; each of them is run here.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCheck } from "../../../src/checks/check-parser.ts";
import { checkPattern } from "../../../src/checks/check-pattern.ts";
import { forms, verbs } from "../../../src/checks/grammar.ts";
import { matchJson } from "../../../src/checks/json-match.ts";
import { plainSurroundings } from "../../../src/checks/surroundings.ts";

const page = readFileSync(new URL("../../../docs/checks.md", import.meta.url), "utf8");

/** Rows of the tables whose first column has that heading, as cells of code. */
function readRows(heading: string): readonly (readonly (readonly string[])[])[] {
  const rows: string[][][] = [];
  let isInside = false;
  for (const line of page.split("\n")) {
    if (line.startsWith(`| ${heading} |`)) isInside = true;
    else if (!line.startsWith("|")) isInside = false;
    else if (isInside && !line.startsWith("|---")) {
      const cells = line.slice(1, -1).split("|");
      rows.push(cells.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code)));
    }
  }
  return rows;
}

function readValue(code: string): unknown {
  return code === "nothing" ? undefined : (JSON.parse(code) as unknown);
}

/** The page's own kind, as its line defines it. */
const own = new Map([
  ["ean", { name: "EAN", test: (value: unknown) => /^\d{13}$/.test(String(value)) }],
]);

function judge(text: string, value: unknown): string | undefined {
  const parsed = parseCheck(text, undefined, { ...plainSurroundings, own });
  if (parsed.kind === "error") throw new Error(parsed.message);
  return parsed.check.judge(value);
}

const checks = readRows("Check").map(([[check = ""] = [], ...others]) => {
  // Of own kinds there is a column more, with their code.
  const [passing = [], failing = []] = others.slice(-2);
  return { check, passing, failing };
});

const headed = forms.map((form) => ({
  form,
  pattern: new RegExp(`^should (?:not )?${verbs[form.verb].base}(?: (?:${form.pattern}))?$`),
}));

test("every form has a line", () => {
  const ownChecks = readRows("Check").map(([[check = ""] = []]) => check);
  const shown = ownChecks.map((check) => headed.find(({ pattern }) => pattern.test(check))?.form);
  const unshown = forms.filter((form) => !shown.includes(form));
  expect(unshown.map(({ verb, example }) => `should ${verb} ${example}`)).toEqual([]);
});

test("the page has its tables", () => {
  expect(checks.length).toBeGreaterThan(50);
  expect(readRows("Placeholder").length).toBeGreaterThan(20);
});

test.each(checks)("$check", ({ check, passing, failing }) => {
  expect(check).toMatch(new RegExp(`^${checkPattern}$`));
  expect(passing.length * failing.length).toBeGreaterThan(0);
  for (const code of passing) expect(judge(check, readValue(code)), code).toBeUndefined();
  for (const code of failing) expect(judge(check, readValue(code)), code).toMatch(/^expected/);
});

test.each(readRows("You may write"))("%j and %j mean the same", ([text = ""] = [], others = []) => {
  const samples = [5, 6, "x", "yx", "xy", [], undefined];
  const answers = (words: string) => samples.map((sample) => judge(words, sample) === undefined);
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) expect(answers(other), other).toEqual(answers(text));
});

test.each(readRows("Placeholder"))("%j", ([placeholder = ""] = [], fitting = [], others = []) => {
  const options = { mode: "partial", order: "ordered" } as const;
  const match = (code: string) => {
    const value = readValue(code);
    return matchJson(value === undefined ? {} : { it: value }, { it: placeholder }, options);
  };
  for (const code of fitting) expect(match(code), code).toEqual([]);
  for (const code of others) expect(match(code), code).toHaveLength(1);
});
