// Phrases by which an actor sends over a WebSocket.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { jsonBody } from "../api/bodies.ts";
import { phrase } from "../phrase.ts";
import { tellClosure } from "./expectations.ts";
import { feedsOf } from "./feeds.ts";

function send(world: StoryWorld, actor: Actor, text: string, name?: string): void {
  const socket = feedsOf(world).socket(actor.name, name);
  if (socket.closure !== undefined) {
    throw new Error(`The message was not sent. ${tellClosure(socket)}`);
  }
  socket.send(text);
}

When(
  ...phrase(
    "{actor} send(s) a/the (WebSocket )message {text}",
    function (this: StoryWorld, actor: Actor, text: string) {
      send(this, actor, text);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/the (WebSocket )message {text} to/on/over {text}",
    function (this: StoryWorld, actor: Actor, text: string, name: string) {
      send(this, actor, text, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/the (WebSocket )message {text} to/on/over {socket}",
    function (this: StoryWorld, actor: Actor, text: string, _socket: string) {
      send(this, actor, text);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) (the text ){text} to/on/over/through/via {socket}",
    function (this: StoryWorld, actor: Actor, text: string, _socket: string) {
      send(this, actor, text);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/the (following )(WebSocket )(JSON )message( with)( JSON):",
    function (this: StoryWorld, actor: Actor, content: string | DataTable) {
      send(this, actor, contentOf(this, content));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) (the )(following )(JSON )(text )over {socket}:",
    function (this: StoryWorld, actor: Actor, _socket: string, content: string | DataTable) {
      send(this, actor, contentOf(this, content));
    },
  ),
);

/** A doc string is sent as it stands, names resolved; a table as JSON. */
export function contentOf(world: StoryWorld, content: string | DataTable): string {
  if (typeof content === "string") return world.resolve(content);
  const body = jsonBody(world, content);
  return JSON.stringify(body.kind === "json" ? body.value : undefined);
}
