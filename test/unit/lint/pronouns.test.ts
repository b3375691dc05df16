import { expect, test } from "vitest";
import { findUnexplainedPronoun } from "../../../src/lint/pronouns.ts";

test.each([
  ["it should be shown", "it", 0],
  ["It is shown", "It", 0],
  ["they see it", "they", 0],
  ["she opens the cart", "she", 0],
  ["this should fail", "this", 0],
  ["I press it", "it", 8],
  ["I click on it", "it", 11],
  ["the customer sees it", "it", 18],
  ["Alice presses it", "it", 14],
  ["I see her cart", "her", 6],
])("%s: nobody knows what %s is", (sentence, word, at) => {
  expect(findUnexplainedPronoun(sentence)).toEqual({ word, at });
});

test.each([
  "I open the menu and close it",
  'I fill in "Email" and submit it',
  "I enter 5 and confirm it",
  "Alice opens her cart",
  "the customer sees that they are signed in",
  "the orders are shown when they are paid",
  "this page should load",
  "that I am signed in",
  "it is 10:00",
  "it is Monday",
  "it should be possible to leave",
  'I should see "it"',
  "the item fits",
  "I drag the card and drop it onto the board",
])("%s: it is clear what is meant", (sentence) => {
  expect(findUnexplainedPronoun(sentence)).toBeUndefined();
});
