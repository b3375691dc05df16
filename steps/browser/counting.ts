// Phrases that say how many there must be.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import type { Amount } from "./parameters.ts";

async function demandCount(
  browser: BrowserSession,
  things: Target,
  wanted: string,
  holds: (count: number) => boolean,
): Promise<void> {
  await browser.expectCount(things, (count) =>
    holds(count) ? undefined : `expected ${wanted}, but there are ${count}`,
  );
}

Then(
  ...phrase(
    "{actor} should/must (only )see {amount} {things}",
    async (actor: Actor, { told, holds }: Amount, things: Target) => {
      await demandCount(await actor.browser(), things, told, holds);
    },
  ),
);

async function haveSo(this: StoryWorld, { told, holds }: Amount, things: Target): Promise<void> {
  await demandCount(await frontBrowser(this), things, told, holds);
}

Then(...phrase("there should/must be {amount} {things}", haveSo));
Then(...phrase("the page should/must (only )have/contain {amount} {things}", haveSo));
Then(
  ...phrase(
    "{actor} should/must see {text} {times}",
    async (actor: Actor, text: string, { told, holds }: Amount) => {
      const browser = await actor.browser();
      const wanted = text.replace(/\s+/g, " ").trim();
      await browser.expectText({ kind: "any", name: "css=body" }, (page) => {
        const count = wanted === "" ? 0 : page.split(wanted).length - 1;
        return holds(count)
          ? undefined
          : `expected "${text}" ${told} times, but it is there ${count} times`;
      });
    },
  ),
);

const none = (count: number): boolean => count === 0;

Then(
  ...phrase("{actor} should see no {things}", async (actor: Actor, things: Target) => {
    await demandCount(await actor.browser(), things, "none", none);
  }),
);
Then(
  ...phrase("there should be no {things}", async function (this: StoryWorld, things: Target) {
    await demandCount(await frontBrowser(this), things, "none", none);
  }),
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
    "the number of {things} {check}",
    async function (this: StoryWorld, things: Target, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectCount(things, (count) => check.judge(count, "the number"));
    },
  ),
);
