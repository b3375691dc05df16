// Phrases by which an actor listens to server-sent events.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Within } from "../waiting.ts";
import { tellClosure } from "./expectations.ts";
import { feedsOf } from "./feeds.ts";
import { listen } from "./opening.ts";

async function open(
  this: StoryWorld,
  actor: Actor,
  _stream: string,
  path: string,
  name: string | undefined,
): Promise<void> {
  await listen(this, actor, { path, name });
}

When(
  ...phrase("{actor} listen(s)/subscribe(s)/connect(s) to/for {eventstream} {text}{asname}", open),
);
When(
  ...phrase(
    "{actor} subscribe(s) to {text}{asname}",
    async function (this: StoryWorld, actor: Actor, path: string, name: string | undefined) {
      await listen(this, actor, { path, name });
    },
  ),
);
When(...phrase("{actor} open(s) {eventstream} {text}{asname}", open));
Given(...phrase("{actor} am/is/are listening/subscribed to {eventstream} {text}{asname}", open));

When(
  ...phrase(
    "{actor} stop(s) listening( to the events)( to the event stream)",
    async function (this: StoryWorld, actor: Actor) {
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
  const { feed } = feedsOf(world).last("event");
  const withinMs = within ?? world.settings.timeouts.expectMs;
  if (await feed.inbox.until(() => feed.closure !== undefined, withinMs)) return;
  throw new Error(
    `expected the event stream to end within ${withinMs} ms, but it goes on.\n${tellClosure(feed)}`,
  );
}
