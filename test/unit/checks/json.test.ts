import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type MatchOptions, matchJson } from "../../../src/checks/json-match.ts";
import { describeMismatches, tellMismatches } from "../../../src/checks/json-mismatch.ts";
import { readJsonPath } from "../../../src/checks/json-path.ts";
import { parseJsonText, readJsonText } from "../../../src/checks/json-text.ts";

function readGolden<T>(name: string): T {
  const file = new URL(`../../golden/checks/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

interface GoldenMatch {
  readonly options: MatchOptions;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly mismatches?: readonly string[];
}

test.each(readGolden<readonly GoldenMatch[]>("json-match"))(
  "$options.mode, $options.order: $expected against $actual",
  ({ options, expected, actual, mismatches }) => {
    const found = matchJson(actual, expected, options);
    expect(found.length === 0 ? undefined : tellMismatches(found).split("\n")).toEqual(mismatches);
  },
);

test("one failure lists every mismatch under what was looked at", () => {
  const actual = { status: "open", items: [{ id: 1 }, { id: "2" }], total: 3 };
  const expected = { status: "paid", items: [{ id: "#number" }, { id: "#number" }], total: 3 };
  const mismatches = matchJson(actual, expected, { mode: "partial", order: "ordered" });
  expect(describeMismatches(mismatches, "the response body")).toBe(
    [
      "expected the response body to match, but it differs in 2 places:",
      '  $.status       expected "paid"   but was "open"',
      '  $.items[1].id  expected #number  but was "2"',
    ].join("\n"),
  );
});

test("what every object inherits is not there", () => {
  const options = { mode: "partial", order: "ordered" } as const;
  expect(matchJson({}, { constructor: "#present" }, options)).toHaveLength(1);
  expect(matchJson({}, { constructor: "#notpresent" }, options)).toEqual([]);
});

test("what is nested without end is not compared to its end", () => {
  const nest = (levels: number) => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
  const [mismatch] = matchJson(nest(5_000), nest(5_000), { mode: "exact", order: "ordered" });
  expect(mismatch?.expected).toBe("nesting too deep to compare");
});

interface GoldenText {
  readonly text: string;
  readonly value?: unknown;
  readonly error?: readonly string[];
}

const remembered: Readonly<Record<string, unknown>> = {
  id: 42,
  name: 'a "quoted" \\ name',
  user: { a: [1] },
  t: true,
};

function recall(name: string): unknown {
  if (name in remembered) return remembered[name];
  throw new Error(`Nothing is remembered as "${name}".`);
}

function resolve(text: string): unknown {
  const whole = /^\{\{([^{}]*)\}\}$/.exec(text)?.[1];
  if (whole !== undefined) return recall(whole);
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => String(recall(name)));
}

test.each(readGolden<readonly GoldenText[]>("json-text"))("JSON text $text", (golden) => {
  const read = readJsonText(golden.text, resolve);
  if (golden.error === undefined) {
    expect(read).toEqual({ kind: "ok", value: golden.value });
    return;
  }
  expect(read).toEqual({ kind: "error", message: golden.error.join("\n") });
  expect(() => parseJsonText(golden.text, resolve)).toThrow(golden.error.join("\n"));
});

test("a key called __proto__ is a key", () => {
  const value = parseJsonText('{"__proto__": {"x": 1}}') as object;
  expect(Object.keys(value)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

interface GoldenPaths {
  readonly document: unknown;
  readonly paths: readonly (Readonly<Record<"path", string>> & {
    readonly value?: unknown;
    readonly absent?: string;
    readonly error?: string;
  })[];
}

const { document, paths } = readGolden<GoldenPaths>("json-path");

test.each(paths)("path $path", ({ path, value, absent, error }) => {
  const found = readJsonPath(document, path);
  if (absent !== undefined) expect(found).toEqual({ kind: "absent", message: absent });
  else if (error !== undefined) expect(found).toEqual({ kind: "error", message: error });
  else expect(found).toEqual({ kind: "found", value });
});

test("inherited members are not there", () => {
  expect(readJsonPath({}, "constructor").kind).toBe("absent");
  expect(readJsonPath({}, "$.__proto__").kind).toBe("absent");
  expect(readJsonPath(undefined, "a").kind).toBe("absent");
});
