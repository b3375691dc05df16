import type { PickleStepType } from "@cucumber/messages";
import { expect, test } from "vitest";
import { findActionSteps, findDoingSteps } from "../../../src/journey/action-steps.ts";

const types: Readonly<Record<string, string>> = {
  G: "Context",
  W: "Action",
  T: "Outcome",
  "*": "Unknown",
};

/** G, W, T, and `*` for steps; "x" below those that count. */
test.each([
  ["GWT", ".xx"],
  ["GGWWTT", "..xxxx"],
  ["WTWT", "xxxx"],
  // A Given between them is preparation again, and what is said of it is not waited for.
  ["WTGTWT", "xx..xx"],
  // And and But come as what they stand for; a star is what the step before it is.
  ["G*W*T*", "..xxxx"],
  ["***", "xxx"],
  // Nobody acts: there is nothing to wait for.
  ["GT", ".."],
  ["T", "."],
])("of %s these are action steps: %s", (written, counted) => {
  const steps = [...written].map((letter) => ({ type: types[letter] as PickleStepType }));
  expect(findActionSteps(steps).map((is) => (is ? "x" : "."))).toEqual([...counted]);
});

test("who looks does nothing: those after Then", () => {
  const steps = [..."*G*WT*W"].map((letter) => ({ type: types[letter] as PickleStepType }));
  const doing = findDoingSteps(steps).map((is) => (is ? "x" : "."));
  expect(doing.join("")).toBe("xxxx..x");
});
