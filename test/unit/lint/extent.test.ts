import { expect, test } from "vitest";
import { makeExtentFinder } from "../../../src/lint/extent.ts";
import { storyOf } from "../story/parse-feature.ts";

const story = storyOf(
  "Feature: A\n  Scenario: B\n    Given c\n    Then d\n\n  @x\n  Scenario: E\n",
);

test("the story is laid out once for all comments, and not at all without", () => {
  let times = 0;
  const counted = {
    ...story,
    get scenarios() {
      times += 1;
      return story.scenarios;
    },
  };
  const findExtent = makeExtentFinder(counted);
  expect(times).toBe(0);
  expect([1, 2, 3, 4, 6, 7].map(findExtent)).toEqual([
    { from: 2, to: 5 },
    { from: 3, to: 3 },
    { from: 4, to: 5 },
    { from: 5, to: Number.POSITIVE_INFINITY },
    { from: 7, to: Number.POSITIVE_INFINITY },
    { from: 8, to: 8 },
  ]);
  expect(times).toBe(1);
});
