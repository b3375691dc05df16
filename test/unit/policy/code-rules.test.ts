import { expect, test } from "vitest";
import { definePolicy, type PolicyCheck } from "../../../src/policy/define-policy.ts";
import { judgeTexts, tell } from "./judge-texts.ts";

const text = `@story:pay
Feature: Pay
  @smoke @latency:p95<1s
  Scenario: Pay by card
    When I send a POST request to "/pay"
    Then the response status should be 422
`;

function code(check: unknown, id = "mine") {
  return definePolicy({ id, reason: "Because.", check: check as PolicyCheck });
}

test("code sees stories, scenarios, what tags say and kinds of guarantee", () => {
  const rule = code(function* ({ stories, scenariosOf, readTags, kindsOf }) {
    for (const story of stories) {
      for (const scenario of scenariosOf(story)) {
        const { tier, gates } = readTags(scenario.tags);
        const kinds = kindsOf(scenario, story).includes("invalid-input");
        yield { story, scenario, message: `${tier} with ${gates.length} gate, ${kinds}.` };
      }
      yield { story, line: 3 };
    }
  } satisfies PolicyCheck);
  expect(tell(text, { rules: [rule] })).toEqual([
    "features/a.feature:4 error policy/mine: Because: smoke with 1 gate, true.",
    "features/a.feature:3 error policy/mine: Because.",
  ]);
});

test.each([
  [
    "threw TypeError: no such thing",
    () => {
      throw new TypeError("no such thing");
    },
  ],
  [
    "threw 'just a text'",
    () => {
      throw "just a text";
    },
  ],
  ["returned a promise, and is judged at once: it should return a list", async () => []],
  [
    "returned a promise, and is judged at once: it should return a list",
    async () => {
      throw new Error("late");
    },
  ],
  ["returned undefined and no list of violations", () => undefined],
  ["returned 'pay' and no list of violations", () => "pay"],
  ["gave 3, in which story is none of the stories it was given", () => [3]],
  [
    "gave { story: 'pay' }, in which story is none of the stories it was given",
    () => [{ story: "pay" }],
  ],
  [
    "gave a message or a wayOut that is no text",
    ({ stories: [story] }: { stories: [object] }) => [{ story, message: 3 }],
  ],
  [
    "threw Error: 5",
    () => {
      throw Object.assign(new Error(), { message: 5, stack: 7 });
    },
  ],
  [
    "threw a value that cannot be shown",
    () => {
      throw {
        get [Symbol.toStringTag]() {
          throw new Error("oh");
        },
      };
    },
  ],
  [
    "gave { story: [Object] }, in which story is none of the stories it was given",
    () => [{ story: { id: "x", line: 1, uri: "../secret" } }],
  ],
  ["gave -1 as a line", ({ stories: [story] }: { stories: [object] }) => [{ story, line: -1 }]],
])("a check that %s is named, and the others go on", (problem, check) => {
  const other = code(
    ({ stories }: { stories: object[] }) => stories.map((story) => ({ story })),
    "other",
  );
  const { findings, rules } = judgeTexts(text, { rules: [code(check), other] });
  expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
    [
      "policy/mine",
      "error",
      expect.stringContaining(`the rule mine could not be judged: its check ${problem}`),
    ],
    ["policy/other", "error", "Because."],
  ]);
  expect(rules.map(({ state }) => state)).toEqual(["broken", "judged"]);
});

test("what a generator found before it threw is kept", () => {
  const rule = code(function* ({ stories: [story] }) {
    if (story !== undefined) yield { story };
    throw new Error("later");
  } satisfies PolicyCheck);
  expect(judgeTexts(text, { rules: [rule] }).findings).toHaveLength(2);
});
