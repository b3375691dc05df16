import { describe, expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject } from "./project.ts";

const silent = "http://127.0.0.1:1";

const feature = `Feature: Health
  Scenario: It answers
    When I send a GET request to "/health"
    Then the response status should be 200
  Scenario: It answers twice
    When I send a GET request to "/health"
    Then the response status should be 200
`;

describe.each([
  ["serial", []],
  ["parallel", ["--parallel", "2"]],
])("%s", (_name, args) => {
  test("one message names the address and the setting, nothing is run, the run fails", async () => {
    const project = makeProject({
      "cucumber.js": configFor(silent, { steps: { packs: ["api"] } }),
      "features/health.feature": feature,
    });
    const { code, stdout, stderr } = await project.cucumber(args);
    expect(stderr.trim().split("\n").slice(0, 4)).toEqual([
      "storyproof: the product does not answer at http://127.0.0.1:1: nothing listens there (connection refused).",
      "  Is it running? The address is environments.local.baseUrl in cucumber.js;",
      "  another environment is chosen with STORYPROOF_ENV.",
      "  Nothing was run: 2 scenarios stay unproven, with all their guarantees.",
    ]);
    expect(stdout).toContain("0 scenarios");
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
    const report = JSON.parse(project.read("reports/truth.json"));
    expect(report.counts).toMatchObject({ proven: 0, refuted: 0, unproven: 2 });
    expect(JSON.stringify(report.run.problems)).toContain(
      "the product does not answer at http://127.0.0.1:1",
    );
  });
});

test("a dry run asks nobody", async () => {
  const project = makeProject({
    "cucumber.js": configFor(silent),
    "features/health.feature": feature,
  });
  const { code, stderr } = await project.cucumber(["--dry-run"]);
  expect(stderr).not.toContain("does not answer");
  expect(code).toBe(0);
});

test("a run that selects nothing asks nobody", async () => {
  const project = makeProject({
    "cucumber.js": configFor(silent),
    "features/health.feature": feature,
  });
  expect((await project.cucumber(["--tags", "@none"])).code).toBe(0);
});
