import { describe, expect, test } from "vitest";
import { makeVagueWordFinder } from "../../../src/lint/vague-words.ts";

function wordsIn(sentence: string, { own = [] as string[], place = "step" as const } = {}) {
  return makeVagueWordFinder(own)(sentence, place).map(({ word }) => word);
}

test.each([
  ["the page should load fast", ["fast"]],
  ["the search is fast enough", ["fast"]],
  ["the order should soon be shown", ["soon"]],
  ["I should immediately see the order", ["immediately"]],
  ["the answer should come in a timely manner", ["in a timely manner"]],
  ["I wait for a while", ["for a while"]],
  ["several orders etc. should be listed", ["several", "etc"]],
  ["the name is too long", ["too long"]],
  ["sign-in should work", ["should work"]],
  ["the export works as expected", ["works as expected"]],
  ["the total should be correct", ["be correct"]],
  ["I should see the correct page", ["the correct"]],
  ["the page looks good", ["looks good"]],
  ["The form is user-friendly", ["user-friendly"]],
  ["the list is usually sorted properly", ["usually", "properly"]],
  ["if possible the order is kept", ["if possible"]],
  ["the name and/or the address is shown", ["and/or"]],
  ["signing in is easy", ["easy"]],
  ["the total is okay", ["is okay"]],
  ["the page waits a bit", ["a bit"]],
  ["the shop is scalable", ["scalable"]],
])("%s", (sentence, words) => {
  expect(wordsIn(sentence)).toEqual(words);
});

describe("nothing is vague in", () => {
  test.each([
    'I should see "It works fast, soon and properly"',
    "I should see 'too long'",
    "I open /fast/soon",
    "I press <fast>",
    "I choose the fast checkout",
    "I press the easy checkout button",
    "I try several times",
    "the page opens as soon as I sign in",
    "I get 429 too many requests",
    "I enter the correct password",
    "I use a fast-track order",
    "the breakfast menu is open",
    "I work on the order",
    "the network is slow",
  ])("%s", (sentence) => {
    expect(wordsIn(sentence)).toEqual([]);
  });
});

test("the team's own words count too, whole and in any case, even where a built-in word is", () => {
  const own = ["Blazing", "schön", "c++", "in the cloud", ""];
  expect(wordsIn("a blazing page, schön in  the cloud", { own })).toEqual([
    "blazing",
    "schön",
    "in  the cloud",
  ]);
  expect(wordsIn("trailblazing and schöner", { own })).toEqual([]);
  expect(wordsIn("it is fast", { own: ["fast"] })).toEqual(["fast"]);
});

test("each word says where it stands, what is the matter and what would be right", () => {
  expect(makeVagueWordFinder([])('"x" is shown quickly', "step")).toEqual([
    {
      at: 13,
      word: "quickly",
      problem: "does not say how long or how often",
      wayOut:
        "Say how long it may take, such as `within 2 seconds`, or put a gate on the scenario, such as @latency:p95<300ms.",
    },
  ]);
});

test("a title may sum up what its steps say in numbers, but not hide a judgement", () => {
  const find = makeVagueWordFinder([]);
  expect(find("Several books are too long", "title")).toEqual([]);
  expect(find("Several sensible defaults and an appropriate icon", "title")).toEqual([]);
  expect(find("Sign-in works as expected", "title")).toHaveLength(1);
  expect(find("A customer gets fast results", "title")).toHaveLength(1);
});
