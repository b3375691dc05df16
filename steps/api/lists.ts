// Phrases about the lists of an answer: every item, one item, all rows, order.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { type Direction, findDisorder, findDuplicates } from "../../src/checks/rows.ts";
import { nameKind, showValue } from "../../src/checks/shown-value.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { compareRows, demandItem } from "./compare-rows.ts";
import { itemValue } from "./list-items.ts";
import { jsonOf, nameOf, type ResponsePart } from "./response-part.ts";
import { failWith, failWithAll } from "./response-values.ts";

function listOf(world: StoryWorld, part: ResponsePart): readonly unknown[] {
  const value = jsonOf(world.lastResponse, part);
  if (Array.isArray(value)) return value;
  throw new Error(
    `expected ${nameOf(part)} to be a list, but it was ${nameKind(value)}: ${showValue(value)}`,
  );
}

const whole: ResponsePart = { kind: "json" };

/** Judges each; an empty list proves nothing. */
function judgeEach(values: readonly unknown[], check: Check, nameAt: (at: number) => string): void {
  if (values.length === 0) throw new Error("there is no item to look at: the list is empty");
  failWithAll(values.map((value, at) => check.judge(value, nameAt(at), "data")));
}

/** The values of that field in every item. A path of several places is a list already. */
function fieldsOf(world: StoryWorld, list: ResponsePart, field: string): readonly unknown[] {
  return listOf(world, list).map((item) => itemValue(item, field));
}

Then(
  ...phrase(
    "every/each {text} in the response {check}",
    function (this: StoryWorld, path: string, check: Check) {
      judgeEach(valuesAt(this, path), check, (at) => `[${at}] of "${path}"`);
    },
  ),
);

function valuesAt(world: StoryWorld, path: string): readonly unknown[] {
  const isQuery = /[*?]|\.\./.test(path);
  const document = world.lastResponse.json();
  if (isQuery || !Array.isArray(document)) return listOf(world, { kind: "path", path });
  return fieldsOf(world, whole, path);
}

Then(
  ...phrase(
    "every/each item in/of {response} {check}",
    function (this: StoryWorld, list: ResponsePart, check: Check) {
      judgeEach(listOf(this, list), check, (at) => `[${at}] of ${nameOf(list)}`);
    },
  ),
);

Then(
  ...phrase(
    "every/each item's {text} {check}",
    function (this: StoryWorld, field: string, check: Check) {
      judgeEach(fieldsOf(this, whole, field), check, (at) => `[${at}].${field}`);
    },
  ),
);

Then(
  ...phrase(
    "every/each item's {text} in/of {response} {check}",
    function (this: StoryWorld, field: string, list: ResponsePart, check: Check) {
      judgeEach(fieldsOf(this, list, field), check, (at) => `[${at}].${field} of ${nameOf(list)}`);
    },
  ),
);

Then(
  ...phrase(
    "{response} {has} an item/object/entry/record with( the)( following)( fields)( values):",
    function (this: StoryWorld, list: ResponsePart, negated: boolean, table: DataTable | string) {
      demandItem(this, listOf(this, list), negated, table, nameOf(list));
    },
  ),
);

Then(
  ...phrase(
    "{response} {has} an item/object/entry/record whose {text} {check}",
    function (this: StoryWorld, list: ResponsePart, negated: boolean, field: string, check: Check) {
      const values = fieldsOf(this, list, field);
      const isThere = values.some((value) => check.judge(value, field, "data") === undefined);
      if (isThere !== negated) return;
      throw new Error(
        `expected ${negated ? "no" : "an"} item of ${nameOf(list)} whose "${field}" ${check.text}; there are: ${showValue(values)}`,
      );
    },
  ),
);

Then(
  ...phrase(
    "{response} should contain/include/have {rows}:",
    function (this: StoryWorld, list: ResponsePart, _words: string, table: DataTable) {
      compareRows(this, listOf(this, list), table, nameOf(list), { all: false, ordered: false });
    },
  ),
);

Then(
  ...phrase(
    "{response} should be/equal {rows}:",
    function (this: StoryWorld, list: ResponsePart, _words: string, table: DataTable) {
      compareRows(this, listOf(this, list), table, nameOf(list), { all: true, ordered: true });
    },
  ),
);

Then(
  ...phrase(
    "{response} should be/equal {rows} in any order:",
    function (this: StoryWorld, list: ResponsePart, _words: string, table: DataTable) {
      compareRows(this, listOf(this, list), table, nameOf(list), { all: true, ordered: false });
    },
  ),
);

function demandOrder(values: readonly unknown[], words: string, direction: Direction): void {
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
