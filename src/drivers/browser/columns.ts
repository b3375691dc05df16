// The cells of a column, in one row or in the whole table: a column is no element of its own.
import type { Locator } from "@playwright/test";
import type { Target } from "../../journey/target.ts";
import type { DomElement } from "./dom.ts";
import type { Kind } from "./kinds.ts";
import type { Stage } from "./stage.ts";

/** How things are found, by whoever asks: what was missed is told by them as well. */
type FindOne<Missed> = (
  stage: Stage,
  target: Target,
  options: { readonly as?: Kind; readonly scope?: Locator },
) => Promise<Column | Missed>;

const tables = "self::table or @role='table' or @role='grid' or @role='treegrid'";
const dataCells = "td, th[scope=row], [role=cell], [role=gridcell], [role=rowheader]";

export interface Column {
  readonly kind: "found";
  /** All of its cells in the place that the target names. */
  readonly locator: Locator;
}

/** The cells of the column that the target means: of a row when it stands in one, else of the table. */
export async function findColumn<Missed extends { readonly kind: "none" | "several" }>(
  stage: Stage,
  target: Target,
  findOne: FindOne<Missed>,
): Promise<Column | Missed> {
  const { within, ...column } = target;
  const place = within && (await findOne(stage, within, {}));
  if (place !== undefined && place.kind !== "found") return place;
  const isRow = within?.kind === "row";
  const table = isRow ? place?.locator.locator(`xpath=ancestor::*[${tables}][1]`) : place?.locator;
  const header = await findOne(stage, column, table === undefined ? {} : { scope: table });
  if (header.kind !== "found") return header;
  const at: number = await header.locator.evaluate(columnOf);
  const root = place?.locator ?? header.locator.locator(`xpath=ancestor::*[${tables}][1]`);
  const cells = isRow ? `${dataCells}, th` : dataCells;
  return {
    kind: "found",
    locator: root.locator(`css=:is(${cells}):not(thead *):nth-child(${at})`),
  };
}

/** Runs in the page: which column a header stands over, from 1; wide headers count for as many as they span. */
function columnOf(header: DomElement): number {
  const row = Array.from(header.parentElement?.children ?? []);
  const before = row.slice(0, row.indexOf(header));
  return before.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 1);
}

/** A cell that is looked for in a column: any of those cells, or those that say the name. */
export const cellInColumn: Kind = {
  plural: "cells",
  roles: ["cell", "gridcell", "rowheader"],
  ways: [
    ({ scope, match }) => {
      const own = scope.locator("xpath=.");
      return match === undefined ? own : own.filter({ hasText: match.content });
    },
  ],
};
