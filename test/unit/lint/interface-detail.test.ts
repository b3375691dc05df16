import { expect, test } from "vitest";
import { findInterfaceDetails } from "../../../src/lint/interface-detail.ts";

test.each([
  ['I click "#submit-btn"', "#submit-btn"],
  ['I click on "#submit"', "#submit"],
  ['I should see "3" in "#cartCount"', "#cartCount"],
  ['I press ".btn-primary"', ".btn-primary"],
  ['I press "div.content"', "div.content"],
  ['I click "css=.btn"', "css=.btn"],
  ['I click "xpath=//div[1]"', "xpath=//div[1]"],
  ["I click \"//div[@id='x']\"", "//div[@id='x']"],
  ['I click "[data-test=x]"', "[data-test=x]"],
  ["I click \"input[name='q']\"", "input[name='q']"],
  ['I click "ul > li:nth-child(2)"', "ul > li:nth-child(2)"],
  ["I click the div", "the div"],
  ['I click the element with id "x"', "element with id"],
  ["I wait 5 seconds", "wait 5 seconds"],
  ["I pause for <n> ms", "pause for <n> ms"],
  ["I wait a few seconds", "wait a few seconds"],
  ['I open "http://localhost:3000/cart"', "http://localhost:3000"],
  ["the API runs at https://127.0.0.1", "https://127.0.0.1"],
  ['I open "https://shop.staging.example.com/cart"', "https://shop.staging.example.com"],
  ['I open "http://shop.intern/cart"', "http://shop.intern"],
])("%s", (sentence, text) => {
  const found = findInterfaceDetails(sentence);
  expect(found.map((one) => one.text)).toEqual([text]);
  expect(found[0]?.at).toBe(sentence.indexOf(text));
});

test.each([
  'I should see "Please wait 5 seconds"',
  'I should see the text "Write to http://localhost:3000"',
  'the message "div > p" should be shown',
  'I open "https://shop.example.com/internal/stage"',
  'I post in "#general"',
  'I open the branch "#feature-x"',
  'I see the colour "#fff"',
  'I should see issue "#12"',
  'I upload "report.pdf"',
  'I open "https://example.com/a-b"',
  'the response "a.b" should be 5',
  'the response "items[0].name" should be "x"',
  'I send a GET request to "/a?filter[name]=x"',
  'the JSON path "$.items[?(@.id==1)]" should exist',
  'the XPath "//a" should exist',
  'the JSON at "td.name" should be "x"',
  'the field "li.item-no" of the JSON response should be 5',
  'I sign in as "a-b.c@example.com"',
  'I press "A > B"',
  "I wait 5 seconds for the mail",
  "I wait up to 5 seconds until the mail is there",
  "I should see the main menu",
  "Bob sends a <method> request",
  "I open the domain settings",
])("%s is said as a person says it", (sentence) => {
  expect(findInterfaceDetails(sentence)).toEqual([]);
});

test("of two kinds both are told", () => {
  const found = findInterfaceDetails(
    'I wait 5 seconds and click "#submit-btn" at "http://localhost"',
  );
  expect(found).toHaveLength(3);
});
