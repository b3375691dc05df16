import { describe, expect, test } from "vitest";
import type { Target } from "../../../src/journey/target.ts";
import {
  elementPattern,
  fieldPattern,
  parseTarget,
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
      { kind: "any", name: "Delete", within: { kind: "region", name: "Basket" } },
    ],
    [
      '"Delete" in the element "css=#x"',
      { kind: "any", name: "Delete", within: { kind: "region", name: "css=#x" } },
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

describe("what each pattern takes", () => {
  test.each([
    ["element", elementPattern, 'the "Save" button', true],
    ["element", elementPattern, 'the button "Save" in the dialog', true],
    ["element", elementPattern, 'the second "Save"', true],
    ["element", elementPattern, '"Save"', false],
    ["element", elementPattern, 'the "Save"', false],
    // These are words of the API's phrases.
    ["element", elementPattern, 'the field "Email"', false],
    ["element", elementPattern, 'the header "Accept"', false],
    ["element", elementPattern, 'the "Accept" header', false],
    ["element", elementPattern, 'the response "id"', false],
    ["element", elementPattern, "the status", false],
    ["element", elementPattern, "the page", false],
    ["target", targetPattern, '"Save"', true],
    ["target", targetPattern, '"Save" within "Basket"', true],
    ["target", targetPattern, '"Save" in "Basket"', false],
    ["target", targetPattern, '"a" and "b"', false],
    ["target", targetPattern, '"a" within 5 seconds', false],
    ["target", targetPattern, "the key", false],
    ["field", fieldPattern, 'the "Email" field', true],
    ["field", fieldPattern, 'the field "Email"', true],
    ["field", fieldPattern, 'the "Country" dropdown in the form', true],
    ["field", fieldPattern, 'the "Save" button', false],
    ["things", thingsPattern, "rows", true],
    ["things", thingsPattern, "row", true],
    ["things", thingsPattern, '"Delete" buttons in the table "Users"', true],
    ["things", thingsPattern, '"css=.card" elements', true],
    ["things", thingsPattern, "products", false],
    ["things", thingsPattern, "entries in the footer", true],
  ])("%s takes %s %s: %s", (_, pattern, words, fits) => {
    expect(whole(pattern).test(words)).toBe(fits);
  });
});
