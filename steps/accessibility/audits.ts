// Phrases that have a page judged by axe. What it cannot judge, nobody has judged: passing is not being accessible.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { frontBrowser } from "../browser/front-browser.ts";
import { selector } from "../browser/target-words.ts";
import { phrase } from "../phrase.ts";
import { rowsOf } from "../tables.ts";
import type { Demand, Standard } from "./parameters.ts";

async function audit(
  world: StoryWorld,
  { impacts }: Demand,
  standard: Standard,
  within?: Target,
): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.audit({
    impacts,
    ...standard,
    ...(within !== undefined && { within: part(within) }),
  });
}

/** A place is named by a selector more often than not. */
function part(target: Target): Target {
  return selector.test(target.name) ? { ...target, name: `css=${target.name}` } : target;
}

const anything: Demand = { impacts: [] };
const everyRule: Standard = { tags: [], ignoredRules: [], ignoredParts: [] };

Then(
  ...phrase(
    "{nothing} no {violations}( on the page){standard}",
    async function (this: StoryWorld, _: string, demand: Demand, standard: Standard) {
      await audit(this, demand, standard);
    },
  ),
);
Then(
  ...phrase(
    "there should/must be no {violations} in/within/inside {target}",
    async function (this: StoryWorld, demand: Demand, within: Target) {
      await audit(this, demand, everyRule, within);
    },
  ),
);
Then(
  ...phrase(
    "{actor} check(s)/test(s)/audit(s)/verify/verifies the accessibility of the page{standard}",
    async function (this: StoryWorld, _: Actor, standard: Standard) {
      await audit(this, anything, standard);
    },
  ),
);
Then(
  ...phrase(
    "{actor} check(s)/test(s)/audit(s)/scan(s) the page for {violations}{standard}",
    async function (this: StoryWorld, _: Actor, demand: Demand, standard: Standard) {
      await audit(this, demand, standard);
    },
  ),
);
Then(
  ...phrase(
    "{actor} run(s)/perform(s) an accessibility check/audit/test/scan( on the page)",
    async function (this: StoryWorld, _: Actor) {
      await audit(this, anything, everyRule);
    },
  ),
);
Then(
  ...phrase(
    "{everynamed} should/must have {somename}",
    async function (this: StoryWorld, onlyRules: readonly string[], _: string) {
      const browser = await frontBrowser(this);
      await browser.audit({ impacts: [], tags: [], ignoredRules: [], onlyRules });
    },
  ),
);
Then(
  ...phrase(
    "the (color )(colour )(text )contrast should/must be sufficient/high/good( enough)",
    async function (this: StoryWorld) {
      const browser = await frontBrowser(this);
      await browser.audit({
        impacts: [],
        tags: [],
        ignoredRules: [],
        onlyRules: ["color-contrast"],
      });
    },
  ),
);

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
    "the page {accessible} in/within/inside {target}",
    async function (this: StoryWorld, demand: Demand, within: Target) {
      await audit(this, demand, everyRule, within);
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
    async function (this: StoryWorld, demand: Demand, standard: Standard, table: DataTable) {
      const shape = "  | color-contrast |\n  | region         |";
      const ignoredRules = rowsOf(this, table, 1, shape).flat();
      await audit(this, demand, { ...standard, ignoredRules });
    },
  ),
);
