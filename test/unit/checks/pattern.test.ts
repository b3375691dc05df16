import { expect, test } from "vitest";
import { runBounded } from "../../../src/checks/bounded.ts";
import { parseCheck } from "../../../src/checks/check-parser.ts";
import { checkPattern } from "../../../src/checks/check-pattern.ts";
import { matchJson } from "../../../src/checks/json-match.ts";
import { readJsonPath } from "../../../src/checks/json-path.ts";
import { findPattern } from "../../../src/checks/pattern.ts";

// Each of these would need longer than the test run, and longer than the universe lasts.
const catastrophic = /^(a+)+$/;
const victim = `${"a".repeat(64)}!`;

test.each(["", "i", "u"])("a pattern that never ends is stopped (flags %s)", (flags) => {
  const pattern = new RegExp(catastrophic.source, flags);
  expect(findPattern(pattern, victim, 50)).toEqual({ tooSlowMs: 50 });
});

test.each([
  "no ",
  "a ",
  "or 1 ",
  '"" ',
  "{{",
  "value 1, ",
  "5 Not ",
  "a valid a ",
  "5 EUR ",
  "5 € ",
])("no sentence makes the pattern of checks slow: %s again and again", (piece) => {
  const pattern = new RegExp(`^the response (${checkPattern})$`);
  const text = `the response should be ${piece.repeat(5_000)}?`;
  expect(findPattern(pattern, text, 2_000)).toBe("not-found");
});

test("work that never ends is stopped, and work that throws throws", () => {
  const forever = (): never => {
    for (;;);
  };
  expect(runBounded(forever, 50)).toEqual({ kind: "too-slow", limitMs: 50 });
  expect(() =>
    runBounded(() => {
      throw new TypeError("as it is");
    }),
  ).toThrow(TypeError);
});

test.each(["should match", "should not match"])("%s fails when matching never ends", (verb) => {
  const parsed = parseCheck(`${verb} /^(a+)+$/`);
  if (parsed.kind === "error") throw new Error(parsed.message);
  expect(parsed.check.judge(victim, "it")).toContain("matching took more than 1000 ms");
});

test("#regex in JSON cannot hang, in whatever order", () => {
  const [mismatch] = matchJson([victim], ["#regex ^(a+)+$"], { mode: "partial", order: "any" });
  expect(mismatch?.expected).toContain("was stopped");
});

test("a JSONPath cannot hang: neither its patterns nor its descents", () => {
  const slow = readJsonPath({ items: [victim] }, "$.items[?match(@, '(a+)+')]");
  expect(slow).toMatchObject({ kind: "error", message: expect.stringContaining("was stopped") });
  let deep: unknown = {};
  for (let level = 0; level < 400; level += 1) deep = { a: deep };
  expect(readJsonPath(deep, "$..*..*..*..*")).toMatchObject({ kind: "error" });
});

test("a pattern whose compilation would never end is found in time", () => {
  const optional = new RegExp(`${"a?".repeat(40)}b`);
  expect(findPattern(optional, "aaab", 2_000)).toBe("found");
});
