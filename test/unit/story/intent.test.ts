import { expect, it } from "vitest";
import { parseIntent } from "../../../src/story/intent.ts";

it.each([
  [
    "  As a customer\n  I want to sign in\n  so that I reach my work.",
    { role: "a customer", want: "to sign in", benefit: "I reach my work" },
  ],
  [
    "In order to sell more, as the owner of a shop I want a report",
    { benefit: "to sell more", role: "the owner of a shop", want: "a report" },
  ],
  ["I want it to be quick", { want: "it to be quick" }],
  ["As an admin I need to see who did it", { role: "an admin", want: "to see who did it" }],
  ["This is as simple as a walk.", undefined],
  ["", undefined],
])("reads the intent in %j", (description, expected) => {
  expect(parseIntent(description)).toEqual(expected);
});
