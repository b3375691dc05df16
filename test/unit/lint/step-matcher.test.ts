import { expect, test } from "vitest";
import { requiredWords } from "../../../src/lint/step-matcher.ts";
import { stepsOf } from "./example-steps.ts";

test.each([
  ["I open the cart", [["I"], ["open"], ["the"], ["cart"]]],
  ["{actor} open(s)/visit(s) {text}", [["open", "opens", "visit", "visits"]]],
  ["the( old) page is/was {int}px", [["the"], ["page"], ["is", "was"]]],
  ["(the )page( is)( not) there", [["page"], ["there"]]],
  ["the body( with):", [["the"]]],
  ["go back(ward)(s) now", [["go"], ["now"]]],
  ["foo( bar)baz now", [["now"]]],
  ["a \\(b) c", []],
  ["{actor}'s cart", [["cart"]]],
  ['/^I press "(.*)"$/', [["I"], ["press"]]],
  ["/^I presss? (.*)$/", [["I"]]],
  ["/I press/", []],
  ["/^I press|I click/", []],
  ["//^I press it/i/", []],
])("every text of %s has these words", (pattern, words) => {
  expect(requiredWords(pattern)).toEqual(words);
});

test("the definitions found are those that take the step, in their order", () => {
  const patterns = [
    "I open (the )(old )page( now)",
    "I open the {word} page",
    "/^I open the old page$/",
    "//^i OPEN the/i/",
    "I open(s) {string}",
    "I close/shut the page(s)",
    "the {word}ed page is {int}px wide",
    "I open {unknownType}",
  ];
  const steps = stepsOf(...patterns);
  const takenBy = (step: string) => steps.definitionsOf(step).map(({ pattern }) => pattern);
  expect(takenBy("I open the old page")).toEqual([
    patterns[0],
    patterns[1],
    patterns[2],
    patterns[3],
  ]);
  expect(takenBy("I open page")).toEqual([patterns[0]]);
  expect(takenBy('I opens "x"')).toEqual([patterns[4]]);
  expect(takenBy("I shut the pages")).toEqual([patterns[5]]);
  expect(takenBy("the folded page is 5px wide")).toEqual([patterns[6]]);
  expect(takenBy("I open  page")).toEqual([]);
  expect(takenBy("I sleep")).toEqual([]);
});
