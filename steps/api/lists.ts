// Phrases about the lists of an answer: every item, one item, all rows.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Quantity } from "./answer-parameters.ts";
import { judgeCell, judgeNotCell } from "./cells.ts";
import { compareRows, demandItem } from "./compare-rows.ts";
import { demandQuantity, judgeEach, tellUnaskedField } from "./judge-items.ts";
import { itemValue } from "./list-items.ts";
import { fieldsOf, listOf, whole } from "./lists-of-response.ts";
import { nameOf, type ResponsePart } from "./response-part.ts";
import { failWith, failWithAll } from "./response-values.ts";
import { tellUnknownField } from "./unknown-fields.ts";

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
      demandFields(this, quantity, list, negated, table);
    },
  ),
);

/** "No item has them" is "every item lacks them", and holds of an empty list. */
function demandFields(
  world: StoryWorld,
  quantity: Quantity,
  list: ResponsePart,
  negated: boolean,
  table: DataTable,
): void {
  const items = listOf(world, list);
  if (items.length === 0 && quantity !== "none")
    throw new Error("there is no item to look at: the list is empty");
  const lacking = (quantity === "none") !== negated;
  if (lacking) demandKnownFields(world, items, table, nameOf(list));
  const tell = lacking ? tellThere : tellLacking;
  const failures = items.map((item, at) =>
    tellFields(world, item, { table, name: `[${at}]`, tell }),
  );
  const isThere = quantity === "some" && failures.some((one) => one.length === 0);
  if (!isThere) failWithAll(failures.flat());
}

/** Judges one field of an item; `cell` is what the table's second column says of it, where it has one. */
type TellField = (
  world: StoryWorld,
  value: unknown,
  cell: string | undefined,
  subject: string,
) => string | readonly string[] | undefined;

/** What an item lacks of the fields in the first column, or of their values in the second. */
const tellLacking: TellField = (world, value, cell, subject) => {
  if (cell !== undefined) return judgeCell(world, cell, value, subject);
  return value === undefined ? [`expected ${subject} to exist, but there is none`] : [];
};

/** What an item has of the fields in the first column, with the values in the second where there are any. */
const tellThere: TellField = (world, value, cell, subject) => {
  if (cell !== undefined) return judgeNotCell(world, cell, value, subject);
  return value === undefined ? [] : [`expected ${subject} not to exist, but it does`];
};

function tellFields(
  world: StoryWorld,
  item: unknown,
  {
    table,
    name,
    tell,
  }: { readonly table: DataTable; readonly name: string; readonly tell: TellField },
): readonly string[] {
  return table.raw().flatMap(([path = "", cell]) => {
    const place = world.resolve(path);
    return tell(world, itemValue(item, place), cell, `${name}.${place}`) ?? [];
  });
}

/** A misspelt field has no value that could be the wrong one. */
function demandKnownFields(
  world: StoryWorld,
  items: readonly unknown[],
  table: DataTable,
  name: string,
): void {
  const places = table
    .raw()
    .filter((row) => row[1] !== undefined)
    .map(([path = ""]) => world.resolve(path));
  failWithAll(places.map((place) => tellUnknownField(items, place, name)));
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
      if (isThere !== negated) {
        if (negated) failWith(tellUnaskedField(listOf(this, list), field, check, nameOf(list)));
        return;
      }
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
    function (this: StoryWorld, list: ResponsePart, words: string, table: DataTable) {
      const ordered = !words.endsWith("in any order");
      compareRows(this, listOf(this, list), table, nameOf(list), { all: true, ordered });
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
