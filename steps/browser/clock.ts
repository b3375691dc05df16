// Phrases about the clock that pages see.
import { Given, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { notAsOutcome } from "../step-kind.ts";

Given(
  ...phrase(
    "{clocknow} is (set to )(now ){text}",
    notAsOutcome(async function (this: StoryWorld, _: string, moment: string) {
      await this.prepareBrowsers((browser) => browser.setClock(moment));
    }),
  ),
);
Given(
  ...phrase(
    "the {clock} stops/stopped/freezes at {text}",
    async function (this: StoryWorld, _: string, moment: string) {
      await this.prepareBrowsers((browser) => browser.stopClock(moment));
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s) the {clock} to {text}",
    async (actor: Actor, _: string, moment: string) => {
      await actor.prepareBrowser((browser) => browser.setClock(moment));
    },
  ),
);
Given(
  ...phrase(
    "the {clock} is stopped/frozen at {text}",
    notAsOutcome(async function (this: StoryWorld, _: string, moment: string) {
      await this.prepareBrowsers((browser) => browser.stopClock(moment));
    }),
  ),
);
Given(
  ...phrase(
    "{actor} freeze(s)/stop(s) the {clock} at {text}",
    async (actor: Actor, _: string, moment: string) => {
      await actor.prepareBrowser((browser) => browser.stopClock(moment));
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
    "{actor} move(s)/advance(s)/fast-forward(s) (the ){clock} (forward )by {duration}",
    async (actor: Actor, _: string, ms: number) => {
      await (await actor.browser()).passTime(ms, "once");
    },
  ),
);
