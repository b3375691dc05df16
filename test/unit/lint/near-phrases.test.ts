import { describe, expect, test } from "vitest";
import type { RuleContext } from "../../../src/lint/rule.ts";
import { stepsOf } from "./example-steps.ts";
import { lintText } from "./lint-text.ts";

const only = ["language/near-phrase"];

/** The messages for a story with these steps. */
async function near(steps: readonly string[], context: Partial<RuleContext> = {}, language = "en") {
  const given = language === "de" ? "Angenommen" : "Given";
  const head =
    language === "de"
      ? "# language: de\nFunktionalität: F\n  Szenario: S"
      : "Feature: F\n  Scenario: S";
  const text = [head, ...steps.map((step) => `    ${given} ${step}`)].join("\n");
  return (await lintText(text, { only, context })).map(({ message }) => message);
}

describe("these say the same", () => {
  test.each([
    ['I add "x" to the cart', 'I add "y" to my cart'],
    ["I open the checkout page", "I open the chekout page"],
    ["I open the checkout page", "I open the checkotu page"],
    ["I open the checkout page", "I opened the checkout page"],
    ["I open the order list", "I open the list of orders"],
    ['I click on "x"', 'I press "x"'],
  ])("%s | %s", async (a, b) => {
    const [first = "", ...more] = await near([a, a, b]);
    expect(first).toMatch(/nearly equals .* which is written 2 times\.$/);
    expect(more).toEqual([]);
  });
});

describe("these are different", () => {
  test.each([
    ['I add "x"', 'I add "y"'],
    ["I have 1 item", "I have 2 items"],
    ["I turn the light on the wall on", "I turn the light on the wall off"],
    ["the option is enabled", "the option is disabled"],
    ["I should see the cart", "I should not see the cart"],
    ["I open the cart", "I open the page"],
    ["I move from home to work", "I move from work to home"],
    ['I switch to the "x" tab', 'I switch to the tab "x"'],
    ["the response should be JSON", "the response should be JSON:"],
    ["I see the boats", "I see the coats"],
    ["the price is 5 in 2026", "the price is 6 in 2027"],
    // Too little to be nearly something else.
    ["open", "opened"],
    ['paying "x"', 'pay "x"'],
    ["on to", "into the"],
    ['"x"', '"x" "y"'],
  ])("%s | %s", async (a, b) => {
    expect(await near([a, a, b])).toEqual([]);
  });
});

test("each pair is told once, at the rarer phrase, with the place of the more common one", async () => {
  const files = {
    "features/a.feature":
      'Feature: A\n  Scenario: S\n    Given I add "x" to the cart\n    And I add "y" to the cart\n',
    "features/b.feature":
      'Feature: B\n  Background:\n    Given I add "z" to my cart\n\n  Scenario: S\n    Given I sign in\n  Scenario: T\n    Given I sign in\n',
  };
  expect(await lintText(files, { only })).toMatchObject([
    {
      uri: "features/b.feature",
      line: 3,
      column: 11,
      length: 20,
      severity: "note",
      message:
        '"I add … to my cart" nearly equals "I add … to the cart", which is written 2 times.',
      related: [{ uri: "features/a.feature", line: 3, message: "the wanted phrase" }],
    },
  ]);
});

test("of phrases as common as each other, the first is the wanted one", async () => {
  expect(await near(["I open the old cart", "I open my old cart"])).toEqual([
    '"I open my old cart" nearly equals "I open the old cart", which is written once.',
  ]);
});

test("a word that many phrases have is no slip of the pen", async () => {
  const steps = ["price", "prize"].flatMap((word) =>
    ["I see the", "I raise the", "I lower the"].map((before) => `${before} ${word} today`),
  );
  expect(await near(steps)).toEqual([]);
});

test("phrases of one definition, or of a packaged one, are variants that somebody thought of", async () => {
  const said = ["I open the cart", "I open my cart"];
  expect(await near(said, { steps: stepsOf("I open (the)(my) cart") })).toEqual([]);
  expect(await near(said, { steps: stepsOf("package:I open the cart", "I open my cart") })).toEqual(
    [],
  );
  expect(await near(said, { steps: stepsOf("I open the cart", "I open my cart") })).toHaveLength(1);
});

test("of two phrases the defined one is wanted, however rare", async () => {
  const said = ["I open my cart", "I open my cart", "I open the cart"];
  expect(await near(said, { steps: stepsOf("I open the cart") })).toEqual([
    '"I open my cart" nearly equals "I open the cart", which is written once.',
  ]);
});

test("in other languages order and slips of the pen count, and no English endings", async () => {
  expect(await near(["ich öffne den Warenkorb", "ich öffne den Warenkrob"], {}, "de")).toHaveLength(
    1,
  );
  expect(await near(["den Warenkorb öffne ich", "ich öffne den Warenkorb"], {}, "de")).toHaveLength(
    1,
  );
  expect(await near(["ich kaufe rings", "ich kaufe ring"], {}, "de")).toEqual([]);
});
