// The file of counterexamples: readable, the newest first, and read back as it was written.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  counterexamplePath,
  knownOf,
  readCounterexamples,
  storeable,
  writeCounterexample,
} from "../../../src/invariants/counterexample-file.ts";
import type { Counterexample } from "../../../src/invariants/invariant-result.ts";
import { showExamples } from "../../../src/invariants/show-invariant.ts";
import { showValue } from "../../../src/invariants/show-value.ts";
import { drawsFrom, held } from "./fake-scenario.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "counterexamples-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function found(values: Readonly<Record<string, unknown>>): Counterexample {
  return {
    origin: "search",
    values: Object.entries(values).map(([name, value]) => ({
      name,
      value,
      shown: showValue(value),
    })),
    step: "the response status should be 422",
    message: "expected 422, but it was 201",
    outcome: held,
    seed: 42,
    path: "3:0:1",
    shrinks: 2,
    shrinkRuns: 9,
    isSmallest: true,
  };
}

const caseId = "accounts/no-short-password";
const about = { rule: "No short password is ever accepted", guarantee: caseId };
const told = {
  command: "npx cucumber-js features/a.feature:3",
  failed: { message: "expected 422" },
};
const steps = { email: "email address", password: "text" };

describe("a counterexample", () => {
  it("stands in a file of its scenario, and comes back in the order of the steps", () => {
    const path = counterexamplePath(folder, caseId);
    expect(path).toBe(join(folder, "accounts", "no-short-password.json"));
    const first = storeable(found({ password: "a\u200b 👩‍👩‍👧", email: "a@a.aa" }), caseId, told);
    writeCounterexample(path, about, first);
    const written = readFileSync(path, "utf8");
    expect(written).toContain('"password": "a\\u200b 👩‍👩‍👧"');
    expect(written.endsWith("}\n")).toBe(true);
    const read = readCounterexamples(path);
    if (read.kind !== "read") throw new Error(read.kind);
    expect(read.file).toEqual({ ...about, counterexamples: [first] });
    expect(knownOf(read.file, drawsFrom(steps), () => undefined)).toEqual([
      { id: first.id, values: ["a@a.aa", "a\u200b 👩‍👩‍👧"], seed: 42, path: "3:0:1" },
    ]);
    expect(
      knownOf(read.file, drawsFrom({ email: "email" }), () => ["x"])[0]?.values,
    ).toBeUndefined();
  });

  it("takes the place of one with the same values, and comes before all others", () => {
    const path = counterexamplePath(folder, "accounts/other");
    const [one, two] = ["b", "c"].map((password) => storeable(found({ password }), caseId, told));
    if (one === undefined || two === undefined) throw new Error("two were made");
    for (const each of [one, two, one]) writeCounterexample(path, about, each);
    const read = readCounterexamples(path);
    expect(read).toMatchObject({
      kind: "read",
      file: { counterexamples: [{ id: one.id }, { id: two.id }] },
    });
  });

  it("is made again from seed and path where JSON cannot hold its values", () => {
    const stored = storeable(found({ when: new Date(0) }), caseId, told);
    expect(stored.values).toBeUndefined();
    expect(stored.examples[1]).toBe("| 1970-01-01T00:00:00.000Z |");
    const asked: unknown[] = [];
    const known = knownOf(
      { ...about, counterexamples: [stored] },
      drawsFrom({ when: "date" }),
      (...how) => {
        asked.push(how);
        return ["again"];
      },
    );
    expect(known[0]?.values).toEqual(["again"]);
    expect(asked).toEqual([[42, "3:0:1"]]);
  });

  it("keeps to its folder, whatever a scenario is called", () => {
    const path = counterexamplePath("c", "a b/../Größe: 5 < 6");
    expect(path).toBe(join("c", "a-b", "-", "Größe-5-6.json"));
  });
});

it("tells a file that is not there from one that cannot be read", () => {
  const path = join(folder, "broken.json");
  expect(readCounterexamples(path)).toEqual({ kind: "none" });
  writeFileSync(path, "{ not JSON");
  expect(readCounterexamples(path)).toMatchObject({ kind: "unreadable" });
  writeFileSync(path, '{ "counterexamples": [{}] }');
  expect(readCounterexamples(path)).toMatchObject({ kind: "unreadable" });
});

it("shows a text in a cell as it is only where gherkin gives it back so", () => {
  const values = [
    ["a|b\\c", "| a\\|b\\\\c |"],
    [" a", '| " a" |'],
    ["", '| "" |'],
    ["a\u200b", '| "a\\\\u200b" |'],
    [[1, 2], "| [1,2] |"],
    [-0, "| -0 |"],
  ] as const;
  for (const [value, row] of values) {
    expect(
      showExamples([{ name: "x", value, shown: showValue(value) }])[1].replace(/ +\|$/, " |"),
    ).toBe(row);
  }
});
