// Phrases by which an actor sends something.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { fileBody, filePart, formBody, jsonBody, jsonFileBody } from "./bodies.ts";
import { type Content, send, sendWith } from "./sending.ts";

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) (a )(an )(HTTP ){method} (request )to {address}",
    async (actor: Actor, method: string, path: string) => {
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) (a )(an )(HTTP ){method} (request )to {address} with (the )(following ){content}:",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      content: Content,
    ) {
      await sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) (a )(an )(HTTP ){method} (request )to {address} with (the )(a ){content} {text}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      content: string,
    ) {
      await sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) (a )(an )(HTTP ){method} (request )to {address} with (the )header {text} set to {text}",
    async (actor: Actor, method: string, path: string, name: string, value: string) => {
      actor.draft.addHeader(name, value);
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) (a )(an )(HTTP ){method} (request )to {address} with (the )(contents of the )file {text}",
    async function (this: StoryWorld, actor: Actor, method: string, path: string, file: string) {
      await send(actor, method, path, fileBody(this, file));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/perform(s)/issue(s) (a )(an )(HTTP ){method} (request )to {address} with (the ){content} from/in (the )file {text}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      file: string,
    ) {
      const isJson = word.startsWith("JSON");
      const body = isJson ? jsonFileBody(this, file) : fileBody(this, file);
      await send(actor, method, path, body);
    },
  ),
);

When(
  ...phrase(
    "{actor} {method} (to ){address}",
    async (actor: Actor, method: string, path: string) => {
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} {method} (to ){address} with (the )(following ){content}:",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      content: Content,
    ) {
      await sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase("{actor} request(s)/call(s) {address}", async (actor: Actor, path: string) => {
    await send(actor, "GET", path);
  }),
);

When(
  ...phrase(
    "{actor} send(s)/make(s) a request to {address}",
    async (actor: Actor, path: string) => {
      await send(actor, "GET", path);
    },
  ),
);

When(
  ...phrase(
    "{actor} request(s)/call(s) {address} using/with (HTTP ){method}",
    async (actor: Actor, path: string, method: string) => {
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} make(s)/perform(s)/do(es) a/an (HTTP ){method} request/call on/against/at {address}",
    async (actor: Actor, method: string, path: string) => {
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "a/an (HTTP ){method} request is sent/made to {address}",
    async function (this: StoryWorld, method: string, path: string) {
      await send(this.actor(), method, path);
    },
  ),
);

When(
  ...phrase(
    "a/an (HTTP ){method} request is sent/made to {address} with (the )(following ){content}:",
    async function (
      this: StoryWorld,
      method: string,
      path: string,
      word: string,
      content: Content,
    ) {
      await sendWith(this, this.actor(), { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/post(s)/submit(s) the (following )JSON to {address}:",
    async function (this: StoryWorld, actor: Actor, path: string, content: Content) {
      await send(actor, "POST", path, jsonBody(this, content));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/post(s)/submit(s) the (following )form( data) to {address}( with):",
    async function (this: StoryWorld, actor: Actor, path: string, table: DataTable) {
      await send(actor, "POST", path, formBody(this, table));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/upload(s)/attach(es) the file {text} to {text} as {text}",
    async function (this: StoryWorld, actor: Actor, file: string, path: string, name: string) {
      actor.draft.addPart(filePart(this, name, file));
      await send(actor, "POST", path);
    },
  ),
);
