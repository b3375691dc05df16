import type { KnownDefinition } from "../../known-definition.ts";
import type { GatheringRule } from "../../rule.ts";
import { listRunSteps, nothingToSee } from "../../run-steps.ts";

export const unusedDefinition: GatheringRule = {
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
    if (steps === undefined || isPartial) return nothingToSee;
    const used = new Set<KnownDefinition>();
    return {
      see: (story) => {
        for (const { text } of listRunSteps(story)) {
          for (const definition of steps.definitionsOf(text)) used.add(definition);
        }
      },
      finish: () =>
        steps.definitions
          .filter((definition) => definition.isOwn && !used.has(definition))
          .map(({ uri, line, pattern }) => ({
            uri,
            line,
            message: `no step uses the definition \`${pattern}\`.`,
            wayOut: "Take it away, or write the step that it was made for.",
          })),
    };
  },
};
