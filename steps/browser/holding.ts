// Phrases that show what a table, a list or a form holds, without saying which of them it is made of.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf, rowsOf } from "../tables.ts";
import { everyFailure } from "./every-failure.ts";
import { expectColumn } from "./expect-column.ts";
import { frontBrowser } from "./front-browser.ts";
import { itemsOf } from "./list-items.ts";
import { judgeTexts } from "./listed-texts.ts";
import { judgeRows, readRows } from "./rows.ts";

const itemsShape = "  | Middlemarch |\n  | Emma        |";
const fieldsShape = "  | Email | ada@example.com |\n  | Name  | Ada             |";

async function holds(
  world: StoryWorld,
  target: Target,
  table: DataTable,
  whole: boolean,
): Promise<void> {
  const browser = await frontBrowser(world);
  if (target.kind === "table") {
    const rows = readRows(world, table);
    return await browser.expectTable(target, (content) =>
      judgeRows(content, rows, whole ? "exact" : "some"),
    );
  }
  if (target.kind === "column") {
    const texts = rowsOf(world, table, 1, itemsShape).flat();
    return await expectColumn(browser, target, (cells) =>
      judgeTexts(cells, texts, whole ? "exact" : "some"),
    );
  }
  if (target.kind === "form") return await haveValues(world, table, target);
  if (target.kind === "field" && target.name === "")
    return await haveValues(world, table, target.within);
  if (target.kind === "list" || target.kind === "item") {
    const texts = rowsOf(world, table, 1, itemsShape).flat();
    const items = itemsOf(target);
    return await browser.expectTexts(items, (found) =>
      judgeTexts(found, texts, whole ? "exact" : "some"),
    );
  }
  const texts = rowsOf(world, table, 1, itemsShape).flat();
  await everyFailure(texts, (name, hurry) =>
    browser.see({ kind: "any", name, within: target }, hurry ? { withinMs: 1 } : {}),
  );
}

async function haveValues(world: StoryWorld, table: DataTable, form?: Target): Promise<void> {
  const browser = await frontBrowser(world);
  await everyFailure(pairsOf(world, table, fieldsShape), ([name, value], hurry) => {
    const field: Target = { kind: "field", name, ...(form !== undefined && { within: form }) };
    const judge = (actual: string) =>
      actual === value ? undefined : `expected it to be "${value}", but it was "${actual}"`;
    return browser.expectValue(field, judge, hurry ? 1 : undefined);
  });
}

Then(
  ...phrase(
    "{element} {hold}:",
    async function (this: StoryWorld, target: Target, _: string, table: DataTable) {
      await holds(this, target, table, false);
    },
  ),
);
Then(
  ...phrase(
    "(the values of )(the values in ){element} {equalthis}:",
    async function (this: StoryWorld, target: Target, _: string, table: DataTable) {
      await holds(this, target, table, true);
    },
  ),
);
Then(
  ...phrase(
    "the following fields should/must have (the )(these )(following )values:",
    async function (this: StoryWorld, table: DataTable) {
      await haveValues(this, table);
    },
  ),
);
