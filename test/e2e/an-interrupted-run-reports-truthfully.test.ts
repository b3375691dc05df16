import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const feature = `Feature: Orders
  Scenario: First
    When I send a GET request to "/ok"
    Then the response status should be 200
  Scenario: Second hangs
    When I send a GET request to "/hang"
    Then the response status should be 200
  Scenario: Third
    When I send a GET request to "/ok"
    Then the response status should be 200
`;

/** A product that hangs on one address, and says when somebody waits there. */
async function hangingProduct(): Promise<{
  readonly url: string;
  readonly reached: Promise<void>;
}> {
  let arrive: () => void = () => {};
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const url = await startProduct((request, response) => {
    if (request.url === "/hang") arrive();
    else response.end("ok");
  });
  return { url, reached };
}

function ordersProject(url: string): { readonly project: Project; readonly temporary: string } {
  const project = makeProject({
    "cucumber.js": configFor(url, {
      steps: { packs: ["api"] },
      timeouts: { requestMs: 600_000, stepMs: 600_000 },
    }),
    "features/orders.feature": feature,
  });
  const temporary = join(project.folder, "temporary");
  mkdirSync(temporary);
  return { project, temporary };
}

interface Case {
  readonly title: string;
  readonly guarantees: readonly {
    readonly verdict: string;
    readonly reason?: { readonly kind: string };
  }[];
}

/** "First: proven", "Third: unproven (interrupted)" … */
function casesOf(project: Project): string[] {
  const { stories } = JSON.parse(project.read("reports/truth.json")) as {
    stories: { scenarios: { cases: Case[] }[] }[];
  };
  return stories
    .flatMap(({ scenarios }) => scenarios.flatMap(({ cases }) => cases))
    .flatMap(({ title, guarantees }) =>
      guarantees.map(
        ({ verdict, reason }) => `${title}: ${verdict}${reason ? ` (${reason.kind})` : ""}`,
      ),
    );
}

describe.each([
  ["serial", []],
  ["parallel", ["--parallel", "1"]],
])("%s", (_name, args) => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "%s stops at once with %i, keeps what was proven, and leaves nothing temporary behind",
    async (signal, code) => {
      const { url, reached } = await hangingProduct();
      const { project, temporary } = ordersProject(url);
      const running = project.start(args, { TMPDIR: temporary });
      await reached;
      running.process.kill(signal);
      const finished = await running.finished;
      expect(finished.code).toBe(code);
      expect(finished.stderr).toContain(
        `storyproof: stopped by ${signal}; what was not finished stays unproven.`,
      );
      expect(casesOf(project)).toEqual([
        "First: proven",
        "Second hangs: unproven (interrupted)",
        "Third: unproven (interrupted)",
      ]);
      expect(project.read("reports/truth.html")).toContain("Second hangs");
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});

describe.each([
  ["serial", []],
  ["parallel", ["--parallel", "2"]],
])("with a browser, %s", (_name, args) => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s leaves no browser and nothing temporary behind", async (signal, code) => {
    const { url, reached } = await hangingProduct();
    const { project, temporary } = ordersProject(url);
    project.write(
      "cucumber.js",
      configFor(url, { timeouts: { requestMs: 600_000, stepMs: 600_000 } }),
    );
    project.write(
      "features/orders.feature",
      `Feature: Orders
  Scenario: Page and API
    When I open "/page"
    And I send a GET request to "/hang"
`,
    );
    const running = project.start(args, { TMPDIR: temporary });
    await reached;
    expect(browsersOf(temporary)).not.toEqual([]);
    running.process.kill(signal);
    expect((await running.finished).code).toBe(code);
    expect(casesOf(project)).toEqual(["Page and API: unproven (interrupted)"]);
    await expect.poll(() => browsersOf(temporary), { timeout: 5_000 }).toEqual([]);
    await expect.poll(() => readdirSync(temporary), { timeout: 5_000 }).toEqual([]);
  });
});

/** Processes whose command line names a folder below this one: browsers with their profile there. */
function browsersOf(temporary: string): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid,args"], { encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((line) => line.includes("--user-data-dir") && line.includes(temporary));
}

test("evidence of an interrupted run still makes a report", async () => {
  const { url, reached } = await hangingProduct();
  const { project } = ordersProject(url);
  const running = project.start();
  await reached;
  await expect.poll(() => project.read("reports/messages.ndjson")).toContain("testCaseFinished");
  running.process.kill("SIGKILL");
  await running.finished;
  const { code, stdout } = await project.storyproof(["report", "reports/messages.ndjson"]);
  expect(code).toBe(0);
  expect(stdout).toContain("1 proven");
  expect(stdout).toContain("2 unproven");
});

test("a worker that crashes costs its scenario, not the report", async () => {
  const { url } = await hangingProduct();
  const { project, temporary } = ordersProject(url);
  project.write(
    "features/crash.feature",
    'Feature: Crash\n  Scenario: Dies\n    When I send a GET request to "/ok"\n    Then the worker dies\n',
  );
  project.write(
    "features/crash.js",
    `import { Given } from "@cucumber/cucumber";
Given("the worker dies", () => process.kill(process.pid, "SIGKILL"));
`,
  );
  const finished = await project.cucumber(["--parallel", "1", "features/crash.feature"], {
    TMPDIR: temporary,
  });
  expect(finished.code).toBe(1);
  expect(casesOf(project)).toEqual(["Dies: unproven (not-run)"]);
  expect(readdirSync(temporary)).toEqual([]);
});
