// Phrases about the clock that pages see.
import { Given, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";

Given(
  ...phrase(
    "the browser('s) time/clock/date is (set to ){text}",
    async function (this: StoryWorld, moment: string) {
      await this.prepareBrowsers((browser) => browser.setClock(moment));
    },
  ),
);
Given(
  ...phrase(
    "the browser('s) time/clock stops/stopped/freezes at {text}",
    async function (this: StoryWorld, moment: string) {
      await this.prepareBrowsers((browser) => browser.stopClock(moment));
    },
  ),
);

When(
  ...phrase("{duration} pass(es) in the browser", async function (this: StoryWorld, ms: number) {
    await this.prepareBrowsers((browser) => browser.passTime(ms, "every"));
  }),
);
When(
  ...phrase(
    "{actor} move(s)/advance(s)/fast-forward(s) the (browser )clock/time (forward )by {duration}",
    async (actor: Actor, ms: number) => {
      await (await actor.browser()).passTime(ms, "once");
    },
  ),
);
