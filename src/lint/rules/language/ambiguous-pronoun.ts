import { isEnglish } from "../../plain-words.ts";
import { findUnexplainedPronoun } from "../../pronouns.ts";
import type { StoryRule } from "../../rule.ts";
import { listWrittenSteps, placeInStep } from "../../written-steps.ts";

export const ambiguousPronoun: StoryRule = {
  id: "language/ambiguous-pronoun",
  scope: "story",
  severity: "warning",
  summary: "a pronoun in a step that does not say what is meant",
  reason:
    "A step is read alone: in a report, in a list of phrases, behind another step after an edit. What `it` was then is anybody's guess. A pronoun is understood where the same step names something before it, as in `I open the menu and close it`. Looked at are the steps of English stories (`en…`).",
  bad: `Feature: Cart

  Scenario: A lamp is added
    When I add a lamp to the cart
    Then it should be shown
`,
  good: `Feature: Cart

  Scenario: A lamp is added
    When I add a lamp to the cart
    Then the cart should show "Lamp"
`,
  *check(story) {
    if (!isEnglish(story.language)) return;
    for (const written of listWrittenSteps(story)) {
      const found = findUnexplainedPronoun(written.step.text);
      if (found === undefined) continue;
      yield {
        uri: story.uri,
        ...placeInStep(written, found.at, found.word.length),
        message: `nothing in this step says who or what "${found.word}" is.`,
        wayOut: "Name it, even if the step before did.",
      };
    }
  },
};
