// Compares a list of objects with a table whose first row names their fields. Only those fields are compared.
import type { DataTable } from "@cucumber/cucumber";
import { pairUp } from "../../src/checks/pairing.ts";
import type { Source } from "../../src/checks/predicate.ts";
import { showValue } from "../../src/checks/shown-value.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { matchStoryJson } from "../match-story-json.ts";
import { judgeCell } from "./cells.ts";
import { itemValue } from "./list-items.ts";
import { tellUnknownField, wantedFields } from "./unknown-fields.ts";

export interface RowsWanted {
  /** No other items may be there. */
  readonly all: boolean;
  readonly ordered: boolean;
  /** Where the cells come from: CSV has no types. Default: data. */
  readonly source?: Source;
}

type Fields = readonly (readonly [path: string, cell: string])[];

const shape = "  | id | title |\n  | 1  | Emma  |";

/** Throws what every row lacks, and what is there besides. */
export function compareRows(
  world: StoryWorld,
  items: readonly unknown[],
  table: DataTable,
  name: string,
  { all, ordered, source = "data" }: RowsWanted,
): void {
  const rows = readRows(world, table);
  const failures = ordered
    ? rows.flatMap((row, at) => tellRow(world, items[at], row, `[${at}]`, source))
    : tellMissing(world, items, rows, source);
  const isSame = !all || items.length === rows.length;
  const count = isSame ? [] : [`expected ${rows.length} items, but there are ${items.length}`];
  const problems = [...count, ...failures];
  if (problems.length === 0) return;
  throw new Error(
    `expected ${name} to have these rows, but:\n${problems.map((each) => `  ${each}`).join("\n")}\nit is: ${showValue(items, 600)}`,
  );
}

function readRows(world: StoryWorld, table: DataTable): readonly Fields[] {
  const [head = [], ...rows] = table.raw();
  if (rows.length === 0)
    throw new StoryError(
      `This table has no rows below its first, which names the fields:\n${shape}`,
    );
  return rows.map((row) =>
    row.map((cell, at): [string, string] => [world.resolve(head[at] ?? ""), cell]),
  );
}

function tellRow(
  world: StoryWorld,
  item: unknown,
  row: Fields,
  place: string,
  source: Source,
): readonly string[] {
  if (item === undefined) return [`${place} is not there`];
  return row.flatMap(
    ([path, cell]) =>
      judgeCell(world, cell, itemValue(item, path), `${place}.${path}`, source) ?? [],
  );
}

function fits(world: StoryWorld, item: unknown, row: Fields, source: Source = "data"): boolean {
  return tellRow(world, item, row, "", source).length === 0;
}

/** Each row takes an item of its own. */
function tellMissing(
  world: StoryWorld,
  items: readonly unknown[],
  rows: readonly Fields[],
  source: Source,
): readonly string[] {
  const fitting = rows.map((row) =>
    [...items.keys()].filter((at) => fits(world, items[at], row, source)),
  );
  const paired = pairUp(fitting);
  return rows.flatMap((row, at) =>
    paired.has(at) ? [] : [`there is no item with ${tellFields(row)}`],
  );
}

function tellFields(row: Fields): string {
  return row.map(([path, cell]) => `${path}: ${cell}`).join(", ");
}

/** One item has all that the table (path and value) or the JSON says, or none has. */
export function demandItem(
  world: StoryWorld,
  items: readonly unknown[],
  negated: boolean,
  content: DataTable | string,
  name: string,
): void {
  const isThere = items.some((item) => isSuch(world, item, content));
  if (negated && !isThere) demandFieldsKnown(world, items, content, name);
  if (isThere !== negated) return;
  const wanted = typeof content === "string" ? content.trim() : tellFields(pairs(content));
  throw new Error(
    `expected ${name} ${negated ? "not " : ""}to contain an item with ${wanted}\nit is: ${showValue(items, 600)}`,
  );
}

/** A misspelt field has no value that could be the wrong one: at least one item must have it. */
function demandFieldsKnown(
  world: StoryWorld,
  items: readonly unknown[],
  content: DataTable | string,
  name: string,
): void {
  const fields =
    typeof content === "string"
      ? wantedFields(parseStoryJson(world, content))
      : pairs(content).flatMap(([path, cell]) =>
          judgeCell(world, cell, undefined, path) === undefined ? [] : [path],
        );
  const [unknown] = fields.flatMap((field) => tellUnknownField(items, field, name) ?? []);
  if (unknown !== undefined) throw new Error(`${unknown}\nit is: ${showValue(items, 600)}`);
}

function isSuch(world: StoryWorld, item: unknown, content: DataTable | string): boolean {
  if (typeof content !== "string") return fits(world, item, pairs(content));
  const expected = parseStoryJson(world, content);
  return matchStoryJson(item, expected, { mode: "partial", order: "ordered" }).length === 0;
}

function pairs(table: DataTable): Fields {
  return table.raw().map(([path = "", cell = "", ...more]): [string, string] => {
    if (more.length > 0)
      throw new StoryError(`This table wants a field and a value in each row:\n  | title | Emma |`);
    return [path, cell];
  });
}
