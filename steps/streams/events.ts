// Phrases by which an actor listens to server-sent events.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Within } from "../waiting.ts";
import { tellClosure } from "./expectations.ts";
import { feedsOf } from "./feeds.ts";
import { listen } from "./opening.ts";

Given(
  ...phrase(
    "{actor} {listening} {text}{asname}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _listening: string,
      path: string,
      name: string | undefined,
    ) {
      await listen(this, actor, { path, name });
    },
  ),
);

When(
  ...phrase(
    "{actor} {unlistening}",
    async function (this: StoryWorld, actor: Actor, _words: string) {
      await feedsOf(this).of(actor.name, "event", undefined).feed.close();
    },
  ),
);

Then(
  ...phrase(
    "the event stream should end/close{within}",
    async function (this: StoryWorld, within: Within) {
      await demandEnd(this, within);
    },
  ),
);
Then(
  ...phrase(
    "the event stream should be closed/ended{within}",
    async function (this: StoryWorld, within: Within) {
      await demandEnd(this, within);
    },
  ),
);

async function demandEnd(world: StoryWorld, within: Within): Promise<void> {
  const opened = feedsOf(world).last("event");
  const { feed } = opened;
  opened.endExpected = true;
  const withinMs = within ?? world.settings.timeouts.expectMs;
  if (await feed.inbox.until(() => feed.closure !== undefined, withinMs)) return;
  throw new Error(
    `expected the event stream to end within ${withinMs} ms, but it goes on.\n${tellClosure(feed)}`,
  );
}
