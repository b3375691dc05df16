// Phrases about the lists of an answer: every item, one item, all rows, order.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { type Direction, findDisorder, findDuplicates } from "../../src/checks/rows.ts";
import { nameKind, showValue } from "../../src/checks/shown-value.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { judgeCell } from "./cells.ts";
import { compareRows, demandItem } from "./compare-rows.ts";
import { itemValue } from "./list-items.ts";
import type { Quantity } from "./parameters.ts";
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
    "every/each/all (the ){text} (value )(values )(field )(fields )in/of {listing} {check}",
    function (this: StoryWorld, path: string, list: ResponsePart, check: Check) {
      const values = list.kind === "path" ? fieldsOf(this, list, path) : valuesAt(this, path);
      judgeEach(values, check, (at) => `[${at}] of "${path}"`);
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
    "{each} in/of/from {listing} {check}",
    function (this: StoryWorld, quantity: Quantity, list: ResponsePart, check: Check) {
      demandQuantity(quantity, listOf(this, list), check, nameOf(list));
    },
  ),
);

/** All, none or some of them; of an empty list nothing but "none" can be said. */
function demandQuantity(
  quantity: Quantity,
  items: readonly unknown[],
  check: Check,
  name: string,
): void {
  if (quantity === "all") {
    judgeEach(items, check, (at) => `[${at}] of ${name}`);
    return;
  }
  const isSuch = (item: unknown) => check.judge(item, name, "data") === undefined;
  const at = items.findIndex(isSuch);
  if (quantity === "some") {
    if (at >= 0) return;
    throw new Error(`expected an item of ${name} that ${check.text}; it is: ${showValue(items)}`);
  }
  if (at < 0) return;
  throw new Error(
    `expected no item of ${name} that ${check.text}, but [${at}] is: ${showValue(items[at])}`,
  );
}

Then(
  ...phrase(
    "{each} in/of/from {listing} {has} (the )(following ){fields}:",
    function (
      this: StoryWorld,
      quantity: Quantity,
      list: ResponsePart,
      negated: boolean,
      _word: string,
      table: DataTable,
    ) {
      const items = listOf(this, list);
      const isAll = (quantity === "all") !== negated;
      if (quantity === "none" || negated) return demandNoFields(this, items, table, nameOf(list));
      if (isAll && items.length === 0)
        throw new Error("there is no item to look at: the list is empty");
      const failures = items.map((item, at) => tellFields(this, item, table, `[${at}]`));
      const isThere = quantity === "some" && failures.some((one) => one.length === 0);
      if (!isThere) failWithAll(failures.flat());
    },
  ),
);

/** What an item lacks of the fields in the first column, or of their values in the second. */
function tellFields(
  world: StoryWorld,
  item: unknown,
  table: DataTable,
  name: string,
): readonly string[] {
  return table.raw().flatMap(([path = "", cell]) => {
    const place = world.resolve(path);
    const value = itemValue(item, place);
    const subject = `${name}.${place}`;
    if (cell !== undefined) return judgeCell(world, cell, value, subject) ?? [];
    return value === undefined ? [`expected ${subject} to exist, but there is none`] : [];
  });
}

function demandNoFields(
  world: StoryWorld,
  items: readonly unknown[],
  table: DataTable,
  name: string,
): void {
  const paths = table.raw().map(([path = ""]) => world.resolve(path));
  failWithAll(
    items.flatMap((item, at) =>
      paths
        .filter((path) => itemValue(item, path) !== undefined)
        .map((path) => `expected [${at}].${path} of ${name} not to exist, but it does`),
    ),
  );
}

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
    "every/each item's {text} in/of {listing} {check}",
    function (this: StoryWorld, field: string, list: ResponsePart, check: Check) {
      judgeEach(fieldsOf(this, list, field), check, (at) => `[${at}].${field} of ${nameOf(list)}`);
    },
  ),
);

Then(
  ...phrase(
    "{response} {has} an item/object/entry/record/element with( the)( following)( fields)( values):",
    function (this: StoryWorld, list: ResponsePart, negated: boolean, table: DataTable | string) {
      demandItem(this, listOf(this, list), negated, table, nameOf(list));
    },
  ),
);

Then(
  ...phrase(
    "{response} {has} an item/object/entry/record/element whose/where/with (the )(a ){text} {itemcheck}",
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

Then(
  ...phrase(
    "the number/count of (the )items/elements/objects/records/entries/results in/of {response} {check}",
    function (this: StoryWorld, list: ResponsePart, check: Check) {
      failWith(
        check.judge(listOf(this, list).length, `the number of items of ${nameOf(list)}`, "data"),
      );
    },
  ),
);

Then(
  ...phrase("{each} {check}", function (this: StoryWorld, quantity: Quantity, check: Check) {
    demandQuantity(quantity, listOf(this, whole), check, nameOf(whole));
  }),
);

Then(
  ...phrase(
    "every/each/all (the ){text} (value )(values )(field )(fields ){check}",
    function (this: StoryWorld, path: string, check: Check) {
      judgeEach(valuesAt(this, path), check, (at) => `[${at}] of "${path}"`);
    },
  ),
);

Then(
  ...phrase(
    "the length/count of (the ){listing} {check}",
    function (this: StoryWorld, list: ResponsePart, check: Check) {
      const { length } = listOf(this, list);
      failWith(check.judge(length, `the number of items of ${nameOf(list)}`, "data"));
    },
  ),
);

const positions: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, last: -1 };

Then(
  ...phrase(
    "the {position} item/element/object/record/entry/row in/of {response} {check}",
    function (this: StoryWorld, position: string, list: ResponsePart, check: Check) {
      const item = listOf(this, list).at(positions[position] ?? 0);
      failWith(check.judge(item, `the ${position} item of ${nameOf(list)}`, "data"));
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
