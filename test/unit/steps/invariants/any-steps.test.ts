// The `any` steps that a scenario's sentences have, as the phrases read them.
import { expect, it } from "vitest";
import { listAnySteps } from "../../../../steps/invariants/any-steps.ts";

function read(...texts: readonly string[]) {
  return listAnySteps({ steps: texts.map((text) => ({ id: text, text, astNodeIds: [] })) });
}

it("are found among the others, in their order", () => {
  expect(
    read(
      "I open a page",
      'any email address as "email"',
      'many others as "x"',
      "any one of \"a as b\", 'c' or 3 as 'my choice'",
      'any integer as "high" such that it is greater than {{low}}',
    ),
  ).toEqual([
    { what: "email address", name: "email" },
    { what: "one of \"a as b\", 'c' or 3", name: "my choice" },
    { what: "integer", name: "high", condition: "is greater than {{low}}" },
  ]);
});
