// Phrases about a whole list of an answer: its order, and that nothing is in it twice.
import { Then } from "@cucumber/cucumber";
import { type Direction, findDisorder, findDuplicates } from "../../src/checks/rows.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { fieldsOf, listOf, whole } from "./lists-of-response.ts";
import { nameOf, type ResponsePart } from "./response-part.ts";
import { failWith } from "./response-values.ts";

/** What is not there is neither in order nor unique. */
function demandValues(values: readonly unknown[], words: string): void {
  if (values.length === 0)
    throw new Error(`there is nothing to look at for ${words}: the list is empty`);
  const without = values.flatMap((value, at) => (value === undefined ? [`[${at}]`] : []));
  if (without.length === 0) return;
  throw new Error(
    `expected every item to have ${words}, but these have none: ${without.join(", ")}`,
  );
}

function demandOrder(values: readonly unknown[], words: string, direction: Direction): void {
  demandValues(values, words);
  const disorder = findDisorder(values, direction);
  if (disorder !== undefined)
    throw new Error(`expected ${words} to be sorted ${direction}, but ${disorder}`);
}

function directionOf(word: string): Direction {
  return /^(?:desc|decr)/.test(word) ? "descending" : "ascending";
}

Then(
  ...phrase(
    "{response} should be sorted/ordered by {text}",
    function (this: StoryWorld, list: ResponsePart, field: string) {
      demandOrder(fieldsOf(this, list, field), `"${field}"`, "ascending");
    },
  ),
);

Then(
  ...phrase(
    "{response} should be sorted/ordered by {text} (in ){sortOrder}( order)",
    function (this: StoryWorld, list: ResponsePart, field: string, direction: string) {
      demandOrder(fieldsOf(this, list, field), `"${field}"`, directionOf(direction));
    },
  ),
);

Then(
  ...phrase(
    "{response} should be sorted/ordered (in ){sortOrder}( order)",
    function (this: StoryWorld, list: ResponsePart, direction: string) {
      demandOrder(listOf(this, list), nameOf(list), directionOf(direction));
    },
  ),
);

function demandUnique(values: readonly unknown[], words: string): void {
  demandValues(values, words);
  const [first] = findDuplicates(values);
  failWith(first && `expected ${words} to be unique, but there is ${first}`);
}

Then(
  ...phrase(
    "{response} should have/contain no duplicates",
    function (this: StoryWorld, list: ResponsePart) {
      demandUnique(listOf(this, list), `the items of ${nameOf(list)}`);
    },
  ),
);

Then(
  ...phrase(
    "every/each {text} in {response} should be unique",
    function (this: StoryWorld, field: string, list: ResponsePart) {
      demandUnique(fieldsOf(this, list, field), `every "${field}"`);
    },
  ),
);

Then(
  ...phrase(
    "every/each item's {text} should be unique",
    function (this: StoryWorld, field: string) {
      demandUnique(fieldsOf(this, whole, field), `every "${field}"`);
    },
  ),
);
