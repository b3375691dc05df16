import type { Story } from "../../../story/story.ts";
import type { KnownDefinition } from "../../known-definition.ts";
import type { GatheringRule } from "../../rule.ts";
import { listRunSteps } from "../../run-steps.ts";

/** Its facts are the places of the definitions that are used, from 0. */
export const unusedDefinition: GatheringRule<readonly number[]> = {
  id: "steps/unused",
  usesSteps: true,
  scope: "gathering",
  severity: "warning",
  summary: "a definition of the team's own that no step uses",
  reason:
    "It is kept, read and mended for nothing, and it may take a step tomorrow that was meant for another. Definitions of packages are left alone; nothing is told when only some of the project's features are looked at.",
  bad: `Feature: Cart

  Scenario: A lamp is added
    When I add "Lamp" to the cart
    Then the cart should show "Lamp"
`,
  good: `Feature: Cart

  Scenario: A lamp is added and taken out
    Given I add "Lamp" to the cart
    And the cart should show "Lamp"
    When I take "Lamp" out of the cart
    Then the cart should be empty
`,
  exampleDefinitions: [
    "I add {string} to the cart",
    "I take {string} out of the cart",
    "the cart should show {string}",
    "the cart should be empty",
  ],
  begin({ steps, isPartial = false }) {
    const used = new Set<KnownDefinition>();
    const see = (story: Story): void => {
      if (steps === undefined || isPartial) return;
      for (const { text } of listRunSteps(story)) {
        for (const definition of steps.definitionsOf(text)) used.add(definition);
      }
    };
    const { definitions = [] } = steps ?? {};
    return {
      see,
      facts: () => definitions.flatMap((one, place) => (used.has(one) ? [place] : [])),
    };
  },
  finish(parts, { steps, isPartial = false }) {
    if (steps === undefined || isPartial) return [];
    const used = new Set(parts.flat());
    return steps.definitions
      .filter(({ isOwn }, place) => isOwn && !used.has(place))
      .map(({ uri, line, pattern }) => ({
        uri,
        line,
        message: `no step uses the definition \`${pattern}\`.`,
        wayOut: "Take it away, or write the step that it was made for.",
      }));
  },
};
