import { expect, it } from "vitest";
import { readStory } from "../../../src/story/read-story.ts";
import type { Story } from "../../../src/story/story.ts";
import { parseFeature, storyOf } from "./parse-feature.ts";

const signIn = `
@story:sign-in @owner:identity
Feature: Sign in with email and password
  As a customer
  I want to sign in with my email
  so that I can reach my workspace

  Background:
    Given a customer

  @smoke
  Scenario: A known customer
    When I sign in
    Then I see:
      | heading | Your workspace |

  @full
  Rule: Five wrong passwords lock the account
    Background:
      Given a wrong password

    Scenario Outline: try <n>
      When I sign in
        """json
        {"try": <n>}
        """
      @slow
      Examples:
        | n | outcome |
        | 1 | open    |
        | 6 | locked  |
`;

function scenariosOf(story: Story) {
  return [...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)];
}

it("reads a feature with its intent, rules, scenarios and rows", () => {
  const story = storyOf(signIn);
  expect(story).toMatchObject({
    id: "sign-in",
    uri: "features/a.feature",
    title: "Sign in with email and password",
    intent: {
      role: "a customer",
      want: "to sign in with my email",
      benefit: "I can reach my workspace",
    },
    language: "en",
    line: 3,
  });
  expect(story.scenarios).toMatchObject([
    {
      id: "sign-in/a-known-customer",
      keyword: "Scenario",
      steps: [
        { keyword: "Given", text: "a customer", line: 9 },
        { keyword: "When", text: "I sign in" },
        { keyword: "Then", argument: { kind: "table", rows: [["heading", "Your workspace"]] } },
      ],
      cases: [{ id: "sign-in/a-known-customer", line: 12 }],
    },
  ]);
  const [outline] = story.rules[0]?.scenarios ?? [];
  expect(outline?.id).toBe("sign-in/five-wrong-passwords-lock-the-account/try-n");
  expect(outline?.steps.map((step) => step.text)).toEqual([
    "a customer",
    "a wrong password",
    "I sign in",
  ]);
  expect(outline?.steps[2]?.argument).toEqual({
    kind: "text",
    content: '{"try": <n>}',
    mediaType: "json",
  });
  expect(outline?.cases.map((one) => one.values)).toEqual([
    { n: "1", outcome: "open" },
    { n: "6", outcome: "locked" },
  ]);
});

it("gives every case the tags above it, the farthest first, with their places", () => {
  const [outline] = storyOf(signIn).rules[0]?.scenarios ?? [];
  expect(outline?.cases[0]?.tags).toEqual([
    { name: "@story:sign-in", level: "feature", line: 2, column: 1 },
    { name: "@owner:identity", level: "feature", line: 2, column: 16 },
    { name: "@full", level: "rule", line: 17, column: 3 },
    { name: "@slow", level: "examples", line: 27, column: 7 },
  ]);
});

it("makes the id from the path when no tag gives one", () => {
  const text = "Feature: x";
  expect(storyOf(text, "features/Sign In/by e-mail.feature").id).toBe("sign-in-by-e-mail");
  expect(storyOf(text, "features\\admin\\a.feature.md").id).toBe("admin-a");
  expect(storyOf(text, "../shop/features/été.feature").id).toBe("shop-features-été");
});

it("keeps ids apart that would be the same", () => {
  const story = storyOf(`
Feature: x
  Scenario: same
    Given a
  Scenario: Same!
    Given b
  Scenario: 😀
    Given c
  Scenario Outline: rows
    Given <a>
    Examples:
      | a |
      | 1 |
      | 1 |
`);
  const ids = scenariosOf(story).flatMap((scenario) => scenario.cases.map((one) => one.id));
  expect(new Set(ids).size).toBe(5);
  expect(ids[0]).toMatch(/^a\/same~[0-9a-f]{8}$/);
  expect(ids[1]).toMatch(/^a\/same~[0-9a-f]{8}$/);
  expect(ids[3]).toMatch(/~[0-9a-f]{8}$/);
  expect(ids[4]).toBe(`${ids[3]}~2`);
});

it("keeps an outline without rows as a case that nothing runs for", () => {
  const story = storyOf(
    "Feature: x\n  Scenario Outline: o\n    Given <a>\n    Examples:\n      | a |\n",
  );
  expect(story.scenarios[0]?.cases).toMatchObject([{ id: "a/o" }]);
});

it("reads no story from a file without a feature", () => {
  expect(readStory(parseFeature("# nothing\n"))).toBeUndefined();
});

const reformatted = `
# a comment
@owner:identity
@story:sign-in
Feature:    Sign in with   email and password
    As a customer I want to sign in with my email
    so that I can reach my workspace
    Background:
        Given a customer
    @full
    Rule: Five wrong passwords lock the account
        Background:
            * a wrong password
        Scenario Template: try <n>
            When I sign in
              \`\`\`json
              {"try": <n>}
              \`\`\`
            @slow
            Scenarios:
                | outcome | n |
                | locked  | 6 |
                | open    | 1 |
    @smoke
    Example: A known customer
        When I sign in
        Then I see:
            |heading|Your workspace|
`;

it("keeps ids and hashes when only layout, order and synonyms change", () => {
  const before = storyOf(signIn);
  // Gherkin wants scenarios before rules, so the last one is moved into place here.
  const [head = "", tail = ""] = reformatted.split("    @full");
  const [rule = "", scenario = ""] = tail.split("    @smoke");
  const after = storyOf(`${head}    @smoke${scenario}    @full${rule}`, undefined, 500);
  expect(after.contentHash).toBe(before.contentHash);
  const identify = (story: Story) =>
    scenariosOf(story)
      .flatMap((one) => [
        one.contentHash,
        ...one.cases.map((row) => `${row.id} ${row.contentHash}`),
      ])
      .sort();
  expect(identify(after)).toEqual(identify(before));
});

it.each([
  ["a step", "When I sign in\n    Then", "When I sign out\n    Then"],
  ["the intent", "reach my workspace", "reach my settings"],
  ["a tag", "@smoke", "@regression"],
  ["a table", "Your workspace", "Your projects"],
  ["a doc string", '"try"', '"attempt"'],
  ["a row", "| 6 | locked", "| 7 | locked"],
  ["a rule", "Five wrong", "Six wrong"],
  ["a background", "Given a customer", "Given a guest"],
])("changes the hash with %s", (_, from, to) => {
  expect(signIn).toContain(from);
  expect(storyOf(signIn.replace(from, to)).contentHash).not.toBe(storyOf(signIn).contentHash);
});
