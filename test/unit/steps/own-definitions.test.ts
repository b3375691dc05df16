// A team's own checks and sign-ins beside our phrases: whose fault a failure is, and where they are asked.
import { expect, test } from "vitest";
import { defaultTimeouts } from "../../../src/config/settings.ts";
import { serve } from "../drivers/api-server.ts";
import { runCucumber, type StepOutcome } from "./run-cucumber.ts";

const definitions = new URL("../../../src/journey/team-definitions.ts", import.meta.url).href;

const team = `
import { defineCheck, defineSignIn } from ${JSON.stringify(definitions)};
defineCheck("EAN", (value) => value === "good");
defineCheck("Thrower", (value) => value.nothing.there);
defineCheck("Promiser", async () => { throw new Error("nobody hears this"); });
defineCheck("Forgetter", () => {});
defineSignIn("reader", async (actor) => { await actor.api.post("/sessions", {}); }, { check: "/me" });
`;

/** A product of which every page says "good", and every answer where it was asked. */
async function startProduct(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const url = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === "/page")
      return void response.setHeader("content-type", "text/html").end("<h1>good</h1>");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name: "Ada" }));
  });
  return { url, asked };
}

async function run(feature: string, baseUrl: string): Promise<readonly StepOutcome[]> {
  const settings = {
    environment: { baseUrl },
    timeouts: { ...defaultTimeouts, expectMs: 400 },
  };
  return (await runCucumber(feature, { pack: "index", settings }, { "team.own.mjs": team })).steps;
}

const failures: readonly (readonly [steps: readonly string[], parts: readonly string[]])[] = [
  [["{{word}} should not be a valid EAM"], ["StoryError", 'Did you mean "EAN"?']],
  [["{{word}} should be a valid ean"], ['expected {{word}} to be a valid EAN, but it was "x"']],
  [
    ["{{word}} should not be a valid Thrower"],
    [
      "StoryError",
      'The check "Thrower" (defineCheck) is at fault: it threw TypeError',
      "team.own.mjs:4",
    ],
  ],
  [
    ["{{word}} should be a valid Promiser"],
    ["StoryError", 'The check "Promiser"', "answered a promise"],
  ],
  [
    ["{{word}} should not be a valid Forgetter"],
    ["StoryError", 'The check "Forgetter"', "is a `return` missing?"],
  ],
  [
    ['I am on "/page"', 'the heading "good" should not be a valid Thrower'],
    ["StoryError", 'The check "Thrower"'],
  ],
  [
    ['I send a GET request to "/users/1"', 'the "name" field should be "Ada"'],
    ["StoryError", "No page is open", 'say: the response field "name" should be "Ada"'],
  ],
  [
    [
      'I send a GET request to "/users/1"',
      'I am on "/page"',
      'the value of "name" should be "Ada"',
    ],
    ["PageError", 'say: the response field "name" should be "Ada"'],
  ],
];

test("a check at fault is the team's, and what is meant of the answer is told so", async () => {
  const { url } = await startProduct();
  const scenarios = failures.map(([steps], index) => {
    const all = ['I remember "x" as "word"', ...steps];
    return `  Scenario: ${index}\n${all.map((step) => `    * ${step}`).join("\n")}\n`;
  });
  const steps = await run(`Feature: At fault\n${scenarios.join("")}`, url);
  const failed = steps.filter(({ status }) => status !== "PASSED");
  expect(failed.map(({ text }) => text)).toEqual(failures.map(([said]) => said.at(-1)));
  const untold = failures.flatMap(([, parts], index) => {
    const message = failed[index]?.message ?? "";
    return parts.filter((part) => !message.includes(part)).map((part) => [part, message]);
  });
  expect(untold).toEqual([]);
}, 60_000);

test("a page's own failure says nothing of the response where none came or it has no such field", async () => {
  const { url } = await startProduct();
  const steps = await run(
    `Feature: Page
  Scenario: No answer
    * the "name" field should be "Ada"
  Scenario: Another field
    * I send a GET request to "/users/1"
    * I am on "/page"
    * the value of "other" should be "Ada"
`,
    url,
  );
  const messages = steps.filter(({ status }) => status === "FAILED").map(({ message }) => message);
  expect(messages).toHaveLength(2);
  expect(messages.join()).not.toContain("the response field");
}, 60_000);

test("an own sign-in asks where the scenario says that the API is", async () => {
  const configured = await startProduct();
  const { url, asked } = await startProduct();
  const steps = await run(
    `Feature: Sign-in
  Scenario: Elsewhere
    Given the base URL is "${url}/v2"
    And Ada is signed in as a reader
    When Ada sends a GET request to "/books"
    Then the response status should be 200
`,
    configured.url,
  );
  expect(steps.filter(({ status }) => status !== "PASSED")).toEqual([]);
  expect(asked).toEqual(["POST /v2/sessions", "GET /v2/me", "GET /v2/books"]);
  expect(configured.asked).toEqual([]);
});
