// Phrases about lists: the items of a list, the options of a field, and their order.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { rowsOf } from "../tables.ts";
import { expectColumn } from "./expect-column.ts";
import { frontBrowser } from "./front-browser.ts";
import { itemsOf } from "./list-items.ts";
import { judgeTexts, type TextsMode } from "./listed-texts.ts";
import { judgeSorted } from "./order.ts";
import type { Patience } from "./parameters.ts";
import { asKind } from "./target-words.ts";

const itemsShape = "  | Middlemarch |\n  | Emma        |";

async function haveItems(
  world: StoryWorld,
  list: Target,
  texts: readonly string[],
  mode: TextsMode,
  { withinMs }: Patience = {},
): Promise<void> {
  const browser = await frontBrowser(world);
  const judge = (items: readonly string[]) => judgeTexts(items, texts, mode);
  await browser.expectTexts(itemsOf(list), judge, withinMs);
}

const haves: readonly (readonly [words: string, mode: TextsMode])[] = [
  ["(the )(these )(following )items", "some"],
  ["(the )(these )(following )items in (this )(that )order", "ordered"],
  ["exactly (the )(these )(following )items", "exact"],
];

for (const [words, mode] of haves) {
  Then(
    ...phrase(
      `{element} should have/contain/show/list ${words}{patience}:`,
      async function (this: StoryWorld, list: Target, patience: Patience, table: DataTable) {
        await haveItems(this, list, rowsOf(this, table, 1, itemsShape).flat(), mode, patience);
      },
    ),
  );
}
Then(
  ...phrase(
    "{element} should have/contain/show/list the item(s) {texts}",
    async function (this: StoryWorld, list: Target, texts: readonly string[]) {
      await haveItems(this, list, texts, "some");
    },
  ),
);
Then(
  ...phrase(
    "{element} should not have/contain/show/list the item(s) {texts}",
    async function (this: StoryWorld, list: Target, texts: readonly string[]) {
      await haveItems(this, list, texts, "none");
    },
  ),
);
async function sorted(
  this: StoryWorld,
  target: Target,
  direction: "ascending" | "descending",
): Promise<void> {
  const browser = await frontBrowser(this);
  const judge = (texts: readonly string[]) => judgeSorted(texts, direction);
  if (target.kind === "column") return await expectColumn(browser, target, judge);
  if (target.kind === "table") throw orderOfWhat();
  await browser.expectTexts(target.kind === "list" ? itemsOf(target) : target, judge);
}

/** A table as one text is always in order. */
function orderOfWhat(): StoryError {
  return new StoryError(
    'A table is in the order of one of its columns. Say which: the table should be sorted by "Price"',
  );
}

Then(
  ...phrase(
    "{element} should be sorted( alphabetically)",
    async function (this: StoryWorld, target: Target) {
      await sorted.call(this, target, "ascending");
    },
  ),
);
Then(...phrase("{element} should be sorted/ordered (in ){direction}( order)", sorted));

async function haveOptions(
  world: StoryWorld,
  field: Target,
  texts: readonly string[],
  mode: TextsMode,
): Promise<void> {
  const browser = await frontBrowser(world);
  const judge = (options: readonly string[]) => judgeTexts(options, texts, mode);
  await browser.expectOptions(asKind(field, "field"), judge);
}

Then(
  ...phrase(
    "the options of/in/for {target} should be:",
    async function (this: StoryWorld, field: Target, table: DataTable) {
      const options = rowsOf(this, table, 1, "  | Paperback |\n  | Hardback  |").flat();
      await haveOptions(this, field, options, "exact");
    },
  ),
);
Then(
  ...phrase(
    "the options of/in/for {target} should include {texts}",
    async function (this: StoryWorld, field: Target, options: readonly string[]) {
      await haveOptions(this, field, options, "some");
    },
  ),
);
Then(
  ...phrase(
    "{field} should have/offer/contain/show (the )(these )(following )options:",
    async function (this: StoryWorld, field: Target, table: DataTable) {
      const options = rowsOf(this, table, 1, "  | Paperback |\n  | Hardback  |").flat();
      await haveOptions(this, field, options, "some");
    },
  ),
);
Then(
  ...phrase(
    "{field} should have/offer/contain/show (the )(an )option(s) {texts}",
    async function (this: StoryWorld, field: Target, options: readonly string[]) {
      await haveOptions(this, field, options, "some");
    },
  ),
);
Then(
  ...phrase(
    "{field} should not have/offer/contain/show (the )(an )option(s) {texts}",
    async function (this: StoryWorld, field: Target, options: readonly string[]) {
      await haveOptions(this, field, options, "none");
    },
  ),
);

Then(
  ...phrase(
    "{actor} should see the following options in/for/of {target}:",
    async function (this: StoryWorld, _: Actor, field: Target, table: DataTable) {
      const options = rowsOf(this, table, 1, "  | Paperback |\n  | Hardback  |").flat();
      await haveOptions(this, field, options, "some");
    },
  ),
);
Then(
  ...phrase(
    "{field} should have/offer/contain (exactly ){int} options",
    async function (this: StoryWorld, field: Target, count: number) {
      const browser = await frontBrowser(this);
      await browser.expectOptions(asKind(field, "field"), (options) =>
        options.length === count
          ? undefined
          : `expected ${count} options, but there are ${options.length}: ${options.join(", ")}`,
      );
    },
  ),
);

Then(
  ...phrase(
    "the selected/chosen option/value of/in/for {target} {check}",
    async function (this: StoryWorld, field: Target, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectValue(asKind(field, "field"), (text) => check.judge(text, "its option"));
    },
  ),
);
Then(
  ...phrase(
    "(the )(option ){text} should/is (be )selected/chosen in {target}",
    async function (this: StoryWorld, option: string, field: Target) {
      await haveChosen(this, field, option);
    },
  ),
);
Then(
  ...phrase(
    "{target} should have {text} selected/chosen",
    async function (this: StoryWorld, field: Target, option: string) {
      await haveChosen(this, field, option);
    },
  ),
);

async function haveChosen(world: StoryWorld, field: Target, option: string): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.expectValue(asKind(field, "field"), (text) =>
    text.split(", ").includes(option)
      ? undefined
      : `expected "${option}" to be chosen, but it is "${text}"`,
  );
}
