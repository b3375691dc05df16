// Slips of the pen in sentences of the packaged phrases, with their real definitions: the phrase meant is told first.
import { expect, test } from "vitest";
import { exampleOf } from "../../../src/catalogue/catalogue.ts";
import { makeNearestFinder } from "../../../src/catalogue/nearest-phrases.ts";
import { readPackagedTopics } from "../../../src/catalogue/packaged-topics.ts";
import { matchSentences } from "./matching.ts";

/** What was written, and what was meant. */
const slips: readonly (readonly [written: string, meant: string])[] = [
  ["the response status should be 20O", "the response status should be 200"],
  ["the respnse status code should be 404", "the response status code should be 404"],
  ["the response staus is 201", "the response status is 201"],
  ['I send a GTE request to "/api/orders"', 'I send a GET request to "/api/orders"'],
  ['I sends a GET rquest to "/api/orders"', 'I send a GET request to "/api/orders"'],
  [
    'Bob sends a DELETE reqeust to "/api/orders/7"',
    'Bob sends a DELETE request to "/api/orders/7"',
  ],
  ['I send a PSOT request to "/api/a" with JSON:', 'I send a POST request to "/api/a" with JSON:'],
  ['I set the header "x-key" too "7"', 'I set the header "x-key" to "7"'],
  ['the request hedaer "x-key" is "7"', 'the request header "x-key" is "7"'],
  ['the response heder "etag" should exist', 'the response header "etag" should exist'],
  ["the response body should be emtpy", "the response body should be empty"],
  ["the response shuold be JSON", "the response should be JSON"],
  ["I repaet the request", "I repeat the request"],
  ['I sholud see "Thank you"', 'I should see "Thank you"'],
  ['I should not sea "Error"', 'I should not see "Error"'],
  ['the user should sees "Welcome"', 'the user should see "Welcome"'],
  ['I should see the hading "Books"', 'I should see the heading "Books"'],
  ['I should see the buton "Pay"', 'I should see the button "Pay"'],
  ['I clik the "Pay" button', 'I click the "Pay" button'],
  ['I press teh "Pay" button', 'I press the "Pay" button'],
  ['I fil in "Name" with "Ada"', 'I fill in "Name" with "Ada"'],
  ['I fill in "Name" wiht "Ada"', 'I fill in "Name" with "Ada"'],
  ['I enter "Ada" inot "Name"', 'I enter "Ada" into "Name"'],
  ['I tpye "Ada" into "Name"', 'I type "Ada" into "Name"'],
  ['I selct "Peru" from "Country"', 'I select "Peru" from "Country"'],
  ['I unchek "Terms"', 'I uncheck "Terms"'],
  ['I am on "/books" page', 'I am on the "/books" page'],
  ['I vist "/books"', 'I visit "/books"'],
  ['I opne "/books"', 'I open "/books"'],
  ["I relod the page", "I reload the page"],
  ["I go bakc", "I go back"],
  ['I should be no "/thanks"', 'I should be on "/thanks"'],
  ['the tilte should be "Books"', 'the title should be "Books"'],
  ['the "Pay" buton should be disabled', 'the "Pay" button should be disabled'],
  ['the field "Name" should contian "Ada"', 'the field "Name" should contain "Ada"'],
  ['the checkbox "Terms" should be cheked', 'the checkbox "Terms" should be checked'],
  ['I wait for "Done" to disapear', 'I wait for "Done" to disappear'],
  ["I wait 2 secnds", "I wait 2 seconds"],
  ['I scrol to "Imprint"', 'I scroll to "Imprint"'],
  ['I hovr over "Menu"', 'I hover over "Menu"'],
  ['I upload "a.png" ot "Photo"', 'I upload "a.png" to "Photo"'],
  ["I am loged in", "I am logged in"],
  ["Alice is sigend in as a reader", "Alice is signed in as a reader"],
  ["I lgo out", "I log out"],
  ['I generete a UUID as "id"', 'I generate a UUID as "id"'],
  ["the page should be accesible", "the page should be accessible"],
  ["every image should have a text altenative", "every image should have a text alternative"],
  ['I conect to the WebSocket "/live"', 'I connect to the WebSocket "/live"'],
  ["the connection shoud be closed", "the connection should be closed"],
  ["Ada should have recieved 1 mail", "Ada should have received 1 mail"],
  ['the mail shuold have the subject "Hi"', 'the mail should have the subject "Hi"'],
  ["I clear teh inbox", "I clear the inbox"],
];

/** Steps of a team that no phrase of ours stands for: a guess would lead astray. */
const others = [
  "I delete the order",
  "I cancel the order",
  "I remember the customer",
  "I open an account",
  "I close the shop",
  "I check the delivery",
  "I update the stock",
  "I set the price",
  "the customer waits for the courier",
  "I remove the item from the basket",
  "I send the invoice to the customer",
  "the stock should be reduced by 1",
  "the customer should be notified",
];

const written = slips.map(([slip]) => slip);
const meant = slips.map(([, right]) => right);
const { definitions, matches, parameterTypes } = matchSentences([...written, ...meant, ...others]);
const packaged = readPackagedTopics().flatMap(({ phrases }) => phrases);
const find = makeNearestFinder(definitions, parameterTypes, (pattern) =>
  exampleOf(pattern, packaged, "")[0]?.replace(/^\S+ /, ""),
);

test("what was written has no definition, and what was meant has one", () => {
  const found = new Map([...written, ...meant, ...others].map((one, at) => [one, matches[at]]));
  expect([...written, ...others].filter((one) => found.get(one)?.length !== 0)).toEqual([]);
  expect(meant.filter((one) => found.get(one)?.length !== 1)).toEqual([]);
});

test("of sentences with slips, nine of ten have the phrase meant as the first guess", () => {
  const wrong = slips.filter((_, at) => {
    const [first] = find(written[at] ?? "");
    return first?.pattern !== matches[slips.length + at]?.[0];
  });
  expect(slips.length).toBeGreaterThanOrEqual(40);
  expect(wrong.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(slips.length / 10);
});

test("the guess is the sentence itself, mended", () => {
  expect(find("the response status should be 20O")[0]?.mended).toBe(
    "the response status should be 200",
  );
  expect(find('I should see the hading "Books"')[0]?.mended).toBe(
    'I should see the heading "Books"',
  );
});

test("a snippet has placeholders where the values were, and is told no sentence that nobody could write", () => {
  const [first] = find("the user should sees {string}");
  expect(first).toEqual({
    pattern: matches[written.length + meant.indexOf('I should see "Thank you"')]?.[0],
  });
});

test.each(others)("nothing is guessed for: %s", (sentence) => {
  expect(find(sentence)).toEqual([]);
});
