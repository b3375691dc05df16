import { describe, expect, test } from "vitest";
import type { Target } from "../../../src/journey/target.ts";
import {
  elementPattern,
  fieldPattern,
  parseTarget,
  parseTargets,
  readOwnNouns,
  targetPattern,
  thingsPattern,
} from "../../../steps/browser/target-words.ts";

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const parse = (words: string) => parseTarget(words, (name) => name);

describe("words to targets", () => {
  test.each<[string, Target]>([
    ['"Save"', { kind: "any", name: "Save" }],
    ["'Say \"hi\"'", { kind: "any", name: 'Say "hi"' }],
    ['"Say \\"hi\\""', { kind: "any", name: 'Say "hi"' }],
    ['"css=.x > b"', { kind: "any", name: "css=.x > b" }],
    ['"in the row "', { kind: "any", name: "in the row " }],
    ['the "Save" button', { kind: "button", name: "Save" }],
    ['The "Save" button', { kind: "button", name: "Save" }],
    ['the button "Save"', { kind: "button", name: "Save" }],
    ['a link "Help"', { kind: "link", name: "Help" }],
    ["an alert", { kind: "alert", name: "" }],
    ["the error message", { kind: "alert", name: "" }],
    ['the error message "Wrong"', { kind: "text", name: "Wrong" }],
    ['the "Email" text field', { kind: "field", name: "Email" }],
    ["the list item", { kind: "item", name: "" }],
    ['the list "Fruit"', { kind: "list", name: "Fruit" }],
    ["the header", { kind: "header", name: "" }],
    ['the second "Edit" link', { kind: "link", name: "Edit", nth: 2 }],
    ['the tenth "Edit"', { kind: "any", name: "Edit", nth: 10 }],
    ["the last row", { kind: "row", name: "", nth: -1 }],
    ["the 23rd row", { kind: "row", name: "", nth: 23 }],
    [
      '"Delete" in the row "Ada"',
      { kind: "any", name: "Delete", within: { kind: "row", name: "Ada" } },
    ],
    [
      '"Delete" within "Basket"',
      { kind: "any", name: "Delete", within: { kind: "any", name: "Basket" } },
    ],
    [
      '"Delete" in the element "css=#x"',
      { kind: "any", name: "Delete", within: { kind: "any", name: "css=#x" } },
    ],
    [
      'the 2nd "Edit" button in the last row of the table "Users" on the "Admin" panel',
      {
        kind: "button",
        name: "Edit",
        nth: 2,
        within: {
          kind: "row",
          name: "",
          nth: -1,
          within: { kind: "table", name: "Users", within: { kind: "region", name: "Admin" } },
        },
      },
    ],
    ['"Delete" buttons', { kind: "button", name: "Delete" }],
    ['links named "Edit"', { kind: "link", name: "Edit" }],
    ["checkboxes", { kind: "checkbox", name: "" }],
    ['the field "Email"', { kind: "field", name: "Email" }],
    ["the login button", { kind: "button", name: "login" }],
    ['the "Save"', { kind: "any", name: "Save" }],
    [
      'the cell in column "Price" of the row "Emma"',
      {
        kind: "cell",
        name: "",
        within: { kind: "column", name: "Price", within: { kind: "row", name: "Emma" } },
      },
    ],
    [
      'the "Price" of the row "Emma"',
      {
        kind: "cell",
        name: "",
        within: { kind: "column", name: "Price", within: { kind: "row", name: "Emma" } },
      },
    ],
    [
      '"Germany" in "Country"',
      { kind: "any", name: "Germany", within: { kind: "any", name: "Country" } },
    ],
  ])("%s", (words, target) => {
    expect(parse(words)).toEqual(target);
  });

  test("names are handed to the resolver without their quotes", () => {
    const seen: string[] = [];
    const target = parseTarget('"{{a}}" in the row "{{b}}"', (name) => {
      seen.push(name);
      return name.toUpperCase();
    });
    expect(target).toEqual({
      kind: "any",
      name: "{{A}}",
      within: { kind: "row", name: "{{B}}" },
    });
    expect(seen).toEqual(["{{a}}", "{{b}}"]);
  });
});

test("several names share the place that the last one says", () => {
  const table: Target = { kind: "table", name: "Users" };
  expect(parseTargets('"Ada", "Bob" and "Eve" in the table "Users"', (name) => name)).toEqual([
    { kind: "any", name: "Ada", within: table },
    { kind: "any", name: "Bob", within: table },
    { kind: "any", name: "Eve", within: table },
  ]);
});

test("a team's own nouns, in singular and plural, with and without a name", () => {
  const own = readOwnNouns({ "the basket": { css: "aside" }, order: { role: "row" } });
  const order = { noun: "order", role: "row" };
  const read = (words: string) => parseTarget(words, (name) => name, own);
  expect(read("the basket")).toEqual({
    kind: "any",
    name: "",
    own: { noun: "basket", css: "aside" },
  });
  expect(read('orders in the "Billing" section')).toEqual({
    kind: "any",
    name: "",
    own: order,
    within: { kind: "region", name: "Billing" },
  });
  expect(read('the second order "Emma"')).toEqual({
    kind: "any",
    name: "Emma",
    nth: 2,
    own: order,
  });
});

test.each([
  ['the row "a" "b"', 'the row "a" "b"'],
  ["the second in the row", "the second"],
  ['"Save" in the', "the"],
  ["the text button row", "the text button row"],
])("words that do not fit together are told: %s", (words, part) => {
  const message = () => parse(words);
  expect(message).toThrow(`These words do not name one thing on a page: ${words}`);
  if (part !== words) expect(message).toThrow(`What is not understood: ${part}`);
});

test("the patterns stay short: cucumber compiles them for every phrase", () => {
  for (const pattern of [elementPattern, targetPattern, fieldPattern]) {
    expect(pattern.length).toBeLessThan(1_500);
  }
  expect(thingsPattern.length).toBeLessThan(2_400);
});

describe("what each pattern takes", () => {
  test.each([
    ["element", elementPattern, 'the "Save" button', true],
    ["element", elementPattern, 'the button "Save" in the dialog', true],
    ["element", elementPattern, 'the second "Save"', true],
    ["element", elementPattern, '"Save"', false],
    ["element", elementPattern, 'the "Save"', true],
    ["element", elementPattern, "the login button", true],
    ["element", elementPattern, 'the cell in column "Price" of the row "Emma"', true],
    ["element", elementPattern, 'the text of the row "Emma"', false],
    ["element", elementPattern, 'the error message of the field "Email"', false],
    ["element", elementPattern, "the response field", false],
    // These are words of the API's phrases.
    ["element", elementPattern, 'the field "Email"', false],
    ["element", elementPattern, 'the header "Accept"', false],
    ["element", elementPattern, 'the "Accept" header', false],
    ["element", elementPattern, 'the response "id"', false],
    ["element", elementPattern, "the status", false],
    ["element", elementPattern, "the page", false],
    ["target", targetPattern, '"Save"', true],
    ["target", targetPattern, '"Save" within "Basket"', true],
    ["target", targetPattern, '"Save" in "Basket"', true],
    ["target", targetPattern, 'the field "Email"', true],
    ["target", targetPattern, 'the header "Accept"', false],
    ["target", targetPattern, '"a" and "b"', false],
    ["target", targetPattern, '"a" within 5 seconds', false],
    ["target", targetPattern, "the key", false],
    ["field", fieldPattern, 'the "Email" field', true],
    ["field", fieldPattern, 'the field "Email"', true],
    ["field", fieldPattern, 'the "Country" dropdown in the form', true],
    ["field", fieldPattern, '"Email"', false],
    ["things", thingsPattern, "rows", true],
    ["things", thingsPattern, "row", true],
    ["things", thingsPattern, '"Delete" buttons in the table "Users"', true],
    ["things", thingsPattern, '"css=.card" elements', true],
    ["things", thingsPattern, "products", false],
    ["things", thingsPattern, "entries in the footer", true],
  ])("$0 takes $2: $3", (_, pattern, words, fits) => {
    expect(whole(pattern).test(words)).toBe(fits);
  });
});
