import { expect, test } from "vitest";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const feature = `Feature: Pages
  @smoke
  Scenario: One
    When I send a GET request to "/"
    Then the response status should be 200
  Scenario: Two
    When I open "/"
    Then I should see "hello"
`;

async function pages(): Promise<Project> {
  const url = await startProduct((_request, response) =>
    response.setHeader("content-type", "text/html").end("hello"),
  );
  return makeProject({ "cucumber.js": configFor(url), "features/pages.feature": feature });
}

test("a part of the scenarios does not make a story proven", async () => {
  const project = await pages();
  expect((await project.cucumber(["--tags", "@smoke"])).code).toBe(0);
  expect(project.read("reports/truth.md")).toContain(
    "Nothing is refuted: 1 of 2 guarantees are proven",
  );
  expect(project.read("reports/truth.html")).toContain("in part");
  expect(JSON.parse(project.read("reports/truth.json"))).toMatchObject({
    verdict: "unproven",
    stories: [{ verdict: "unproven", reason: { text: "1 of 2 guarantees were not in this run" } }],
  });
});

test("a machine without a browser refutes nothing", async () => {
  const project = await pages();
  const { code, stdout } = await project.cucumber([], { STORYPROOF_BROWSER: "/nowhere/chrome" });
  expect(code).toBe(1);
  expect(stdout).toContain("/nowhere/chrome");
  const { counts, stories } = JSON.parse(project.read("reports/truth.json"));
  expect(counts).toMatchObject({ proven: 1, refuted: 0, unproven: 1 });
  expect(JSON.stringify(stories)).toContain('"kind":"environment"');
});

test("a run that is killed leaves no report of the one before it", async () => {
  const project = await pages();
  await project.cucumber(["--tags", "@smoke"]);
  expect(project.exists("reports/truth.html")).toBe(true);
  project.write(
    "features/die.js",
    'import { BeforeAll } from "@cucumber/cucumber";\nBeforeAll(() => process.kill(process.pid, "SIGKILL"));\n',
  );
  await project.cucumber();
  expect(project.exists("reports/truth.html")).toBe(false);
  expect(project.exists("reports/truth.md")).toBe(false);
});

test("a folder that cannot hold reports is told before anything is run", async () => {
  let asked = 0;
  const url = await startProduct((_request, response) => {
    asked += 1;
    response.end();
  });
  const project = makeProject({
    "cucumber.js": configFor(url, { reports: { folder: "taken" } }),
    taken: "a file",
    "features/pages.feature": feature,
  });
  const { code, stderr, stdout } = await project.cucumber(["--tags", "@smoke"]);
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain(
    'storyproof cannot write its reports to the folder "taken" (reports.folder in cucumber.js)',
  );
  expect(asked).toBe(0);
});

test("the place of a run is told once, with its browser", async () => {
  const project = await pages();
  await project.cucumber();
  const { run } = JSON.parse(project.read("reports/truth.json"));
  expect(run.environments).toHaveLength(1);
  expect(run.environments[0]).toMatchObject({ name: "local", browser: { name: "chromium" } });
});
