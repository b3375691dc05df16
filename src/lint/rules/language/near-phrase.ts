import type { KnownSteps } from "../../known-steps.ts";
import {
  collectPhrases,
  findNearPhrases,
  type LanguagePhrases,
  type NearPhrases,
} from "../../near-phrases.ts";
import { showShape } from "../../phrase-shape.ts";
import type { GatheringRule, RuleFinding } from "../../rule.ts";
import { placeInStep } from "../../written-steps.ts";

export const nearPhrase: GatheringRule<readonly LanguagePhrases[]> = {
  id: "language/near-phrase",
  usesSteps: true,
  scope: "gathering",
  severity: "note",
  summary: "a phrase that nearly equals a more common one",
  reason:
    "Two wordings for one thing need two step definitions, and readers wonder what the difference is. Phrases meet when they have the same words but for their order, articles, small words and endings, or when one word is a letter away from another that more phrases have. Text in quotes and numbers do not count. The more common phrase is told as the wanted one, unless only the other has a step definition. Where definitions are known, two phrases of one definition, or of a packaged one, are left alone.",
  bad: {
    "features/cart.feature": `Feature: Cart

  Scenario: A lamp is bought
    Given I open the checkout page
    When I add "Lamp" to the cart
    And I press "Buy"

  Scenario: A table is bought
    Given I open the checkout page
    When I add "Table" to the cart
    And I press "Buy"
`,
    "features/orders.feature": `Feature: Orders

  Scenario: An order is made
    Given I open the chekout page
    When I add "Chair" to my cart
    Then I should see "Chair"
`,
  },
  good: {
    "features/cart.feature": `Feature: Cart

  Scenario: A lamp is bought
    Given I open the checkout page
    When I add "Lamp" to the cart
    And I press "Buy"
`,
    "features/orders.feature": `Feature: Orders

  Scenario: An order is made
    Given I open the checkout page
    When I add "Chair" to the cart
    Then I should see "Chair"
`,
  },
  begin: collectPhrases,
  finish: (parts, { steps }) =>
    findNearPhrases(parts)
      .flatMap((near) => (steps === undefined ? [near] : weighDefinitions(near, steps)))
      .map(describe),
};

function describe({ rare, common }: NearPhrases): RuleFinding {
  const uses = common.count === 1 ? "once" : `${common.count} times`;
  return {
    uri: rare.uri,
    ...placeInStep(rare.first, 0, rare.first.step.text.length),
    message: `"${showShape(rare.shape)}" nearly equals "${showShape(common.shape)}", which is written ${uses}.`,
    wayOut: "Write the same words for the same thing, or words that show the difference.",
    related: [{ uri: common.uri, line: common.first.step.line, message: "the wanted phrase" }],
  };
}

/** Nothing where both are variants that somebody thought of. What is defined is the wanted one, however rare. */
function weighDefinitions(
  { rare, common }: NearPhrases,
  { definitionsOf }: KnownSteps,
): readonly NearPhrases[] {
  const [ofRare] = definitionsOf(rare.first.step.text);
  const [ofCommon] = definitionsOf(common.first.step.text);
  if (ofRare === undefined) return [{ rare, common }];
  if (ofCommon === undefined) return [{ rare: common, common: rare }];
  const isVariant = ofRare === ofCommon || !ofRare.isOwn || !ofCommon.isOwn;
  return isVariant ? [] : [{ rare, common }];
}
