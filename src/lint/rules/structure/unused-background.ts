import type { Background, Story } from "../../../story/story.ts";
import type { Edit } from "../../finding.ts";
import type { RuleFinding, StoryRule } from "../../rule.ts";

export const unusedBackground: StoryRule = {
  id: "structure/unused-background",
  scope: "story",
  severity: "warning",
  summary: "a background without steps, or without a scenario that it comes before",
  reason: "It does nothing, and readers believe that it does.",
  bad: `Feature: Sign in

  Background:

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  good: `Feature: Sign in

  Background:
    Given a known customer

  Scenario: A known customer signs in
    When I sign in
    Then I should see "Your workspace"
`,
  *check(story) {
    const inRules = story.rules.some(({ scenarios }) => scenarios.length > 0);
    yield* judge(story, story.background, inRules || story.scenarios.length > 0);
    for (const rule of story.rules) yield* judge(story, rule.background, rule.scenarios.length > 0);
  },
};

function* judge(
  { uri, id }: Story,
  background: Background | undefined,
  hasScenario: boolean,
): Generator<RuleFinding> {
  if (background === undefined) return;
  const place = { uri, line: background.line, subject: id };
  if (background.steps.length === 0) {
    yield {
      ...place,
      message: "this background has no steps.",
      wayOut: "Remove it.",
      ...(isBlank(background) ? { edits: [removeLine(background.line)] } : {}),
    };
  } else if (!hasScenario) {
    yield {
      ...place,
      message: "no scenario comes after this background.",
      wayOut: "Add the scenarios that it prepares, or remove it.",
    };
  }
}

/** Words of an author are not ours to remove. */
function isBlank({ title, description }: Background): boolean {
  return title.trim() === "" && description.trim() === "";
}

function removeLine(line: number): Edit {
  return { start: { line, column: 1 }, end: { line: line + 1, column: 1 }, text: "" };
}
