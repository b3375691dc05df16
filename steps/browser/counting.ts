// Phrases that say how many there must be.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import type { Amount, Patience } from "./parameters.ts";

async function demandCount(
  browser: BrowserSession,
  things: Target,
  wanted: string,
  holds: (count: number) => boolean,
  { withinMs }: Patience,
): Promise<void> {
  const judge = (count: number) =>
    holds(count) ? undefined : `expected ${wanted}, but there are ${count}`;
  await browser.expectCount(things, judge, withinMs);
}

Then(
  ...phrase(
    "{actor} should/must (only )see {amount} {things}{patience}",
    async (actor: Actor, { told, holds }: Amount, things: Target, patience: Patience) => {
      await demandCount(await actor.browser(), things, told, holds, patience);
    },
  ),
);

async function haveSo(
  this: StoryWorld,
  { told, holds }: Amount,
  things: Target,
  patience: Patience,
): Promise<void> {
  await demandCount(await frontBrowser(this), things, told, holds, patience);
}

Then(
  ...phrase(
    "{thereare} {amount} {things}{patience}",
    function (this: StoryWorld, _: string, amount: Amount, things: Target, patience: Patience) {
      return haveSo.call(this, amount, things, patience);
    },
  ),
);
Then(...phrase("the page should/must (only )have/contain {amount} {things}{patience}", haveSo));
Then(
  ...phrase(
    "{actor} should/must see {text} {times}{patience}",
    async (actor: Actor, text: string, { told, holds }: Amount, { withinMs }: Patience) => {
      const browser = await actor.browser();
      const wanted = text.replace(/\s+/g, " ").trim();
      const judge = (page: string) => {
        const count = wanted === "" ? 0 : page.split(wanted).length - 1;
        return holds(count)
          ? undefined
          : `expected "${text}" ${told} times, but it is there ${count} times`;
      };
      await browser.expectText({ kind: "any", name: "css=body" }, judge, withinMs);
    },
  ),
);

const none = (count: number): boolean => count === 0;

Then(
  ...phrase(
    "{actor} should see no {things}{patience}",
    async (actor: Actor, things: Target, patience: Patience) => {
      await demandCount(await actor.browser(), things, "none", none, patience);
    },
  ),
);
Then(
  ...phrase(
    "there should be no {things}{patience}",
    async function (this: StoryWorld, things: Target, patience: Patience) {
      await demandCount(await frontBrowser(this), things, "none", none, patience);
    },
  ),
);
Then(
  ...phrase("there should be {element}", async function (this: StoryWorld, element: Target) {
    await (await frontBrowser(this)).see(element);
  }),
);
Then(
  ...phrase("there should not be {element}", async function (this: StoryWorld, element: Target) {
    await (await frontBrowser(this)).see(element, { absent: true });
  }),
);
Then(
  ...phrase(
    "the number of {things} {check}{patience}",
    async function (this: StoryWorld, things: Target, check: Check, { withinMs }: Patience) {
      const browser = await frontBrowser(this);
      await browser.expectCount(things, (count) => check.judge(count, "the number"), withinMs);
    },
  ),
);
