// Whether a table has the rows that a sentence shows, and by row and column what is wrong when it has not.
import type { DataTable } from "@cucumber/cucumber";
import { matchJson } from "../../src/checks/json-match.ts";
import { pairUp } from "../../src/checks/pairing.ts";
import { readPlaceholder } from "../../src/checks/placeholder.ts";
import type { TableContent } from "../../src/journey/browser/content-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { readCheck } from "../read-check.ts";
import { columnAt, headedBy, listNames } from "./columns.ts";

/** `some`: these rows, others too; `ordered`: and one after the other; `exact`: all and in that order; `all`: all. */
export type RowsMode = "some" | "ordered" | "exact" | "all";

type CellJudge = (actual: string) => boolean;

interface ExpectedRow {
  readonly cells: readonly { readonly text: string; readonly fits: CellJudge }[];
}

export interface ExpectedRows {
  readonly columns: readonly string[];
  readonly rows: readonly ExpectedRow[];
}

const rowsShape =
  '  | Title       | Price             |\n  | Emma        | 7.00 €            |\n  | Middlemarch | should end with "€" |';

/** The rows of a step's table; its first row names columns. Cells are texts, checks, or placeholders such as #number. */
export function readRows(world: StoryWorld, table: DataTable): ExpectedRows {
  const [columns, ...rows] = table.raw();
  if (columns === undefined || rows.length === 0) {
    throw new StoryError(
      `This table has no rows besides its first, which names the columns. It looks like this:\n${rowsShape}`,
    );
  }
  return {
    columns: columns.map((name) => world.resolve(name)),
    rows: rows.map((cells) => ({ cells: cells.map((cell) => readCell(world, cell)) })),
  };
}

function readCell(world: StoryWorld, cell: string): { text: string; fits: CellJudge } {
  if (/^should\b/.test(cell)) {
    const check = readCheck(world, cell);
    return { text: cell, fits: (actual) => check.judge(actual) === undefined };
  }
  const text = world.resolve(cell);
  const placeholder = readPlaceholder(text);
  if (placeholder.kind === "error") throw new StoryError(placeholder.message);
  if (placeholder.kind === "text")
    return { text, fits: (actual) => actual === tidy(placeholder.text) };
  const fits = (actual: unknown) =>
    matchJson(actual, text, { mode: "partial", order: "ordered" }).length === 0;
  return { text, fits: (actual) => fits(actual) || fits(numberOr(actual)) };
}

/** A page has texts only: "7" is a number as well. */
function numberOr(text: string): unknown {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Undefined when the table has the rows; else each that is missing, with the nearest one there is. */
export function judgeRows(
  content: TableContent,
  expected: ExpectedRows,
  mode: RowsMode,
): string | undefined {
  const table = headedBy(content, expected.columns);
  const unknown = judgeColumnNames(table, expected);
  if (unknown !== undefined) return unknown;
  const at = expected.columns.map((name) => columnAt(table, name));
  const rows = table.rows.map((row) => at.map((index) => row[index] ?? ""));
  const found = match(rows, expected.rows, mode);
  const lines = [
    ...expected.rows.flatMap((row, index) =>
      found[index] === undefined ? [tellMissing(expected.columns, row, rows, index, mode)] : [],
    ),
    ...(mode === "all" || mode === "exact" ? tellOthers(rows, found) : []),
  ];
  return lines.length === 0
    ? undefined
    : `expected the rows of the step, but\n${lines.map((line) => `  ${line}`).join("\n")}\nIt has ${countOf(rows.length)}${shown(rows)}`;
}

/** Undefined when no table has any of the rows, and at least one has their columns. */
export function judgeNoRows(
  tables: readonly TableContent[],
  expected: ExpectedRows,
): string | undefined {
  const unknown = tables.map((table) =>
    judgeColumnNames(headedBy(table, expected.columns), expected),
  );
  // A table without these columns has no such row; when none has them, a name is misspelt.
  if (!unknown.includes(undefined)) return unknown[0] ?? "there is no table";
  const there = expected.rows.filter((row) =>
    tables.some((table) => judgeRows(table, { ...expected, rows: [row] }, "some") === undefined),
  );
  if (there.length === 0) return undefined;
  return `expected none of these rows, but there is ${there.map(({ cells }) => line(cells.map(({ text }) => text))).join(" and ")}`;
}

function judgeColumnNames(table: TableContent, { columns }: ExpectedRows): string | undefined {
  const unknown = columns.filter((name) => columnAt(table, name) === -1);
  if (unknown.length === 0) return undefined;
  return `there is no column ${listNames(unknown)}; its columns are ${listNames(table.columns)}`;
}

/** For each expected row the index of the one that fits it; each is taken once. */
function match(
  rows: readonly (readonly string[])[],
  expected: readonly ExpectedRow[],
  mode: RowsMode,
): readonly (number | undefined)[] {
  if (mode === "some" || mode === "all") return matchInAnyOrder(rows, expected);
  const taken = new Set<number>();
  let from = 0;
  return expected.map((row, at) => {
    const index = rows.findIndex((cells, position) => {
      if (mode === "exact" && position !== at) return false;
      if (mode === "ordered" && position < from) return false;
      return !taken.has(position) && fitsRow(cells, row);
    });
    if (index === -1) return undefined;
    taken.add(index);
    from = index + 1;
    return index;
  });
}

function matchInAnyOrder(
  rows: readonly (readonly string[])[],
  expected: readonly ExpectedRow[],
): readonly (number | undefined)[] {
  const paired = pairUp(
    expected.map((row) => [...rows.keys()].filter((at) => fitsRow(rows[at] ?? [], row))),
  );
  return expected.map((_, at) => paired.get(at));
}

function fitsRow(cells: readonly string[], { cells: wanted }: ExpectedRow): boolean {
  return wanted.every(({ fits }, at) => fits(cells[at] ?? ""));
}

function tellMissing(
  columns: readonly string[],
  row: ExpectedRow,
  rows: readonly (readonly string[])[],
  index: number,
  mode: RowsMode,
): string {
  const what = `there is no row ${line(row.cells.map(({ text }) => text))}`;
  const near = mode === "exact" ? rows[index] : nearest(rows, row);
  if (near === undefined) return what;
  if (fitsRow(near, row)) return `${what} in that order`;
  const wrong = row.cells.flatMap(({ text, fits }, at) =>
    fits(near[at] ?? "") ? [] : [`"${columns[at]}" is "${near[at]}" instead of "${text}"`],
  );
  const place = mode === "exact" ? `row ${index + 1}` : "the nearest row";
  return `${what}: in ${place} ${wrong.join(", ")}`;
}

/** The row of which most cells fit, when any does. */
function nearest(
  rows: readonly (readonly string[])[],
  { cells }: ExpectedRow,
): readonly string[] | undefined {
  const scored = rows.map((row) => ({
    row,
    fitting: cells.filter(({ fits }, at) => fits(row[at] ?? "")).length,
  }));
  const [best] = scored.sort((one, other) => other.fitting - one.fitting);
  return best === undefined || (best.fitting === 0 && cells.length > 1) ? undefined : best.row;
}

function tellOthers(
  rows: readonly (readonly string[])[],
  found: readonly (number | undefined)[],
): readonly string[] {
  if (found.includes(undefined)) return [];
  return rows.flatMap((row, at) =>
    found.includes(at) ? [] : [`there is another row ${line(row)}`],
  );
}

const mostShown = 10;

function shown(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ".";
  const more = rows.length > mostShown ? `\n  … and ${rows.length - mostShown} more` : "";
  return `:\n${rows
    .slice(0, mostShown)
    .map((row) => `  ${line(row)}`)
    .join("\n")}${more}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function countOf(count: number): string {
  return count === 1 ? "1 row" : `${count === 0 ? "no" : count} rows`;
}
