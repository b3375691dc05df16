import { listMeasuring, placeOfTag, tagsOf } from "../../measuring.ts";
import { isEnglish } from "../../plain-words.ts";
import { isGenerating } from "../../repeatable.ts";
import type { StoryRule } from "../../rule.ts";

export const invariantWithoutAny: StoryRule = {
  id: "gates/invariant-without-any",
  scope: "story",
  severity: "error",
  summary: "an invariant in which no step says `any`",
  reason:
    'An invariant is tried with values that are made up for it, by steps such as `any email address as "email"`. Without one, every run tries the same, and what is reported as proven for all inputs was seen for one. Looked at are English stories (`en…`), since `any` is the word of the packaged phrases.',
  bad: `Feature: Accounts

  @invariant
  Scenario: No short password is ever accepted
    When I send a POST request to "/api/customers" with JSON:
      | password | short |
    Then the response status should be 422
`,
  good: `Feature: Accounts

  @invariant
  Scenario: No short password is ever accepted
    Given any text of 0 to 11 characters as "password"
    When I send a POST request to "/api/customers" with JSON:
      | password | {{password}} |
    Then the response status should be 422
`,
  *check(story, context) {
    if (!isEnglish(story.language)) return;
    const seen = new Set<string>();
    for (const measuring of listMeasuring(story, context)) {
      const { scenario } = measuring;
      const [invariant] = tagsOf(measuring, "invariant");
      if (invariant === undefined || seen.has(scenario.id) || scenario.steps.length === 0) continue;
      seen.add(scenario.id);
      if (scenario.steps.some(isGenerating)) continue;
      const isOwn = invariant.tag.level === "scenario" || invariant.tag.level === "examples";
      yield {
        uri: story.uri,
        // An inherited tag may be right for the other scenarios.
        ...(isOwn ? placeOfTag(invariant) : { line: scenario.line }),
        subject: scenario.id,
        message: "this invariant tries the same values in every run: none of its steps says `any`.",
        wayOut:
          'Let a step make up a value, such as `Given any email address as "email"`, or take @invariant away.',
      };
    }
  },
};
