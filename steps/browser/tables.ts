// Phrases about tables: their rows, their columns and their order. A single cell is an element like any other.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { TableContent } from "../../src/journey/browser/content-port.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { columnAt, headedBy, listNames, tableIn } from "./columns.ts";
import { expectColumn } from "./expect-column.ts";
import { frontBrowser } from "./front-browser.ts";
import { judgeSorted } from "./order.ts";
import type { Patience } from "./parameters.ts";
import { judgeNoRows, judgeRows, type RowsMode, readRows } from "./rows.ts";

const anyTable: Target = { kind: "table", name: "" };

async function haveRows(
  world: StoryWorld,
  browser: BrowserSession,
  target: Target,
  table: DataTable,
  mode: RowsMode,
  { withinMs }: Patience = {},
): Promise<void> {
  const expected = readRows(world, table);
  const judge = (content: TableContent) => judgeRows(content, expected, mode);
  await browser.expectTable(tableIn(target), judge, withinMs);
}

const haves: readonly (readonly [words: string, mode: RowsMode])[] = [
  ["(the )(these )(this )(following )row(s)", "some"],
  ["(the )(these )(following )rows in (this )(that )order", "ordered"],
  ["exactly (the )(these )(following )rows", "exact"],
  ["exactly (the )(these )(following )rows in any order", "all"],
];

for (const [words, mode] of haves) {
  Then(
    ...phrase(
      `{element} should have/contain/show/list ${words}{patience}:`,
      async function (this: StoryWorld, target: Target, patience: Patience, table: DataTable) {
        await haveRows(this, await frontBrowser(this), target, table, mode, patience);
      },
    ),
  );
}
Then(
  ...phrase(
    "{element} should not have/contain/show/list (the )(these )(this )(any of these )(following )row(s):",
    async function (this: StoryWorld, target: Target, table: DataTable) {
      const expected = readRows(this, table);
      const browser = await frontBrowser(this);
      await browser.expectTables(tableIn(target), (tables) => judgeNoRows(tables, expected));
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see (the )(these )(this )(following ){rowsword}:",
    async function (this: StoryWorld, actor: Actor, _: string, table: DataTable) {
      await haveRows(this, await actor.browser(), anyTable, table, "some");
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see {element} with( the)( these)( following)( rows):",
    async function (this: StoryWorld, actor: Actor, target: Target, table: DataTable) {
      await haveRows(this, await actor.browser(), target, table, "some");
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see {element} like( this):",
    async function (this: StoryWorld, actor: Actor, target: Target, table: DataTable) {
      await haveRows(this, await actor.browser(), target, table, "some");
    },
  ),
);

async function judgeTable(
  world: StoryWorld,
  target: Target,
  judge: (table: TableContent) => string | undefined,
): Promise<void> {
  await (await frontBrowser(world)).expectTable(tableIn(target), judge);
}

Then(
  ...phrase(
    "{element} should have/contain {columnsword} {texts}",
    async function (this: StoryWorld, target: Target, _: string, names: readonly string[]) {
      await judgeTable(this, target, judgeColumns(names));
    },
  ),
);

function judgeColumns(names: readonly string[]) {
  return (table: TableContent): string | undefined => {
    const { columns } = headedBy(table, names);
    const missing = names.filter((name) => !columns.includes(name));
    if (missing.length === 0) return undefined;
    return `there is no column ${listNames(missing)}; its columns are ${listNames(columns)}`;
  };
}

Then(
  ...phrase(
    "{element} should have/contain {columnsword}:",
    async function (this: StoryWorld, target: Target, _: string, table: DataTable) {
      const names = table
        .raw()
        .flat()
        .map((name) => this.resolve(name));
      await judgeTable(this, target, judgeColumns(names));
    },
  ),
);
Then(
  ...phrase(
    "{element} should have/contain a row with/containing {texts}",
    async function (this: StoryWorld, target: Target, texts: readonly string[]) {
      await judgeTable(this, target, ({ rows }) =>
        rows.some((row) => texts.every((text) => row.some((cell) => cell.includes(text))))
          ? undefined
          : `there is no row with ${listNames(texts)}; it has ${rows.length} rows${rows.map((row) => `\n  | ${row.join(" | ")} |`).join("")}`,
      );
    },
  ),
);
Then(
  ...phrase(
    "row {int} of/in {element} {check}",
    async function (this: StoryWorld, nth: number, within: Target, check: Check) {
      const row: Target = { kind: "row", name: "", nth, within };
      await (await frontBrowser(this)).expectText(row, (text) => check.judge(text));
    },
  ),
);
Then(
  ...phrase(
    "the cell/value in/at/of row {int} and/of/in (the )column {text} {check}",
    async function (this: StoryWorld, nth: number, column: string, check: Check) {
      await judgeTable(this, tableIn(undefined), (table) => {
        const headed = headedBy(table, [column]);
        const at = columnAt(headed, column);
        if (at < 0)
          return `there is no column "${column}"; its columns are ${listNames(headed.columns)}`;
        // As in "row 2 of the table", the headings are the first row.
        const row = [headed.columns, ...headed.rows][nth - 1];
        if (row === undefined)
          return `there is no row ${nth}; it has ${headed.rows.length + 1} with its headings`;
        return check.judge(row[at] ?? "", `"${column}" in row ${nth}`);
      });
    },
  ),
);
Then(
  ...phrase(
    "{element} should have (exactly ){int} column(s)",
    async function (this: StoryWorld, target: Target, count: number) {
      await judgeTable(this, target, ({ columns }) =>
        columns.length === count
          ? undefined
          : `expected ${count} columns, but it has ${columns.length}: ${listNames(columns)}`,
      );
    },
  ),
);

async function sorted(
  this: StoryWorld,
  target: Target,
  column: string,
  direction: "ascending" | "descending",
): Promise<void> {
  await expectColumn(
    await frontBrowser(this),
    { kind: "column", name: column, within: tableIn(target) },
    (cells) => judgeSorted(cells, direction),
  );
}

Then(
  ...phrase(
    "{element} should be sorted/ordered by {text}",
    async function (this: StoryWorld, target: Target, column: string) {
      await sorted.call(this, target, column, "ascending");
    },
  ),
);
Then(...phrase("{element} should be sorted/ordered by {text}( in) {direction}( order)", sorted));
