import { expect, test } from "vitest";
import { writeEditorStub } from "../../../src/catalogue/editor-stub.ts";

/** What follows the heading. */
function write(patterns: readonly string[], types: readonly [string, ...string[]][] = []) {
  const text = writeEditorStub(
    patterns.map((pattern) => ({ pattern })),
    types.map(([name, ...regexps]) => ({ name, regexps })),
  );
  expect(text).toMatch(/^\/\/ Written by `npx storyproof steps --editor`/);
  return text.split("\n").filter((line) => /^(?:Given|defineParameterType)\(/.test(line));
}

test("parameter types are literals, one expression or several", () => {
  const types: readonly [string, ...string[]][] = [
    ["text", '"([^"]*)"|/x'],
    ["colour", "red", "blue"],
  ];
  expect(write([], types)).toEqual([
    'defineParameterType({ name: "text", regexp: /"([^"]*)"|\\/x/ });',
    'defineParameterType({ name: "colour", regexp: [/red/, /blue/] });',
  ]);
});

test("expressions are texts, regular expressions are themselves", () => {
  expect(write(['{actor} say(s) "hi"', "/^it costs (\\d+)$/"])).toEqual([
    'Given("{actor} say(s) \\"hi\\"", () => {});',
    "Given(/^it costs (\\d+)$/, () => {});",
  ]);
});

test("an optional that begins an alternative becomes patterns that the language service can complete", () => {
  expect(write(["{actor} am/is (already )signed/(now )logged in( as) {text}"])).toEqual([
    'Given("{actor} am/is (already )signed in( as) {text}", () => {});',
    'Given("{actor} am/is (now )logged in( as) {text}", () => {});',
  ]);
  const easy = "{actor} open(s)/visit(s) the( old) (page ){text}";
  expect(write([easy])).toEqual([`Given(${JSON.stringify(easy)}, () => {});`]);
});
