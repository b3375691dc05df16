import { expect, test } from "vitest";
import { configFor, startProduct } from "./product.ts";
import { makeProject } from "./project.ts";

test("the request is cancelled, and the scenario fails with the address and the setting", async () => {
  let closed = 0;
  const url = await startProduct((request, response) => {
    if (request.url === "/") response.end();
    else request.on("close", () => (closed += 1));
  });
  const project = makeProject({
    "cucumber.js": configFor(url, { steps: { packs: ["api"] }, timeouts: { requestMs: 200 } }),
    "features/slow.feature": `Feature: Slow
  Scenario: It hangs
    When I send a GET request to "/slow"
    Then the response status should be 200
`,
  });
  const { code, stdout } = await project.cucumber();
  expect(code).toBe(1);
  expect(stdout).toContain(`GET ${url}/slow did not answer within 200 ms and was cancelled.`);
  expect(closed).toBe(1);
});

test("a step's own deadline ends the request as well, and the process with it", async () => {
  const url = await startProduct(
    (request, response) => void (request.url === "/" && response.end()),
  );
  const project = makeProject({
    "cucumber.js": configFor(url, {
      steps: { packs: ["api"] },
      timeouts: { requestMs: 600_000, stepMs: 300 },
    }),
    "features/slow.feature": `Feature: Slow
  Scenario: It hangs
    When I send a GET request to "/slow"
`,
  });
  const { code, stdout } = await project.cucumber();
  expect(code).toBe(1);
  expect(stdout).toContain("function timed out");
});
