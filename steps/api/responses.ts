// Phrases that say what the API must have answered: one check type, a few subjects.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { parseCheck } from "../../src/checks/check-parser.ts";
import { type MatchOptions, matchJson } from "../../src/checks/json-match.ts";
import { describeMismatches } from "../../src/checks/json-mismatch.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { rowsOf } from "../tables.ts";
import { parseJson } from "./bodies.ts";
import { failWith, pathValue, withBody } from "./response-values.ts";

function checkStatus(response: ApiResponse, check: Check, whose = "the response"): void {
  const failure = check.judge(response.status, `${whose} status`);
  if (failure !== undefined) throw new Error(withBody(failure, response));
}

Then(
  ...phrase(
    "the (HTTP )(response )status( code) {check}",
    function (this: StoryWorld, check: Check) {
      checkStatus(this.lastResponse, check);
    },
  ),
);

Then(
  ...phrase("the response code {check}", function (this: StoryWorld, check: Check) {
    checkStatus(this.lastResponse, check);
  }),
);

Then(
  ...phrase("{actor}'s response status( code) {check}", (actor: Actor, check: Check) => {
    checkStatus(actor.api.lastResponse, check, `${actor.name}'s response`);
  }),
);

Then(
  ...phrase("{actor} should receive/get a/an {int}( response)", (actor: Actor, status: number) => {
    const { lastResponse } = actor.api;
    if (lastResponse.status === status) return;
    throw new Error(
      withBody(`expected a ${status} response, but it was ${lastResponse.status}`, lastResponse),
    );
  }),
);

Then(
  ...phrase("the request should succeed", function (this: StoryWorld) {
    const { status } = this.lastResponse;
    if (status >= 200 && status < 400) return;
    throw new Error(
      withBody(`expected the request to succeed, but its status is ${status}`, this.lastResponse),
    );
  }),
);

Then(
  ...phrase("the request should fail", function (this: StoryWorld) {
    const { status } = this.lastResponse;
    if (status >= 400) return;
    throw new Error(
      withBody(`expected the request to fail, but its status is ${status}`, this.lastResponse),
    );
  }),
);

Then(
  ...phrase(
    "the (response )header {text} {check}",
    function (this: StoryWorld, name: string, check: Check) {
      failWith(check.judge(this.lastResponse.header(name), `the header "${name}"`));
    },
  ),
);

Then(
  ...phrase(
    "the {text} (response )header {check}",
    function (this: StoryWorld, name: string, check: Check) {
      failWith(check.judge(this.lastResponse.header(name), `the header "${name}"`));
    },
  ),
);

Then(
  ...phrase("the (response )content type {check}", function (this: StoryWorld, check: Check) {
    failWith(check.judge(this.lastResponse.header("content-type"), "the content type"));
  }),
);

Then(
  ...phrase("the response (body )should be (valid )JSON", function (this: StoryWorld) {
    this.lastResponse.json();
  }),
);

Then(
  ...phrase("the response body {check}", function (this: StoryWorld, check: Check) {
    failWith(check.judge(this.lastResponse.text(), "the response body"));
  }),
);

Then(
  ...phrase("the response {check}", function (this: StoryWorld, check: Check) {
    const { lastResponse } = this;
    const type = lastResponse.header("content-type") ?? "";
    // "should have 3 items" asks the data, "should contain" the text as much as the data.
    if (/\bjson\b/i.test(type)) failWith(check.judge(lastResponse.json(), "the response", "data"));
    else failWith(check.judge(lastResponse.text(), "the response"));
  }),
);

function checkPath(world: StoryWorld, path: string, check: Check): void {
  const { value, hint } = pathValue(world.lastResponse, path);
  const failure = check.judge(value, `"${path}" of the response`, "data");
  failWith(failure !== undefined && hint !== undefined ? `${failure}\n${hint}` : failure);
}

Then(
  ...phrase("the response {text} {check}", function (this: StoryWorld, path: string, check: Check) {
    checkPath(this, path, check);
  }),
);

Then(
  ...phrase(
    "the (response )(body )(JSON ){pathword} {text} {check}",
    function (this: StoryWorld, _word: string, path: string, check: Check) {
      checkPath(this, path, check);
    },
  ),
);

Then(
  ...phrase(
    "the response should have (the following )values:",
    function (this: StoryWorld, table: DataTable) {
      const rows = rowsOf(
        this,
        table,
        2,
        '  | customer.email | "ada@example.com" |\n  | total          | should be greater than 5 |',
      );
      const failures = rows.flatMap(
        ([path = "", expected = ""]) => judgeRow(this, path, expected) ?? [],
      );
      if (failures.length > 0) throw new Error(failures.join("\n"));
    },
  ),
);

/** A cell is a check where it reads as one, else the value that must be there. */
function judgeRow(world: StoryWorld, path: string, expected: string): string | undefined {
  const resolve = (text: string): unknown => world.memory.resolveValue(text);
  const asCheck = parseCheck(expected, resolve);
  const asValue = parseCheck(`should be ${expected}`, resolve);
  const asText = parseCheck(`should be ${JSON.stringify(expected)}`, resolve);
  const parsed = [asCheck, asValue, asText].find(({ kind }) => kind === "ok");
  if (parsed?.kind !== "ok") return `${path}: "${expected}" is neither a check nor a value`;
  return parsed.check.judge(
    pathValue(world.lastResponse, path).value,
    `"${path}" of the response`,
    "data",
  );
}

function checkJson(world: StoryWorld, expected: string, options: MatchOptions): void {
  const { lastResponse } = world;
  const mismatches = matchJson(lastResponse.json(), parseJson(world, expected), options);
  if (mismatches.length > 0) throw new Error(describeMismatches(mismatches, "the response"));
}

Then(
  ...phrase(
    "the response (body )should match/contain/include (the )(following )JSON:",
    function (this: StoryWorld, expected: string) {
      checkJson(this, expected, { mode: "partial", order: "ordered" });
    },
  ),
);

Then(
  ...phrase(
    "the response (body )should match/contain/include (the )(following )JSON in any order:",
    function (this: StoryWorld, expected: string) {
      checkJson(this, expected, { mode: "partial", order: "any" });
    },
  ),
);

Then(
  ...phrase(
    "the response (body )should be/equal (exactly )(the )(following )JSON:",
    function (this: StoryWorld, expected: string) {
      checkJson(this, expected, { mode: "exact", order: "ordered" });
    },
  ),
);

Then(
  ...phrase("the response body should contain:", function (this: StoryWorld, expected: string) {
    const wanted = this.resolve(expected);
    if (this.lastResponse.text().includes(wanted)) return;
    throw new Error(
      withBody(`expected the response body to contain:\n${wanted}`, this.lastResponse),
    );
  }),
);
