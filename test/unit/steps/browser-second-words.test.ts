import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultTimeouts } from "../../../src/config/settings.ts";
import { parseTarget } from "../../../steps/browser/target-words.ts";
import { type PageServer, servePages } from "../drivers/browser-fixture.ts";
import { runCucumber } from "./run-cucumber.ts";

let pages: PageServer;

beforeAll(async () => {
  pages = await servePages();
  pages.show(
    "/",
    `<h1>Home</h1><p>Tea, tea and Tea</p><label>Size <select><option>S<option>M</select></label>
     <details><summary>More</summary><p>Inside</p></details><a href=/x>Go</a>
     <ul aria-label=Drinks><li>Tea<li>Milk</ul><table><tr><th>Name</th></tr><tr><td>Ada</td></tr></table>`,
  );
});
afterAll(() => pages.close());

const target = (words: string) => parseTarget(words, (text) => text);

test("names may stand behind words that lead to them", () => {
  expect(target('the button labelled "Save"')).toEqual({ kind: "button", name: "Save" });
  expect(target('the link with the text "More"')).toEqual({ kind: "link", name: "More" });
  expect(target('the text "Go on the page" on the page')).toEqual({
    kind: "text",
    name: "Go on the page",
  });
  expect(target('"Paid" in the row containing "Order 1"')).toEqual({
    kind: "any",
    name: "Paid",
    within: { kind: "row", name: "Order 1" },
  });
});

test("selectors and HTML's headings are names of elements", () => {
  expect(target('the element "#total"').name).toBe("css=#total");
  expect(target('"#total"').name).toBe("#total");
  expect(target('"h1" headings').name).toBe("css=h1");
  expect(target("h1").own).toEqual({ noun: "h1", css: "h1" });
});

/** Sentences that fail on that page, and what each must say. */
const failing: readonly (readonly [sentence: string, says: string])[] = [
  ['I should see "Tea" 5 times', 'expected "Tea" 5 times, but it is there 3 times'],
  ["the page should have at least two h1", "expected at least 2, but there are 1"],
  ['"Home" should disappear', "Home"],
  ['I should see text matching "[0-9]{9}"', "expected something that matches /[0-9]{9}/"],
  ['I should see text matching "("', '"(" is no pattern'],
  ['the "More" button should be expanded', "expected it to be expanded, but it is not"],
  ['"Size" should have "M" selected', 'expected "M" to be chosen, but it is "S"'],
  ['the "Size" field should have 3 options', "expected 3 options, but there are 2: S, M"],
  ['the link "Go" should open in a new tab', "expected it to open in a new tab"],
  ['I verify that the title is "Nowhere"', "Nowhere"],
  ['I expect the "Go" link not to be visible', "Go"],
  ['the table should contain a row with "Eve"', 'there is no row with "Eve"'],
  ['the focus order should be "Go", "Size" and "More"', 'expected the focus at stop 1 on "Go"'],
  ["I run the script \"throw new Error('spilt')\"", "spilt"],
  ["I log in", "Nobody knows how to sign in"],
  ["I am logged in", "Nobody knows how to ask whether I am signed in"],
  ['I log in as "ada" with password "sesame"', "signIn: { credentials:"],
  ["I should be logged in", "Nobody knows how to ask whether"],
];

test("failures of the other wordings say what is there instead", async () => {
  const scenarios = failing.map(
    ([sentence], at) => `  Scenario: ${at}\n    Given I am on "/"\n    Then ${sentence}\n`,
  );
  const run = await runCucumber(`Feature: Failing\n${scenarios.join("")}`, {
    pack: "index",
    settings: {
      environment: { baseUrl: pages.url },
      timeouts: { ...defaultTimeouts, expectMs: 200 },
    },
  });
  const messages = run.steps.filter((_, at) => at % 2 === 1).map(({ message }) => message ?? "");
  const odd = failing.flatMap(([sentence, says], at) =>
    messages[at]?.includes(says) === true ? [] : [`${sentence} → ${messages[at]?.slice(0, 300)}`],
  );
  expect(odd).toEqual([]);
});
