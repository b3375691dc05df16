import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readTagExpression } from "../../../src/policy/tag-expression.ts";
import { makeTagNames } from "../../../src/policy/tag-names.ts";

const nameTags = makeTagNames();

function matches(text: string, ...names: string[]): boolean {
  const reading = readTagExpression(text);
  if (reading.kind === "wrong") throw new Error(reading.problem);
  const tags = names.map((name) => ({ name, level: "feature" as const, line: 1, column: 1 }));
  return reading.expression.matches(nameTags(tags));
}

test.each([
  ["@smoke", ["@smoke"], true],
  ["@smoke", ["@smoke:x"], false],
  ["@incident:*", ["@incident:INC-1"], true],
  ["@incident:", ["@incident:INC-1"], true],
  ["@incident:*", ["@incident"], false],
  ["@risk:high and not (@smoke or @wip)", ["@risk:high", "@full"], true],
  ["@risk:high and not (@smoke or @wip)", ["@risk:high", "@wip"], false],
  ["not @a", [], true],
  ["@a or @b and @c", ["@a"], true],
  ["@with\\ space", ["@with space"], true],
])("%s over %j: %j", (text, names, expected) => {
  expect(matches(text, ...names)).toBe(expected);
});

describe("what is wrong is pointed at", () => {
  const problemOf = (text: string) => {
    const reading = readTagExpression(text);
    return reading.kind === "wrong" ? reading.problem : "nothing";
  };

  it.each([
    ["@a and", "a tag is missing\n@a and\n      ^"],
    ["@a @b", '"and" or "or" is missing\n@a @b\n   ^~'],
    ["(@a or @b", "this parenthesis is never closed\n(@a or @b\n^"],
    ["@a)", "this parenthesis was never opened\n@a)\n  ^"],
    ["@a or or @b", "a tag is missing\n@a or or @b\n      ^~"],
    ["risk:high", "a tag begins with @: @risk:high\nrisk:high\n^~~~~~~~~"],
    ["@a AND @b", '"and" or "or" is missing\n@a AND @b\n   ^~~'],
    ["", "a tag is missing\n\n^"],
    ["not", "a tag is missing\nnot\n   ^"],
    ["()", "a tag is missing\n()\n ^"],
  ])("%s", (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it("and any text is either read or refused", () => {
    const words = fc.constantFrom("@a", "and", "or", "not", "(", ")", "x", "\\", " ", "@k:*");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(" ")),
        ),
        (text) => {
          const reading = readTagExpression(text);
          if (reading.kind === "read")
            expect(reading.expression.matches(["@a"])).toBeTypeOf("boolean");
          else expect(reading.problem).toContain("^");
        },
      ),
    );
  });
});
