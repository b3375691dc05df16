// Phrases that say how many there must be.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";

type Holds = (count: number, wanted: number) => boolean;

const bounds: readonly (readonly [words: string, told: string, holds: Holds])[] = [
  ["(exactly )(only )", "", (count, wanted) => count === wanted],
  ["at least ", "at least ", (count, least) => count >= least],
  ["at most ", "at most ", (count, most) => count <= most],
  ["more than ", "more than ", (count, limit) => count > limit],
  ["fewer/less than ", "fewer than ", (count, limit) => count < limit],
];

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

for (const [words, told, holds] of bounds) {
  Then(
    ...phrase(
      `{actor} should (only )see ${words}{int} {things}`,
      async (actor: Actor, wanted: number, things: Target) => {
        const fits = (count: number) => holds(count, wanted);
        await demandCount(await actor.browser(), things, `${told}${wanted}`, fits);
      },
    ),
  );
  Then(
    ...phrase(
      `there should be ${words}{int} {things}`,
      async function (this: StoryWorld, wanted: number, things: Target) {
        const fits = (count: number) => holds(count, wanted);
        await demandCount(await frontBrowser(this), things, `${told}${wanted}`, fits);
      },
    ),
  );
}

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
