import { expect, test } from "vitest";
import JavaScriptSnippet from "../../../src/coordinator/javascript-snippet.ts";
import {
  type SnippetRequest,
  sentenceOf,
  writeSnippet,
} from "../../../src/coordinator/step-snippet.ts";

const request: SnippetRequest = {
  comment: "Write code here",
  functionName: "When",
  generatedExpressions: [
    { source: 'Ada\'s {int} "x" \\(and\\/or {string}', parameterNames: ["int", "string"] },
    { source: "Ada's {float} {string}", parameterNames: ["float", "string2"] },
  ],
  stepParameterNames: ["dataTable"],
};

test("in TypeScript, with the types of its values and the nearest phrases", () => {
  const nearest = ['I see "x"', 'I press "x"'];
  expect(writeSnippet(request, "typescript", "synchronous", nearest)).toBe(
    `// Did you mean:
//   I see "x"
//   I press "x"
// If not:
When("Ada's {int} \\"x\\" \\\\(and\\\\/or {string}", async function (this: StoryWorld, int: number, string: string, dataTable: DataTable) {
// When("Ada's {float} {string}", async function (this: StoryWorld, float: number, string2: string, dataTable: DataTable) {
  // Write code here
  return "pending";
});`,
  );
});

test("in JavaScript, without hints where nothing is near or nobody knows", () => {
  const [first] = new JavaScriptSnippet("async-await").build(request).split("\n");
  expect(first).toMatch(/^When\(".*", async function \(int, string, dataTable\) \{$/);
});

test("with a callback where the team has chosen that", () => {
  const code = writeSnippet({ ...request, stepParameterNames: [] }, "javascript", "callback", []);
  expect(code).toContain("function (int, string, callback) {");
  expect(code).not.toContain("async");
  expect(code).toContain('  callback(null, "pending");\n});');
});

test("the sentence is that of the step", () => {
  expect(sentenceOf(request)).toBe('Ada\'s {int} "x" (and/or {string}');
});
