import { expect, test } from "vitest";
import { writeEveryPhrase } from "./every-phrase.ts";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

const dryRun = ["--dry-run", "--format", "message:messages.ndjson"];

/** The steps that match no definition or several. */
function listOpen(ndjson: string): readonly string[] {
  const envelopes = ndjson
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const texts = new Map<string, string>(
    envelopes.flatMap(
      ({ pickle }) => pickle?.steps.map((step: Step) => [step.id, step.text]) ?? [],
    ),
  );
  const planned: readonly Planned[] = envelopes.flatMap(
    ({ testCase }) => testCase?.testSteps ?? [],
  );
  expect(planned.length).toBeGreaterThan(100);
  return planned
    .filter(({ stepDefinitionIds }) => stepDefinitionIds !== undefined)
    .filter(({ stepDefinitionIds }) => stepDefinitionIds?.length !== 1)
    .map(
      ({ pickleStepId = "", stepDefinitionIds }) =>
        `${texts.get(pickleStepId)}: ${stepDefinitionIds?.length}`,
    );
}

interface Step {
  readonly id: string;
  readonly text: string;
}

interface Planned {
  readonly pickleStepId?: string;
  readonly stepDefinitionIds?: readonly string[];
}

test("the file for editors defines each packaged phrase, and no run takes it in", async () => {
  const project = makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1"),
    "features/steps/shop.mjs": `import { Given, defineParameterType } from "@cucumber/cucumber";
defineParameterType({ name: "colour", regexp: ["red", /blue|green/] });
Given("it is {colour}", () => {});\n`,
    "features/every-phrase.feature": writeEveryPhrase(),
    "features/own.feature": "Feature: Own\n  Scenario: Own\n    Given it is green\n",
    ".vscode/settings.json": '{\n  // mine\n  "a": 1\n}\n',
  });
  const written = await project.storyproof(["steps", "--editor"]);
  expect(written).toMatchObject({ code: 0, stderr: "" });
  expect(written.stdout).toMatch(/^\.storyproof\/steps\.js: written, \d+ phrases\n/);
  expect(project.read(".vscode/settings.json")).toContain('  // mine\n  "a": 1,');

  // As a run goes on as before it: our phrases are defined once. Taken in, the file would double every one of them.
  const run = await project.cucumber([...dryRun, "--name", "^api/", "--name", "^Own"]);
  expect(run.code, run.stdout + run.stderr).toBe(0);
  expect(listOpen(project.read("messages.ndjson"))).toEqual([]);

  // As an editor knows it: from that file alone, read by the expressions that editors use too.
  project.write("alone.json", '{ "default": { "import": [".storyproof/steps.js"] } }');
  const alone = await project.cucumber(["--config", "alone.json", ...dryRun]);
  expect(alone.code, alone.stdout + alone.stderr).toBe(0);
  expect(listOpen(project.read("messages.ndjson"))).toEqual([]);

  const again = await project.storyproof(["steps", "--editor"]);
  expect(again.stdout).toMatch(/: as it was, .*\n.*: as it was\n$/);
}, 120_000);

test("broken settings of VS Code are told and left alone", async () => {
  const project = makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1"),
    ".vscode/settings.json": '{ "a": }\n',
  });
  const { code, stdout, stderr } = await project.storyproof(["steps", "--editor"]);
  expect(code).toBe(2);
  expect(stdout).toContain(".storyproof/steps.js: written");
  expect(stderr).toContain(
    '.vscode/settings.json:1:8: this is no JSON: ValueExpected\n  { "a": }\n',
  );
  expect(project.read(".vscode/settings.json")).toBe('{ "a": }\n');
});
