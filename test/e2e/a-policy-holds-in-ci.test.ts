import { expect, test } from "vitest";
import { configFor } from "./product.ts";
import { makeProject, type Project } from "./project.ts";

const feature = `@story:answer @owner:shop @repo:payments
Feature: An answer
  As a customer
  I want an answer
  so that I know

  @smoke
  Scenario: An answer is known
    Given I set "answer" to "42"
    When I set "reply" to "{{answer}}"
    Then "{{reply}}" should be "42"
`;

const policy = {
  rules: [
    {
      id: "short-smoke",
      reason: "People wait for smoke",
      for: "project",
      where: "@smoke",
      limit: { runningTime: "5min" },
      unknown: "error",
    },
    {
      id: "comply",
      reason: "Auditors ask",
      for: "stories",
      where: "@repo:payments",
      require: { tags: ["@compliance:*"] },
    },
  ],
  waivers: [
    { rule: "comply", story: "answer", who: "Ada", why: "until the audit", until: "2999-12-31" },
  ],
};

function project(waivers: object = policy.waivers): Project {
  return makeProject({
    "cucumber.js": configFor("http://127.0.0.1:1", {
      preflight: false,
      policy: { ...policy, waivers },
    }),
    "features/answer.feature": feature,
  });
}

const onlyPolicy = ["check", "--rule", "policy/*"];

test("running times come from a run, and are unknown before it and after a change", async () => {
  const shop = project();
  const before = await shop.storyproof(onlyPolicy);
  expect(before.stdout).toContain("the running time of 1 of 1 run is not known: 1 in no saved run");
  expect(before.code).toBe(1);

  expect((await shop.cucumber(["-p", "smoke"])).code).toBe(0);
  const [known, named] = await Promise.all([
    shop.storyproof(onlyPolicy),
    shop.storyproof([...onlyPolicy, "--evidence", "reports/messages.ndjson"]),
  ]);
  for (const { code, stdout, stderr } of [known, named]) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("waived until 2999-12-31 by Ada: until the audit.");
    expect(stdout).not.toContain("is not known");
  }

  shop.write("features/answer.feature", feature.replaceAll('"42"', '"43"'));
  const after = await shop.storyproof(onlyPolicy);
  expect(after.stdout).toContain("1 changed since the saved run");
  expect(after.code).toBe(1);
});

test("an expired waiver fails", async () => {
  const [waiver] = policy.waivers;
  const { code, stdout } = await project([{ ...waiver, until: "2020-02-29" }]).storyproof([
    "check",
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain("the waiver of comply for answer by Ada ended on 2020-02-29");
});
