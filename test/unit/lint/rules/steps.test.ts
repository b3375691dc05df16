import { expect, test } from "vitest";
import { stepsOf } from "../example-steps.ts";
import { lintText } from "../lint-text.ts";

const feature = (...lines: readonly string[]) =>
  `Feature: F\n${lines.map((line) => `${line}\n`).join("")}`;

test("an undefined text is told once, with the nearest phrases and the other places", async () => {
  const text = feature(
    "  Scenario: S",
    '    Given I put "Lamp" in the cart',
    "  Scenario: T",
    '    Given I put "Lamp" in the cart',
    '    When I add "Lamp" to the cart',
  );
  const steps = stepsOf("I add {string} to the cart", "I put {string} into the cart");
  expect(await lintText(text, { only: ["steps/undefined"], context: { steps } })).toEqual([
    expect.objectContaining({
      line: 3,
      column: 11,
      length: 24,
      severity: "error",
      message: "there is no definition for this step, nor for 1 more like it.",
      wayOut: "Did you mean `I put … into the cart`? Else define it.",
      related: [{ uri: "features/a.feature", line: 5, message: "also here" }],
    }),
  ]);
});

test("an outline's step is looked at with each row's values", async () => {
  const text = feature(
    "  Background:",
    "    Given the <x> shop",
    "  Scenario Outline: S",
    "    When I pay <amount> <unit>",
    "    Examples:",
    "      | amount | unit   |",
    "      | 5      | euros  |",
    "      | five   | euros  |",
    "      | 6      | <unit> |",
  );
  const steps = stepsOf("I pay {int} euros", "the <x> shop");
  const findings = await lintText(text, { only: ["steps/undefined"], context: { steps } });
  expect(findings.map(({ message }) => message)).toEqual([
    'there is no definition for this step: "I pay five euros" (row of line 9).',
    'there is no definition for this step: "I pay 6 <unit>" (row of line 10).',
  ]);
});

test("planned scenarios and outlines without rows may be ahead of their definitions", async () => {
  const text = feature(
    "  @planned",
    "  Scenario: S",
    "    Given a thing of tomorrow",
    "  Scenario Outline: T",
    "    Given a <thing>",
    "    Examples:",
    "      | thing |",
  );
  const context = { steps: stepsOf("I add {string}") };
  expect(await lintText(text, { only: ["steps/undefined"], context })).toEqual([]);
});

test("an ambiguous step names its definitions; the way out depends on whose they are", async () => {
  const text = feature("  Scenario: S", "    Given the red shop", "    And the red shop");
  const wayOutOf = async (...patterns: readonly string[]) => {
    const findings = await lintText(text, {
      only: ["steps/ambiguous"],
      context: { steps: stepsOf(...patterns) },
    });
    expect(findings).toMatchObject([
      {
        line: 3,
        message: "2 definitions take this step: `the red shop`, `the {word} shop`.",
        related: [{ line: 1 }, { line: 2 }],
      },
    ]);
    return findings[0]?.wayOut;
  };
  expect(await wayOutOf("the red shop", "the {word} shop")).toMatch(/^Make one/);
  expect(await wayOutOf("package:the red shop", "the {word} shop")).toMatch(/^Write your own/);
  expect(await wayOutOf("package:the red shop", "package:the {word} shop")).toMatch(
    /^Write the step/,
  );
});

test("unused definitions of the team are told with their place, those of packages are not", async () => {
  const text = feature(
    "  Scenario: S",
    "    Given the <x> shop",
    "    Examples:",
    "      | x   |",
    "      | red |",
  );
  const steps = stepsOf("the red shop", "package:the blue shop", "the green shop");
  const only = ["steps/unused"];
  expect(await lintText(text, { only, context: { steps } })).toMatchObject([
    {
      uri: "features/steps/own.js",
      line: 3,
      message: "no step uses the definition `the green shop`.",
    },
  ]);
  expect(await lintText(text, { only, context: { steps, isPartial: true } })).toEqual([]);
});

test("without definitions nothing is said", async () => {
  const text = feature("  Scenario: S", "    Given anything");
  expect(await lintText(text, { only: ["steps/*"] })).toEqual([]);
});
