// Phrases by which an actor sends over a WebSocket.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { jsonBody } from "../api/bodies.ts";
import { phrase } from "../phrase.ts";
import { readProjectFile } from "../project-files.ts";
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
    "{actor} send(s) a/the (WebSocket )(JSON )(text )message {text}{over}",
    function (this: StoryWorld, actor: Actor, text: string, name: string | undefined) {
      send(this, actor, text, name);
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
    "{actor} send(s) (the )(content of )(the )file {text} to/on/over/through/via {socket}",
    function (this: StoryWorld, actor: Actor, path: string, _socket: string) {
      const content = Buffer.from(readProjectFile(path, this)).toString("utf8");
      send(this, actor, this.resolve(content));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) {outgoing}:",
    function (
      this: StoryWorld,
      actor: Actor,
      name: string | undefined,
      content: string | DataTable,
    ) {
      send(this, actor, contentOf(this, content), name);
    },
  ),
);

/** A doc string is sent as it stands, names resolved; a table as JSON. */
export function contentOf(world: StoryWorld, content: string | DataTable): string {
  if (typeof content === "string") return world.resolve(content);
  const body = jsonBody(world, content);
  return JSON.stringify(body.kind === "json" ? body.value : undefined);
}
