import { describe, expect, test } from "vitest";
import { lintText, listFindings } from "../lint-text.ts";

function feature(...description: readonly string[]): string {
  return ["Feature: A", ...description, "", "  Scenario: B", "    Then c", ""].join("\n");
}

describe("the user story", () => {
  const only = ["intent/no-user-story", "intent/half-user-story"];

  test("of Markdown is its prose", async () => {
    const list = (prose: string) =>
      listFindings(
        { "features/a.feature.md": `# Feature: A\n\n${prose}\n\n## Scenario: B\n\n* Then c\n` },
        { only },
      );
    expect(await list("As a b\nI want c\nso that d")).toEqual([]);
    expect(await list("As a b, I want c.")).toEqual(["1: intent/half-user-story"]);
    expect(await list("What gherkin does not tell.")).toEqual([]);
  });

  test.each([
    ["missing", [], ["1: intent/no-user-story"]],
    ["prose that tells no intent", ["Orders are kept."], ["1: intent/no-user-story"]],
    ["whole", ["As a b", "I want c", "so that d"], []],
    ["in another order", ["In order to d", "As a b", "I want to c"], []],
    ["without why", ["As a b", "I want c"], ["1: intent/half-user-story"]],
    ["without who", ["I want c", "so that d"], ["1: intent/half-user-story"]],
    ["without what", ["As a b", "so that d"], ["1: intent/half-user-story"]],
  ])("%s", async (_, description, expected) => {
    expect(await listFindings(feature(...description), { only })).toEqual(expected);
  });

  test("what is missing is said, and how it would begin", async () => {
    const [finding] = await lintText(feature("As a customer"), { only });
    expect(finding?.message).toBe(
      "the user story does not say what is wanted or what it is good for.",
    );
    expect(finding?.wayOut).toBe('Add "I want …" and "so that …" to the description.');
  });

  test("in other languages any description will do, since its words are not known", async () => {
    const german = (description: string) =>
      `# language: de\nFunktionalität: A\n${description}\nSzenario: B\nDann c\n`;
    expect(await listFindings(german("Als Kundin möchte ich b"), { only })).toEqual([]);
    expect(await listFindings(german(""), { only })).toEqual(["2: intent/no-user-story"]);
  });
});

test("an owner of the feature, or of each scenario, will do", async () => {
  const only = ["intent/no-owner"];
  const two = (tag: string) => `Feature: A\n@owner:x\nScenario: B\nThen c\n${tag}\nScenario: D\n`;
  expect(await listFindings(two(""), { only })).toEqual(["1: intent/no-owner"]);
  expect(await listFindings(two("@owner:y"), { only })).toEqual([]);
  expect(await listFindings(`@owner:z\n${two("")}`, { only })).toEqual([]);
  expect(await listFindings("Feature: A\n", { only })).toEqual(["1: intent/no-owner"]);
});

test("a rule without scenario is found unless it is planned", async () => {
  const only = ["intent/rule-without-scenario"];
  const text = "Feature: A\nRule: B\n@planned\nRule: C\nRule: D\nScenario: E\nThen f\n";
  expect(await listFindings(text, { only })).toEqual(["2: intent/rule-without-scenario"]);
});

test("a feature without name", async () => {
  const only = ["intent/unnamed-story"];
  expect(await listFindings("Feature:\n", { only })).toEqual(["1: intent/unnamed-story"]);
  expect(await listFindings("Feature: A\n", { only })).toEqual([]);
});
