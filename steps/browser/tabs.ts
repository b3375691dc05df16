// Phrases about tabs and windows, which are the same here.
import { Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { TabChoice } from "../../src/journey/browser/tab-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";

async function switchTab(actor: Actor, choice: TabChoice): Promise<void> {
  await (await actor.browser()).switchTab(choice);
}

When(...phrase("{actor} switch(es)/change(s)/go(es)/return(s) (back )to the {tab}", switchTab));
When(
  ...phrase(
    "{actor} switch(es)/change(s)/go(es)/return(s) (back )to the tab/window (named )(titled )(called )(with )(the )(title ){text}",
    (actor: Actor, name: string) => switchTab(actor, { kind: "named", name }),
  ),
);
When(
  ...phrase(
    "{actor} switch(es)/change(s)/go(es)/return(s) (back )to the {text} tab/window",
    (actor: Actor, name: string) => switchTab(actor, { kind: "named", name }),
  ),
);
When(
  ...phrase("{actor} switch(es)/change(s) to tab/window {int}", (actor: Actor, nth: number) =>
    switchTab(actor, { kind: "nth", nth }),
  ),
);

When(
  ...phrase("{actor} open(s) a new {tabword}", async (actor: Actor, _: string) => {
    await (await actor.browser()).openTab();
  }),
);
When(
  ...phrase(
    "{actor} open(s) {text} in a new {tabword}",
    async (actor: Actor, path: string, _: string) => {
      const browser = await actor.browser();
      await browser.openTab();
      await browser.open(path);
    },
  ),
);
When(
  ...phrase("{actor} close(s) the (current )(new ){tabword}", async (actor: Actor, _: string) => {
    await (await actor.browser()).closeTab();
  }),
);

Then(
  ...phrase(
    "a new {tabword} should {opened}{ataddress}",
    async function (this: StoryWorld, _: string, __: string, address: string | undefined) {
      const browser = await frontBrowser(this);
      await browser.expectNewTab();
      if (address === undefined) return;
      await browser.switchTab({ kind: "new" });
      await browser.expectAddress("full", (found) => judgeEnd(found, address));
    },
  ),
);
function judgeEnd(found: string, wanted: string): string | undefined {
  const { pathname, href } = new URL(found);
  return [pathname, href, href.replace(/\/$/, "")].includes(wanted) ||
    (/[?#]/.test(wanted) && href.endsWith(wanted))
    ? undefined
    : `expected the new tab at "${wanted}", but it is at ${found}`;
}

Then(
  ...phrase(
    "no new {tabword} should {opened}",
    async function (this: StoryWorld, _: string, __: string) {
      (await frontBrowser(this)).expectNoNewTab();
    },
  ),
);
Then(
  ...phrase(
    "the new {tabword} should {closed}",
    async function (this: StoryWorld, _: string, __: string) {
      await (await frontBrowser(this)).expectTabClosed();
    },
  ),
);
Then(
  ...phrase(
    "{actor} should have {int} (open ){tabword}( open)",
    async (actor: Actor, count: number, _: string) => {
      await (await actor.browser()).expectTabCount(count);
    },
  ),
);
Then(
  ...phrase(
    "there should be {int} (open ){tabword} open",
    async function (this: StoryWorld, count: number, _: string) {
      await (await frontBrowser(this)).expectTabCount(count);
    },
  ),
);
Then(
  ...phrase(
    "{int} {tabword} should be open",
    async function (this: StoryWorld, count: number, _: string) {
      await (await frontBrowser(this)).expectTabCount(count);
    },
  ),
);
