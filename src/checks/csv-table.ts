// CSV as a table: the first line names the columns. Commas, semicolons and tabs separate, whichever the first line has.
import { loadCsvParse } from "./libraries.ts";

export interface CsvTable {
  readonly columns: readonly string[];
  /** Cells by column; what a short row leaves out is empty. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Throws, with the line, when quotes are not closed or the like. */
export function readCsv(text: string): CsvTable {
  const { parse } = loadCsvParse();
  try {
    const [columns = [], ...rows]: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return { columns, rows: rows.map((row) => toRecord(columns, row)) };
  } catch (cause) {
    throw new Error(`This is not CSV: ${(cause as Error).message}`, { cause });
  }
}

function toRecord(columns: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ""]));
}

function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n/, 1);
  const counted = [",", ";", "\t"].map((each) => ({ each, count: first.split(each).length }));
  return counted.toSorted((left, right) => right.count - left.count)[0]?.each ?? ",";
}
