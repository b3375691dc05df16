import { expect, test } from "vitest";
import { configFor, startProduct } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

async function project(): Promise<Project> {
  let asked = 0;
  const url = await startProduct((request, response) => {
    if (request.url === "/flaky") asked += 1;
    response.statusCode = request.url === "/flaky" && asked === 1 ? 500 : 200;
    response.end();
  });
  const scenario = (name: string, tags: string, path = "/ok"): string =>
    `  ${tags}\n  Scenario: ${name}\n    When I send a GET request to "${path}"\n    Then the response status should be 200\n`;
  return makeProject({
    "cucumber.js": configFor(url, { steps: { packs: ["api"] } }),
    "features/a.feature": `Feature: A\n${scenario("one", "@smoke")}${scenario("two", "@smoke", "/flaky")}`,
    "features/b.feature": `Feature: B\n${scenario("three", "@regression")}${scenario("four", "@full")}${scenario("five", "@planned")}`,
  });
}

test.each([
  [["--tags", "@smoke"], 2, 1],
  [["-p", "smoke"], 2, 1],
  [["-p", "regression"], 3, 1],
  [[], 4, 1],
  [["features/b.feature"], 2, 0],
  [["-p", "full", "--shard", "1/2"], 2, 0],
  [["-p", "full", "--parallel", "2"], 4, 1],
])(
  "%j runs %i scenarios, %i of them flaky, and the report tells the rest as unproven",
  async (args, count, flaky) => {
    const { cucumber, read } = await project();
    const { stdout, code } = await cucumber([...args, "--retry", "1"]);
    expect(stdout).toContain(`${count} scenarios`);
    expect(code).toBe(0);
    const known = args.includes("features/b.feature") ? 3 : 5;
    const { counts } = JSON.parse(read("reports/truth.json"));
    expect(counts).toMatchObject({ proven: count, refuted: 0, unproven: known - count });
    // The second scenario passes when it is tried again: it is proven, and marked as flaky.
    expect(read("reports/truth.json").match(/"flaky":\s*true/g) ?? []).toHaveLength(flaky);
  },
);

test("without a retry it is refuted, and the run fails", async () => {
  const { cucumber, read } = await project();
  expect((await cucumber(["-p", "smoke"])).code).toBe(1);
  expect(JSON.parse(read("reports/truth.json")).counts).toMatchObject({ proven: 1, refuted: 1 });
});
