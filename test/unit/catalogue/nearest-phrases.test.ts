import { expect, test } from "vitest";
import { makeNearestFinder } from "../../../src/catalogue/nearest-phrases.ts";

const patterns = [
  "{actor} should (still )see {target}",
  "{actor} should not see {target}",
  "{actor} should see {int} {things}",
  "{actor} see(s) {target}",
  "{actor} fill(s) (in )(out ){target} with {value}",
  "{actor} fill(s) in the following( fields):",
  "{actor} clear(s) {target}",
  "{actor} press(es)/click(s) (on ){target}",
  "{actor} send(s) a/an {method} request to {text}",
  "{actor} send(s) a/an {method} request to {text} with( the) body:",
  "the (HTTP )(response )status( code) {check}",
  "the response header {text} {check}",
  "the title {is} {text}",
  "{actor} open(s)/visit(s) {text}",
  "{actor} has ordered {int} of {text}",
];
const types = [
  { name: "actor", regexps: ["I|[Tt]he \\w+|[A-Z]\\w+"] },
  { name: "is", regexps: ["(?:should|must)(?: not|n't)? be|is(?: not|n't)?"] },
  { name: "method", regexps: ["GET|POST"] },
];
const find = makeNearestFinder(patterns, types);

test.each([
  ['the user should sees "Welcome"', "{actor} should (still )see {target}"],
  ['I sholud see "Welcome"', "{actor} should (still )see {target}"],
  ["I should sees {string}", "{actor} should (still )see {target}"],
  ['I should not sees "Welcome"', "{actor} should not see {target}"],
  ['I fil in "Email" with "ada@example.com"', "{actor} fill(s) (in )(out ){target} with {value}"],
  ['I fill "Email" using "ada@example.com"', "{actor} fill(s) (in )(out ){target} with {value}"],
  ["I fill in {string} wiht {string}", "{actor} fill(s) (in )(out ){target} with {value}"],
  ['Ada click button "Save"', "{actor} press(es)/click(s) (on ){target}"],
  ['I send GET request to "/api/books"', "{actor} send(s) a/an {method} request to {text}"],
  ["I send a GET request to /api/books", "{actor} send(s) a/an {method} request to {text}"],
  ["response status 200", "the (HTTP )(response )status( code) {check}"],
  ["the status code is equal 200", "the (HTTP )(response )status( code) {check}"],
  ['title should be "Books"', "the title {is} {text}"],
  ['I am visiting "/books"', "{actor} open(s)/visit(s) {text}"],
  ['Alice has ordred 2 of "Emma"', "{actor} has ordered {int} of {text}"],
])("%s", (sentence, expected) => {
  expect(find(sentence)[0]?.pattern).toBe(expected);
});

test.each([
  "nothing should be charged",
  'ich den Gutschein "SOMMER" einlöse',
  "the order should be cancelled",
  'I should be redirected to "/home"',
  "the total should be 12",
  "the weather is nice today",
  "Alice does something odd",
  "",
  '"Email"',
  "I",
  "{{x}}",
])("nothing is near to: %s", (sentence) => {
  expect(find(sentence)).toEqual([]);
});

test("at most three are told", () => {
  expect(find('I should now then see some "Welcome"')).toHaveLength(3);
});

test("a sentence of any length and form is read", () => {
  const long = `I fill ${"very ".repeat(200)}"a" ${"{{x}} ".repeat(50)}`;
  expect(find(long)).toEqual([]);
  expect(find('I fill in "Email" with \'x')[0]?.pattern).toContain("fill(s)");
});
