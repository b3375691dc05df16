// Phrases that have a page judged by axe. What it cannot judge, nobody has judged: passing is not being accessible.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { frontBrowser } from "../browser/front-browser.ts";
import { phrase } from "../phrase.ts";
import { rowsOf } from "../tables.ts";
import type { Demand, Standard } from "./parameters.ts";

async function audit(
  world: StoryWorld,
  { impacts }: Demand,
  { tags, ignoredRules }: Standard,
  within?: Target,
): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.audit({ impacts, tags, ignoredRules, ...(within !== undefined && { within }) });
}

Then(
  ...phrase(
    "the page {accessible}{standard}",
    async function (this: StoryWorld, demand: Demand, standard: Standard) {
      await audit(this, demand, standard);
    },
  ),
);
Then(
  ...phrase(
    "{element} {accessible}{standard}",
    async function (this: StoryWorld, within: Target, demand: Demand, standard: Standard) {
      await audit(this, demand, standard, within);
    },
  ),
);
Then(
  ...phrase(
    "the page {accessible}{standard} ignoring the( following) rules:",
    async function (this: StoryWorld, demand: Demand, { tags }: Standard, table: DataTable) {
      const shape = "  | color-contrast |\n  | region         |";
      const ignoredRules = rowsOf(this, table, 1, shape).flat();
      await audit(this, demand, { tags, ignoredRules });
    },
  ),
);
