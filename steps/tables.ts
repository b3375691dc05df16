// Tables as steps want them, with every {{name}} resolved, and errors that show the shape a phrase expects.
import type { DataTable } from "@cucumber/cucumber";
import { StoryError } from "../src/journey/story-error.ts";
import type { StoryWorld } from "../src/journey/world.ts";

export type Pair = readonly [name: string, value: string];

/** The rows of a table of two columns. Throws with the expected shape when it has another. */
export function pairsOf(world: StoryWorld, table: DataTable, shape: string): readonly Pair[] {
  return rowsOf(world, table, 2, shape).map(([name = "", value = ""]): Pair => [name, value]);
}

/** All rows of a table with that many columns. */
export function rowsOf(
  world: StoryWorld,
  table: DataTable,
  columns: number,
  shape: string,
): readonly (readonly string[])[] {
  const rows = table.raw();
  const odd = rows.findIndex((row) => row.length !== columns);
  if (rows.length === 0 || odd !== -1) {
    const found = rows[odd]?.length ?? 0;
    throw new StoryError(
      `This table has ${found} ${found === 1 ? "column" : "columns"}, but the step wants ${columns}:\n${shape}`,
    );
  }
  return rows.map((row) => row.map((cell) => world.resolve(cell)));
}
