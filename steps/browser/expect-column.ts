// Waits until the cells of a column are as a sentence demands.
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Judge } from "../../src/journey/judge.ts";
import type { Target } from "../../src/journey/target.ts";
import { cellsOfColumn, tableIn } from "./columns.ts";

/** Judges the cells of that column from top to bottom. A column that is not there, or stands in two tables, fails. */
export async function expectColumn(
  browser: BrowserSession,
  column: Target,
  judge: Judge<readonly string[]>,
  withinMs?: number,
): Promise<void> {
  const judgeTables = (tables: Parameters<typeof cellsOfColumn>[0]) => {
    const found = cellsOfColumn(tables, column);
    if (found.kind === "problem") return found.problem;
    const problem = judge(found.cells);
    return problem === undefined ? undefined : `in the column "${column.name}" ${problem}`;
  };
  await browser.expectTables(tableIn(column.within), judgeTables, withinMs);
}
