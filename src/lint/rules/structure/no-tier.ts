import type { Scenario } from "../../../story/story.ts";
import { isPlanned, listScenarios } from "../../../story/walk.ts";
import { tiers } from "../../../tags/known-keys.ts";
import type { StoryRule } from "../../rule.ts";

export const noTier: StoryRule = {
  id: "structure/no-tier",
  scope: "story",
  severity: "note",
  summary: "a scenario without a tier",
  reason:
    "The tier says how often a scenario runs. One without is left out of the smoke and the regression run, where nobody misses it.",
  bad: `Feature: Sign in

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `@regression
Feature: Sign in

  @smoke
  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    const asked = listScenarios(story).filter((scenario) => !isPlanned(scenario));
    const missing = asked.filter(lacksTier);
    const wayOut = "Tag it @smoke, @regression or @full; a tag of the feature holds for all.";
    if (missing.length > 1 && missing.length === asked.length) {
      const message = "no scenario of this story has a tier.";
      yield { uri: story.uri, line: story.line, subject: story.id, message, wayOut };
      return;
    }
    for (const { line, id } of missing) {
      yield { uri: story.uri, line, subject: id, message: "this scenario has no tier.", wayOut };
    }
  },
};

const tierTags: ReadonlySet<string> = new Set(tiers.map((tier) => `@${tier}`));

function lacksTier({ tags, cases }: Scenario): boolean {
  if (tags.some(({ name }) => tierTags.has(name))) return false;
  return cases.some((one) => !one.tags.some(({ name }) => tierTags.has(name)));
}
