// Phrases about those who use a page with the keyboard alone.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { frontBrowser } from "../browser/front-browser.ts";
import { phrase } from "../phrase.ts";
import { rowsOf } from "../tables.ts";

async function reach(actor: Actor, target: Target, key = "Tab"): Promise<void> {
  await (await actor.browser()).reachWithKey(target, key);
}

Then(
  ...phrase(
    "{actor} should be able to reach/focus {target} with/using/by/via (the )keyboard",
    (actor: Actor, target: Target) => reach(actor, target),
  ),
);
Then(
  ...phrase(
    "{actor} should be able to reach/focus {target} with/using the {key} key",
    (actor: Actor, target: Target, key: string) => reach(actor, target, key),
  ),
);
Then(
  ...phrase(
    "{target} should/must be reachable/focusable/accessible/operable with/using/by/via (the )keyboard",
    async function (this: StoryWorld, target: Target) {
      await (await frontBrowser(this)).reachWithKey(target, "Tab");
    },
  ),
);
Then(
  ...phrase(
    "{target} should/must be keyboard accessible/reachable/focusable",
    async function (this: StoryWorld, target: Target) {
      await (await frontBrowser(this)).reachWithKey(target, "Tab");
    },
  ),
);

async function haveOrder(world: StoryWorld, wanted: readonly string[]): Promise<void> {
  await (await frontBrowser(world)).expectFocusOrder(wanted.length, (stops) => {
    const wrong = wanted.findIndex((name, at) => stops[at]?.includes(name.trim()) !== true);
    if (wrong === -1) return undefined;
    const told = stops.map((stop) => `"${stop}"`).join(", ");
    return `expected the focus at stop ${wrong + 1} on "${wanted[wrong]}", but the stops are: ${told}`;
  });
}

Then(
  ...phrase(
    "the focus/tab order should/must be:",
    async function (this: StoryWorld, table: DataTable) {
      await haveOrder(this, rowsOf(this, table, 1, "  | Email    |\n  | Password |").flat());
    },
  ),
);
Then(
  ...phrase(
    "the focus/tab order should/must be {texts}",
    async function (this: StoryWorld, names: readonly string[]) {
      await haveOrder(this, names);
    },
  ),
);
Then(
  ...phrase("{actor} can reach {target} with/using the keyboard", (actor: Actor, target: Target) =>
    reach(actor, target),
  ),
);
