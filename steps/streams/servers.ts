// Phrases about a WebSocket server of the scenario, for products that consume a feed.
import { type DataTable, Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Gets, Within } from "../waiting.ts";
import { feedsOf } from "./feeds.ts";
import { expectOne, like, saying } from "./messages.ts";
import { streamDriver } from "./opening.ts";
import type { News } from "./parameters.ts";
import { contentOf } from "./sending.ts";

async function start(this: StoryWorld, name: string): Promise<void> {
  const server = await (await streamDriver(this)).startServer();
  feedsOf(this).add("", name, server);
  const { address, host, port } = server;
  this.memory.remember(name, { url: address, host, port });
}

Given(...phrase("a WebSocket server( runs)( is running) as {text}", start));
Given(...phrase("a/the WebSocket server (named ){text}( runs)( is running)", start));

async function send(world: StoryWorld, name: string, text: string): Promise<void> {
  const { feed } = feedsOf(world).server(name);
  const withinMs = world.settings.timeouts.expectMs;
  if (await feed.send(text, withinMs)) return;
  throw new Error(
    `The server "${name}" has nobody to send to: no client connected to ${feed.address} within ${withinMs} ms.\n` +
      `Tell the product that address: it is remembered as {{${name}.url}}.`,
  );
}

When(
  ...phrase(
    "the (WebSocket )server {text} send(s) (the )(message ){text}",
    async function (this: StoryWorld, name: string, text: string) {
      await send(this, name, text);
    },
  ),
);

When(
  ...phrase(
    "the (WebSocket )server {text} send(s)( the)( following)( JSON)( message):",
    async function (this: StoryWorld, name: string, content: string | DataTable) {
      await send(this, name, contentOf(this, content));
    },
  ),
);

Then(
  ...phrase(
    "the (WebSocket )server {text} {gets} {news}{within}",
    async function (this: StoryWorld, name: string, gets: Gets, news: News, within: Within) {
      await expectOne(this, feedsOf(this).server(name), { gets, news, within });
    },
  ),
);

Then(
  ...phrase(
    "the (WebSocket )server {text} {gets} {news} {saying}{within}",
    async function (
      this: StoryWorld,
      name: string,
      gets: Gets,
      news: News,
      check: Check,
      within: Within,
    ) {
      const opened = feedsOf(this).server(name);
      await expectOne(this, opened, { gets, news, within, ...saying(check) });
    },
  ),
);

Then(
  ...phrase(
    "the (WebSocket )server {text} {gets} {news}{likecontent}{within}:",
    async function (
      this: StoryWorld,
      name: string,
      gets: Gets,
      news: News,
      words: string,
      within: Within,
      content: string | DataTable,
    ) {
      const opened = feedsOf(this).server(name);
      await expectOne(this, opened, { gets, news, within, ...like(this, words, content) });
    },
  ),
);

Then(
  ...phrase(
    "the (WebSocket )server {text} should have {int} client(s)/connection(s){within}",
    async function (this: StoryWorld, name: string, count: number, within: Within) {
      const { feed } = feedsOf(this).server(name);
      const withinMs = within ?? this.settings.timeouts.expectMs;
      if (await feed.untilClients((found) => found === count, withinMs)) return;
      throw new Error(
        `expected ${count} clients of the server "${name}" within ${withinMs} ms, but there are ${feed.clients}`,
      );
    },
  ),
);

When(
  ...phrase(
    "the (WebSocket )server {text} closes/ends the connection(s)",
    function (this: StoryWorld, name: string) {
      feedsOf(this).server(name).feed.disconnect();
    },
  ),
);

When(
  ...phrase(
    "the (WebSocket )server {text} closes/ends the connection(s) with (the )code {int}",
    function (this: StoryWorld, name: string, code: number) {
      feedsOf(this).server(name).feed.disconnect(code);
    },
  ),
);
