// The cells of a table's column, which is no element of its own: found by the column's heading, and judged together.
// It knows neither browser nor World.
import type { Check } from "../../src/checks/check.ts";
import type { TableContent } from "../../src/journey/browser/content-port.ts";
import type { Target } from "../../src/journey/target.ts";

const anyTable: Target = { kind: "table", name: "" };

/** The table that the sentence names: the thing itself, or whatever table is in it. */
export function tableIn(target: Target | undefined): Target {
  if (target === undefined) return anyTable;
  if (target.kind === "table" || target.own !== undefined) return target;
  return target.kind === "any" ? { ...target, kind: "table" } : { ...anyTable, within: target };
}

/** With its first row as headings, where it has no others and that row says these names. */
export function headedBy(table: TableContent, names: readonly string[]): TableContent {
  const [columns, ...rows] = table.rows;
  if (table.columns.length > 0 || columns === undefined) return table;
  const headed = { columns, rows };
  return names.every((name) => columnAt(headed, name) >= 0) ? headed : table;
}

/** Where the column stands, from 0; -1 when there is none. Capital or small letters do not matter. */
export function columnAt({ columns }: TableContent, name: string): number {
  const exact = columns.indexOf(tidy(name));
  const folded = tidy(name).toLowerCase();
  return exact >= 0 ? exact : columns.findIndex((column) => column.toLowerCase() === folded);
}

/** The cells of the one column that is meant, or the words for why there is none. */
export type ColumnCells =
  | { readonly kind: "cells"; readonly cells: readonly string[] }
  | { readonly kind: "problem"; readonly problem: string };

/** Of a column with the target's name, in any of the tables; several need a table or an ordinal. */
export function cellsOfColumn(
  tables: readonly TableContent[],
  { name, nth }: Pick<Target, "name" | "nth">,
): ColumnCells {
  const found = tables
    .map((table) => headedBy(table, [name]))
    .filter((table) => columnAt(table, name) >= 0);
  const table = nth === undefined ? found[0] : found.at(nth < 0 ? nth : nth - 1);
  if (table === undefined) return { kind: "problem", problem: tellNoColumn(tables, name, found) };
  if (nth === undefined && found.length > 1) {
    const problem = `${found.length} tables have a column "${name}"; say which: the column "${name}" of the table "…"`;
    return { kind: "problem", problem };
  }
  const at = columnAt(table, name);
  return { kind: "cells", cells: table.rows.map((row) => row[at] ?? "") };
}

function tellNoColumn(
  tables: readonly TableContent[],
  name: string,
  found: readonly TableContent[],
): string {
  if (found.length > 0) return `only ${found.length} tables have a column "${name}"`;
  const columns = [...new Set(tables.flatMap((table) => table.columns))];
  const [first = []] = tables.filter((one) => one.columns.length === 0).map(({ rows }) => rows[0]);
  const head = columns.length > 0 ? columns : first;
  return `there is no column "${name}"; the columns are ${listNames(head)}`;
}

export function listNames(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `"${name}"`).join(", ");
}

const ofAll =
  /\b(?:exists?|present|rows?|records?|items?|values?|cells?|length|entries|entry|elements?)\b/;

/**
 * What fails the check: of the column as a list where the words count ("have 3 items"), of all cells together where they
 * look for one ("contain"), else of each cell. A column without cells passes only where that is what is asked for.
 */
export function judgeColumn(cells: readonly string[], check: Check): string | undefined {
  const told = check.text.replace(/["'].*["']/, "");
  if (ofAll.test(told)) return check.judge(cells, "its cells");
  const isEmptiness = /\bempty\b/.test(told);
  if (cells.length === 0) return isEmptiness ? check.judge(cells, "it") : "it has no cells";
  const isSome = !check.negated && /\b(?:contains?|includes?|has|have)\b/.test(told);
  const problems = cells.map((cell, at) => check.judge(cell, `the ${at + 1}. cell`));
  if (isSome) {
    return problems.includes(undefined)
      ? undefined
      : `expected that one of its cells ${check.text.replace(/^(?:should|must|shall) /, "would ")}, but they are ${listNames(cells)}`;
  }
  return problems.find((problem) => problem !== undefined);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
