import { expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const feature = `Feature: Slips
  Scenario: A verb too many
    Given the user should sees "Welcome"
  Scenario: Nothing like it
    Given the weather is nice
  Scenario: Own
    Given Alice has ordred 2 of "Emma"
`;

const own = `import { Given } from "@cucumber/cucumber";
Given("{actor} has ordered {int} of {text}", function () {});
`;

function project(options: object = {}, more: Readonly<Record<string, string>> = {}): Project {
  return makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1", { preflight: false, ...options }),
    "features/a.feature": feature,
    "features/steps/own.js": own,
    ...more,
  });
}

const hint = `       Undefined. Implement with the following snippet:

         // Did you mean:
         //   I should see "`;

test.each([
  ["JavaScript", "features/**/*.js", [], "async function (string) {"],
  [
    "TypeScript",
    "features/**/*.{js,ts}",
    ["--parallel", "2"],
    "(this: StoryWorld, string: string) {",
  ],
])("for steps in %s (%s, %j): in every formatter and the report", async (_, glob, args, head) => {
  const shop = project({ steps: { own: [glob] } });
  const { stdout, code } = await shop.cucumber([...args, "--format", "pretty:pretty.txt"]);
  expect(code).toBe(1);
  expect(stdout).toContain(hint);
  expect(stdout).toContain(head);
  expect(stdout).toContain("//   Alice has ordered … of …\n");
  expect(stdout).toContain('Given("the weather is nice", async function (');
  expect(shop.read("pretty.txt")).toMatch(
    /\? undefined\n\s+Did you mean:\n\s+the user should see "Welcome"\n/,
  );
  const truth = shop.read("reports/truth.json");
  expect(truth).toContain(
    'has no step definition; did you mean: the user should see \\"Welcome\\""',
  );
  expect(truth).toContain('did you mean: Alice has ordered 2 of \\"Emma\\""');
  expect(truth).toContain('\\"Given the weather is nice\\" has no step definition"');
});

test("a team's own snippets stay", async () => {
  const shop = project(
    { cucumber: { formatOptions: { snippetSyntax: "./snippet.mjs" } } },
    { "snippet.mjs": "export default class { build() { return 'OURS'; } }" },
  );
  const { stdout } = await shop.cucumber();
  expect(stdout).toContain("OURS");
  expect(stdout).not.toContain("Did you mean");
});
