import { normaliseText } from "../../../story/identity.ts";
import type { Scenario, Story } from "../../../story/story.ts";
import type { RuleFinding, StoryRule } from "../../rule.ts";

export const duplicateScenario: StoryRule = {
  id: "structure/duplicate-scenario",
  scope: "story",
  severity: "warning",
  summary: "two scenarios of one name side by side",
  reason:
    "Reports and history know a scenario by its name. Two of one name are told apart by their steps only, so that with every change of a step the history of both is lost.",
  bad: `Feature: Sign in

  Scenario: A customer signs in
    When I sign in
    Then I should see "Your workspace"

  Scenario: A customer signs in
    When I sign in with a wrong password
    Then I should see "Wrong email or password"
`,
  good: `Feature: Sign in

  Scenario: A customer signs in
    When I sign in
    Then I should see "Your workspace"

  Scenario: A customer with a wrong password stays outside
    When I sign in with a wrong password
    Then I should see "Wrong email or password"
`,
  *check(story) {
    yield* findRepeated(story, story.scenarios);
    for (const rule of story.rules) yield* findRepeated(story, rule.scenarios);
  },
};

function* findRepeated(story: Story, beside: readonly Scenario[]): Generator<RuleFinding> {
  if (beside.length < 2) return;
  const known = new Map<string, Scenario>();
  for (const scenario of beside) {
    const name = normaliseText(scenario.title);
    const first = known.get(name);
    if (name === "") continue;
    if (first === undefined) known.set(name, scenario);
    else yield describe(story, scenario, first);
  }
}

function describe(story: Story, scenario: Scenario, first: Scenario): RuleFinding {
  return {
    uri: story.uri,
    line: scenario.line,
    words: scenario.title,
    subject: scenario.id,
    message: `line ${first.line} has a scenario of the same name.`,
    wayOut: "Say in the names what the two differ in.",
    related: [{ uri: story.uri, line: first.line, message: "the first of that name" }],
  };
}
