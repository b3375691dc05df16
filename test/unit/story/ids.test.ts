import { expect, it } from "vitest";
import { findDuplicateIds } from "../../../src/story/duplicate-ids.ts";
import { readOne } from "./project-gherkin.ts";

const list = (text: string, uri?: string) => {
  const { scenarios, rules } = readOne(text, uri);
  return {
    rules: rules.map(({ id }) => id),
    scenarios: [...scenarios, ...rules.flatMap((rule) => rule.scenarios)].map(({ id }) => id),
  };
};

it("pins the part behind the story's id, of a scenario wherever it stands and of a rule", () => {
  const { rules, scenarios } = list(`@story:shop
Feature: x
  @id:pay
  Scenario: Paying
    Given a
  @id:refunds
  Rule: Money goes back
    Scenario: In full
      Given a
    @id:in-part
    Scenario: Half of it
      Given a
`);
  expect(rules).toEqual(["shop/refunds"]);
  expect(scenarios).toEqual(["shop/pay", "shop/refunds/in-full", "shop/in-part"]);
});

it("keeps a pinned id over a new name, another rule and another path", () => {
  const before = list("@story:shop\nFeature: x\n  @id:pay\n  Scenario: Paying\n    Given a\n");
  const after = list(
    "@story:shop\nFeature: y\n  Rule: z\n    @id:pay\n    Scenario: Somebody pays\n      Given a\n",
    "features/else/where.feature",
  );
  expect(after.scenarios).toEqual(before.scenarios);
});

it("lets no name take an id that another has pinned", () => {
  const { scenarios } = list(
    "Feature: x\n  Scenario: Pay\n    Given a\n  @id:pay\n  Scenario: Other\n    Given b\n",
  );
  expect(scenarios[0]).toMatch(/^a\/pay~[0-9a-f]{8}$/);
  expect(scenarios[1]).toBe("a/pay");
});

it("takes a pin from the thing itself only", () => {
  expect(list("@id:x\nFeature: x\n  Rule: y\n    Scenario: z\n      Given a\n")).toEqual({
    rules: ["a/y"],
    scenarios: ["a/y/z"],
  });
});

it("gives scenarios of one name ids that do not depend on their order", () => {
  const one = "  Scenario: same\n    Given a\n";
  const two = "  Scenario: same\n    Given b\n";
  const forwards = list(`Feature: x\n${one}${two}`).scenarios;
  const backwards = list(`Feature: x\n${two}${one}`).scenarios;
  expect(new Set(forwards).size).toBe(2);
  expect(backwards).toEqual(forwards.toReversed());
});

it("gives equal rows of differently tagged tables ids that do not depend on their order", () => {
  const table = (tag: string) => `    ${tag}\n    Examples:\n      | n |\n      | 1 |\n`;
  const idsOf = (...tags: string[]) =>
    readOne(
      `Feature: x\n  Scenario: y\n    Given <n>\n${tags.map(table).join("")}`,
    ).scenarios[0]?.cases.map(({ id }) => id) ?? [];
  const forwards = idsOf("@smoke", "@full");
  expect(new Set(forwards).size).toBe(2);
  expect(idsOf("@full", "@smoke")).toEqual(forwards.toReversed());
});

it("changes no hash when a thing gets a name of its own", () => {
  const text = "Feature: x\n  Scenario: y\n    Given a\n";
  const named = `@story:shop\n${text.replace("  Scenario", "  @id:pay\n  Scenario")}`;
  expect(readOne(named).contentHash).toBe(readOne(text).contentHash);
});

it("counts white space inside a step's text: it is typed as it stands", () => {
  const hashOf = (text: string) =>
    readOne(`Feature: x\n  Scenario: y\n    Given "${text}"\n`).contentHash;
  expect(hashOf("a  b")).not.toBe(hashOf("a b"));
});

it("has a hash for a rule and a background, and gives it to whoever copies the value", () => {
  const story = readOne(
    "Feature: x\n  Background:\n    Given a\n  Rule: y\n    Scenario: z\n      Given b\n",
  );
  const other = readOne(
    "Feature: x\n  Background:\n    Given c\n  Rule: y\n    Scenario: z\n      Given b\n",
  );
  expect(other.background?.contentHash).not.toBe(story.background?.contentHash);
  expect(other.rules[0]?.contentHash).not.toBe(story.rules[0]?.contentHash);
  expect({ ...story }.contentHash).toMatch(/^[0-9a-f]{16}$/);
  expect(JSON.parse(JSON.stringify(story)).contentHash).toBe(story.contentHash);
});

it("names both stories of one id, and both scenarios", () => {
  const a = readOne("@owner:x @story:shop\nFeature: A\n", "features/a.feature");
  const b = readOne(
    "@story:shop\nFeature: B\n  @id:pay\n  Rule: R\n    @id:pay\n    Scenario: S\n      Given x\n",
    "features/b.feature",
  );
  const c = readOne(
    "@story:else\nFeature: C\n  @id:pay\n  Scenario: S\n    Given x\n",
    "features/c.feature",
  );
  expect(findDuplicateIds([a, b, c])).toEqual([
    {
      kind: "story",
      id: "shop",
      isExplicit: true,
      places: [
        { uri: "features/a.feature", line: 1, column: 10, length: 11, title: "A" },
        { uri: "features/b.feature", line: 1, column: 1, length: 11, title: "B" },
      ],
      message:
        '2 stories have the id shop: "A" (features/a.feature:1) and "B" (features/b.feature:1)',
      wayOut: "Give each story an id of its own.",
    },
    {
      kind: "rule or scenario",
      id: "shop/pay",
      isExplicit: true,
      places: [
        { uri: "features/b.feature", line: 3, column: 3, length: 7, title: "R" },
        { uri: "features/b.feature", line: 5, column: 5, length: 7, title: "S" },
      ],
      message:
        '2 rules or scenarios have the id shop/pay: "R" (features/b.feature:3) and "S" (features/b.feature:5)',
      wayOut: "Give each an @id: of its own.",
    },
  ]);
});

it("tells ids that are the same because the paths are alike apart from chosen ones", () => {
  const a = readOne("Feature: A\n", "features/shop/cart.feature");
  const b = readOne("Feature: B\n", "features/shop-cart.feature");
  expect(findDuplicateIds([a, b])).toMatchObject([
    {
      id: "shop-cart",
      isExplicit: false,
      wayOut: "Give those without a @story: tag one, so that no id is made from their path.",
    },
  ]);
  expect(findDuplicateIds([a])).toEqual([]);
});

it("names what shares an id in the order of the file", () => {
  const story = readOne(
    "Feature: C\n  @id:pay\n  Scenario: First\n    Given x\n  @id:pay\n  Rule: Second\n    Scenario: S\n      Given y\n",
  );
  const [{ places } = { places: [] }] = findDuplicateIds([story]);
  expect(places.map(({ title }) => title)).toEqual(["First", "Second"]);
});

it("takes composed and decomposed letters for the same", () => {
  const textOf = (name: string) =>
    `Feature: ${name}\n  ${name}\n  Rule: ${name}\n    Scenario: ${name}\n      Given a\n`;
  const composed = readOne(textOf("Caf\u00e9"));
  const decomposed = readOne(textOf("Cafe\u0301"));
  expect(decomposed.contentHash).toBe(composed.contentHash);
  expect(decomposed.rules[0]?.scenarios[0]?.id).toBe(composed.rules[0]?.scenarios[0]?.id);
});

it("counts what stands above the rows of a table", () => {
  const hashOf = (heading: string) =>
    readOne(
      `Feature: x\n  Scenario: y\n    Given <n>\n    Examples: ${heading}\n      | n |\n      | 1 |\n`,
    ).scenarios[0]?.cases[0]?.contentHash;
  const hashes = ["", "few", "\n      few", "few\n      of them", "few\n      of all"].map(hashOf);
  expect(new Set(hashes).size).toBe(hashes.length - 1);
  expect(hashOf("few\n      of  them")).toBe(hashOf("few\n      of them"));
});
