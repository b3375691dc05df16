import { expect, test } from "vitest";
import { guaranteeKindNames } from "../../../src/config/gaps-options.ts";
import { findGaps } from "../../../src/gaps/find-gaps.ts";
import type { StoryGaps } from "../../../src/gaps/gap-report.ts";
import { guaranteeKinds } from "../../../src/gaps/kinds.ts";
import { storyOf } from "../story/parse-feature.ts";

const pay = storyOf(`@story:pay
Feature: Pay
  @smoke @risk:high
  Scenario: Paid
    When I pay
    Then I see "Thank you"

  Scenario: Declined
    When I pay
    Then I should see the alert "Your card was declined"

  @planned
  Scenario: The bank is down
    When I pay
    Then I should see "Try again later"
`);
const legal = storyOf(
  '@story:legal-notice\nFeature: Legal notice\nScenario: It is there\nWhen I look\nThen I see "Ltd"',
  "features/legal/notice.feature",
);

function statesOf({ kinds }: StoryGaps): Record<string, string> {
  return Object.fromEntries(kinds.map(({ kind, state }) => [kind, state]));
}

test("the kinds of the code and of the configuration are the same, in the same order", () => {
  expect(guaranteeKinds.map(({ id }) => id)).toEqual(guaranteeKindNames);
});

test("each story has a state for every kind", () => {
  const [first] = findGaps([pay]).stories;
  expect(first?.scenarios).toBe(3);
  expect(first && statesOf(first)).toEqual({
    ...Object.fromEntries(guaranteeKindNames.map((kind) => [kind, "missing"])),
    "happy-path": "present",
    "unhappy-path": "present",
    "dependency-down": "planned",
    smoke: "present",
  });
});

test("what a story need not have is told with the reason, by id or by path", () => {
  const notApplicable = [
    { stories: "legal-*", kinds: ["unhappy-path", "happy-path"], reason: "a text" },
    { stories: ["x", "features/legal/*"], kinds: ["smoke"], reason: "no tier" },
  ] as const;
  const kinds = ["happy-path", "unhappy-path", "smoke"] as const;
  const { stories, gaps } = findGaps([pay, legal], { notApplicable, kinds });
  expect(stories[1]?.kinds).toEqual([
    // What is there all the same is shown.
    { kind: "happy-path", state: "present", marks: [expect.anything()] },
    { kind: "unhappy-path", state: "not-applicable", reason: "a text" },
    { kind: "smoke", state: "not-applicable", reason: "no tier" },
  ]);
  expect(gaps).toEqual([]);
});

test("the most frequent gaps come first, and planned ones are counted apart", () => {
  const kinds = ["happy-path", "unhappy-path", "dependency-down", "load"] as const;
  expect(findGaps([pay, legal], { kinds }).gaps).toEqual([
    { kind: "load", missing: 2, planned: 0, of: 2 },
    { kind: "dependency-down", missing: 1, planned: 1, of: 2 },
    { kind: "unhappy-path", missing: 1, planned: 0, of: 2 },
  ]);
});

test("with a tag expression only what it chooses counts, rows of an outline too", () => {
  const kinds = ["happy-path", "unhappy-path"] as const;
  const { stories } = findGaps([pay, legal], { kinds, tags: "@risk:high" });
  expect(stories.map((story) => [story.id, statesOf(story)])).toEqual([
    ["pay", { "happy-path": "present", "unhappy-path": "missing" }],
  ]);
  const outline = storyOf(`Feature: Rows
Rule: All
Scenario Outline: One
When I pay
Then the status should be <status>
@a
Examples:
| status |
| 200 |
@b
Examples:
| status |
| 422 |`);
  const [rows] = findGaps([outline], { kinds, tags: "@b" }).stories;
  expect(rows && statesOf(rows)).toEqual({ "happy-path": "missing", "unhappy-path": "present" });
});

test("a kind that is switched off is not shown", () => {
  const { kinds } = findGaps([pay], { off: ["load", "latency"], kinds: ["load", "smoke"] });
  expect(kinds).toEqual(["smoke"]);
});

test("an empty story lacks everything, and nothing at all lacks nothing", () => {
  const empty = storyOf("Feature: Empty");
  expect(findGaps([empty]).gaps).toHaveLength(guaranteeKindNames.length);
  expect(findGaps([])).toMatchObject({ stories: [], gaps: [] });
});
