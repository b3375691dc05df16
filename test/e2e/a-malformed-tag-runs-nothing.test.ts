import { describe, expect, test } from "vitest";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const shop = `@smoke @latency:p95<300
Feature: Shop
  @latancy:p99<1s
  Scenario: It answers
    When I send a GET request to "/"
    Then the response status should be 200
  Scenario: It answers again
    When I send a GET request to "/"
    Then the response status should be 200
`;
const stock = `Feature: Stock
  Rule: Never below zero
    @full @JIRA-12 @smoke
    Scenario Outline: <what>
      When I send a GET request to "/"
      @rpm:<rate>
      Examples:
        | what | rate |
        | one  | 600  |
`;
const right = `@smoke @JIRA-12 @latency:p95<3s @errors:<1%
Feature: Right
  Scenario: It answers
    When I send a GET request to "/"
    Then the response status should be 200
`;

interface Asked {
  readonly project: Project;
  readonly requests: string[];
}

async function makeShop(files: Readonly<Record<string, string>>): Promise<Asked> {
  const requests: string[] = [];
  const url = await startProduct((request, response) => {
    requests.push(request.url ?? "");
    response.end("{}");
  });
  const project = makeProject({
    "cucumber.js": configFor(url, { steps: { packs: ["api"] } }),
    ...files,
  });
  return { project, requests };
}

const files = {
  "features/shop.feature": shop,
  "features/stock.feature": stock,
  "features/right.feature": right,
};

const told = `storyproof: 4 mistakes in tags.

features/shop.feature:1:21
  @smoke @latency:p95<300
                      ^~~
  the time has no unit: ms, s or min. Write @latency:p95<300ms.

features/shop.feature:3:4
    @latancy:p99<1s
     ^~~~~~~
  "latancy" is nearly latency. Write @latency:p99<1s.

features/stock.feature:3:20
      @full @JIRA-12 @smoke
                     ^~~~~~
  @full stands beside it, and there can be only one tier. Keep either @full or @smoke.

features/stock.feature:6:12
        @rpm:<rate>
             ^~~~~~
  cucumber fills no placeholder in a tag: <rate> would stay as it is. Write the value, such as @rpm:600; where rows differ, give each its own Examples and tag those.
`;

describe.each([
  ["serial, with a filter that leaves the mistaken files out", ["--tags", "@errors:<1%"]],
  ["parallel, one scenario of a shard", ["--parallel", "2", "--shard", "2/2", "--name", "again"]],
  ["a dry run that selects nothing", ["--dry-run", "--tags", "@none"]],
])("%s", (_name, args) => {
  test("every mistake of every file is told with its way out, nothing is run, the run fails", async () => {
    const { project, requests } = await makeShop(files);
    const { code, stdout, stderr } = await project.cucumber(args);
    expect(stderr.split("\n\n  Nothing was run:")[0]?.concat("\n")).toBe(told);
    expect(stdout).toContain("0 scenarios");
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
    expect(requests).toEqual([]);
    expect(code).toBe(1);
  });
});

test("every report says that the run was refused, and why", async () => {
  const { project } = await makeShop(files);
  const formats = ["message:run.ndjson", "json:run.json", "html:run.html", "junit:run.xml"];
  const { stderr } = await project.cucumber(formats.flatMap((one) => ["--format", one]));
  expect(stderr).toContain(
    "Nothing was run: 4 scenarios stay unproven, with all their guarantees.",
  );
  const report = JSON.parse(project.read("reports/truth.json"));
  expect(report.verdict).toBe("unproven");
  expect(report.counts).toMatchObject({ proven: 0, refuted: 0 });
  const [problem] = report.run.problems;
  expect(problem.text).toContain("storyproof: 4 mistakes in tags.");
  expect(problem.text).toContain(
    "features/shop.feature:1:21 the time has no unit: ms, s or min. Write @latency:p95<300ms.",
  );
  const finished = project
    .read("run.ndjson")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .find(({ testRunFinished }) => testRunFinished !== undefined);
  expect(finished.testRunFinished).toMatchObject({ success: false });
  expect(finished.testRunFinished.message).toContain("features/stock.feature:6:12");
  expect(project.read("run.html")).toContain("4 mistakes in tags");
  expect(JSON.parse(project.read("run.json"))).toEqual([]);
});

test("a file that is not loaded is not looked at, and right tags run", async () => {
  const { project, requests } = await makeShop(files);
  project.write("@rerun.txt", "features/right.feature:3\n");
  const { code, stderr } = await project.cucumber(["@rerun.txt"]);
  expect(stderr).not.toContain("mistake");
  expect(requests).toContain("/");
  expect(code).toBe(0);
});

test("a tag with spaces is told beside cucumber's own words for it", async () => {
  const { project } = await makeShop({
    "features/a.feature": "@latency:p95 < 300 ms\nFeature: A\n  Scenario: a\n    * a\n",
    "features/b.feature": "@rpm:10k\nFeature: B\n  Scenario: b\n    * b\n",
  });
  const { code, stderr } = await project.cucumber();
  expect(stderr).toContain(
    "features/a.feature:1:1\n  @latency:p95 < 300 ms\n  ^~~~~~~~~~~~~~~~~~~~~\n  a tag has no spaces. Write @latency:p95<300ms.\n",
  );
  expect(stderr).toContain("features/b.feature:1:6\n");
  expect(stderr).toMatch(
    /Parse error in "features\/a\.feature"[\s\S]*\nstoryproof: `storyproof lint` says more about it\.\n/,
  );
  expect(code).toBe(1);
});

test("two stories of one name are refused the same way", async () => {
  const story = (title: string): string =>
    `@story:shop\nFeature: ${title}\n  Scenario: a\n    * a\n`;
  const { project } = await makeShop({
    "features/a.feature": story("A"),
    "features/b.feature": story("B"),
  });
  const { code, stdout, stderr } = await project.cucumber();
  expect(stderr).toContain("storyproof: 1 mistake in tags.\n\nfeatures/a.feature:1:1\n");
  expect(stderr).toContain('2 stories have the id shop: "A" (features/a.feature:1) and "B" (');
  expect(stdout).toContain("0 scenarios");
  expect(code).toBe(1);
});
