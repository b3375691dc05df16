// docs/reports.md tells every reason and every cap as the code has them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attachmentKinds, longestBody } from "../../../src/evidence/attachment-kinds.ts";
import { defaultCaps } from "../../../src/evidence/evidence.ts";
import { createSecretNameTest } from "../../../src/evidence/secret-names.ts";
import { shortestText } from "../../../src/evidence/text-finder.ts";
import { readPage, readTables } from "./markdown-page.ts";

const page = readPage("docs/reports.md");

test("every reason for a verdict has its row", () => {
  const schema = JSON.parse(readFileSync("schemas/truth-report.schema.json", "utf8"));
  const known = findReasons(schema);
  const told = readTables("docs/reports.md", ["reason", "meaning"]).flatMap(([names = ""]) =>
    [...names.matchAll(/`([\w-]+)`/g)].map(([, name = ""]) => name),
  );
  expect(known.length).toBeGreaterThan(10);
  expect(told.sort()).toEqual(known.filter((kind) => kind !== "step-failed").sort());
});

/** The list of reasons, wherever the schema has it. */
function findReasons(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { enum: values } = schema as { enum?: unknown };
  if (Array.isArray(values) && values.includes("not-measured")) return values.map(String);
  return Object.values(schema).reduce<readonly string[]>(
    (found, inner) => (found.length > 0 ? found : findReasons(inner)),
    [],
  );
}

test("the limits are the real ones", () => {
  expect(page).toContain(`cut after ${longestBody / 1024} Ki characters`);
  expect(page).toContain(`${defaultCaps.textLength / 1024} Ki characters of a text`);
  expect(page).toContain(`${defaultCaps.imageBytes / 1024 / 1024} MiB of a picture`);
  expect(page).toContain(`${defaultCaps.totalBytes / 1024 / 1024} MiB in all`);
  expect(shortestText).toBe(6);
  expect(page).toContain("Fewer than six characters");
});

test("every kind of attachment is named", () => {
  for (const kind of attachmentKinds) expect(page).toContain(`\`${kind}\``);
});

test("the secret names that it gives as examples are secret", () => {
  const isSecret = createSecretNameTest([]);
  const [, list = ""] = /whose name ends like ([^,]+(?:, `\w+`)*), or is one/.exec(page) ?? [];
  const names = [...list.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !isSecret(`x-${name}`))).toEqual([]);
});
