import { expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const ownSteps = `import { defineParameterType, Given, Then, When } from "@cucumber/cucumber";

defineParameterType({ name: "colour", regexp: /red|green/, transformer: (name) => name });
Given("a {colour} lamp/table( of glass)", function () {});
Given(/^A LAMP of (?:glass|steel)$/i, function () {});
When("{actor} buy(s) {int} thing(s)", function () {});
When("Ada buys {int} {word}", function () {});
Then("nothing of this is ever written", function () {});
`;

const story = `Feature: Lamps

  Background:
    Given a red lamp

  Scenario Outline: Lamps are bought
    Given a <colour> <thing>
    And a lamp of STEEL
    When Ada buys 2 <what>
    And I press "Buy"
    Then I shuld see "Thanks"

    Examples:
      | colour | thing          | what   |
      | green  | table of glass | lamps  |
      | blue   | lamp           | things |
`;

function project(steps: string): Project {
  return makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1"),
    "features/lamps.feature": story,
    "features/steps/lamps.js": steps,
  });
}

interface Message {
  readonly pickle?: { readonly steps: readonly { readonly id: string; readonly text: string }[] };
  readonly testCase?: {
    readonly testSteps: readonly {
      readonly pickleStepId?: string;
      readonly stepDefinitionIds?: readonly string[];
    }[];
  };
}

/** The texts for which cucumber finds none, and those for which it finds several. */
async function askCucumber(from: Project) {
  await from.cucumber(["--dry-run", "--format", "message:messages.ndjson"]);
  const lines = from.read("messages.ndjson").trim().split("\n");
  const messages = lines.map((line): Message => JSON.parse(line));
  const texts = new Map(
    messages.flatMap(({ pickle }) => pickle?.steps ?? []).map(({ id, text }) => [id, text]),
  );
  const steps = messages.flatMap(({ testCase }) => testCase?.testSteps ?? []);
  const withDefinitions = (isMeant: (count: number) => boolean) => {
    const found = steps.filter(
      ({ pickleStepId, stepDefinitionIds = [] }) =>
        pickleStepId !== undefined && isMeant(stepDefinitionIds.length),
    );
    return [...new Set(found.map(({ pickleStepId = "" }) => texts.get(pickleStepId)))].sort();
  };
  return {
    undefined: withDefinitions((count) => count === 0),
    ambiguous: withDefinitions((count) => count > 1),
  };
}

test("what lint finds undefined, ambiguous and unused is what cucumber finds", async () => {
  const shop = project(ownSteps);
  const { stdout, stderr } = await shop.storyproof([
    "lint",
    "--rule",
    "steps/*",
    "--format",
    "json",
  ]);
  expect(stderr).toBe("");
  const findings: readonly { rule: string; uri: string; line: number; message: string }[] =
    JSON.parse(stdout).findings;
  expect(findings.map(({ rule, uri, line }) => `${uri}:${line} ${rule}`)).toEqual([
    "features/lamps.feature:7 steps/undefined",
    "features/lamps.feature:9 steps/ambiguous",
    "features/lamps.feature:11 steps/undefined",
    "features/steps/lamps.js:8 steps/unused",
  ]);
  expect(findings[0]?.message).toContain('"a blue lamp" (row of line 16)');
  expect(findings[1]?.message).toContain('"Ada buys 2 things" (row of line 16)');
  expect(await askCucumber(shop)).toEqual({
    undefined: ['I shuld see "Thanks"', "a blue lamp"],
    ambiguous: ["Ada buys 2 things"],
  });
});

test("step files that cannot be loaded end lint with what is wrong, and the way out", async () => {
  const shop = project("Given('a red lamp', function () {});\n");
  const { code, stdout, stderr } = await shop.storyproof(["lint"]);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/Given is not defined/);
  expect(stderr).toContain('lint: { rules: { "steps/*": "off" } }');
  const without = await shop.storyproof(["lint", "--rule", "structure/no-tier"]);
  expect(without.stdout).toContain("structure/no-tier");
});
