// Phrases by which an actor sends something.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { askGraphql } from "./asking-graphql.ts";
import { fileBody, filePart, formBody, jsonBody, jsonFileBody, multipartBody } from "./bodies.ts";
import { type Content, send, sendWith } from "./sending.ts";

When(
  ...phrase(
    "{actor} {request} {address}{bodiless}",
    function (this: StoryWorld, actor: Actor, method: string, path: string, _words: string) {
      return send(this, actor, { method, path });
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with/using/containing (the )(this )(following )(a )(an ){sent}(:)",
    function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      content: Content,
    ) {
      return sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} with (the )(a ){content} {text} to {address}",
    function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      word: string,
      content: string,
      path: string,
    ) {
      return sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/make(s)/submit(s) a multipart/form (POST )(request )to {address} with:",
    function (this: StoryWorld, actor: Actor, path: string, table: DataTable) {
      const isForm = table.raw().every(([, value = ""]) => !value.startsWith("file:"));
      const body = isForm ? formBody(this, table) : multipartBody(this, table);
      return send(this, actor, { method: "POST", path }, body);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with:",
    function (this: StoryWorld, actor: Actor, method: string, path: string, content: Content) {
      return sendWith(this, actor, { method, path }, "body", content);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/submit(s)/execute(s) the (prepared )(GraphQL )request",
    async function (this: StoryWorld, actor: Actor) {
      if (actor.draft.hasGraphqlQuery) return void (await askGraphql(this, actor));
      const { method, path } = actor.draft.takeAsked();
      if (path === "") return void (await actor.api.send(actor.api.lastRequest));
      await send(this, actor, { method: method ?? "GET", path });
    },
  ),
);

When(
  ...phrase(
    "{actor} prepare(s)/have/has/create(s)/build(s) a/an {method} request to/for {address}",
    (actor: Actor, method: string, path: string) => {
      actor.draft.setAddress(path, method);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} (with )(the )(a )(following ){sent} to {address}( with):",
    function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      word: string,
      path: string,
      content: Content,
    ) {
      return sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with/using (the )(a ){sent} {text}",
    function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      content: string,
    ) {
      return sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with/using (the )(a )(an ){pairword} {text} (set )(equal )(to )(as )(of )(with )(value )(= ){text}",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      name: string,
      value: string,
    ) {
      if (word.includes("header")) actor.draft.addHeader(name, value);
      else if (word === "cookie") await actor.api.setCookie(name, value);
      else actor.draft.addQuery(name, value);
      await send(this, actor, { method, path });
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with/using (the )(a )(valid )(bearer )(access )(auth )token {text}",
    function (this: StoryWorld, actor: Actor, method: string, path: string, token: string) {
      actor.draft.addHeader("authorization", `Bearer ${token}`);
      return send(this, actor, { method, path });
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with (the )(a )(contents of the )file {text}{aspart}",
    function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      file: string,
      part: string,
    ) {
      if (part !== "") actor.draft.addPart(filePart(this, part, file));
      const body = part === "" ? fileBody(this, file) : undefined;
      return send(this, actor, { method, path }, body);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} with/using (the ){sent} from/in/of (the )file {text}",
    function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      word: string,
      file: string,
    ) {
      const isJson = word.startsWith("JSON");
      const body = isJson ? jsonFileBody(this, file) : fileBody(this, file);
      return send(this, actor, { method, path }, body);
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} using/with/via (the )(HTTP )(method ){method}( method)",
    function (this: StoryWorld, actor: Actor, _word: string, path: string, method: string) {
      return send(this, actor, { method, path });
    },
  ),
);

When(
  ...phrase(
    "{actor} {request} {address} using/with (the )(HTTP )(method ){method}( method) and (the )(following )(a ){sent}:",
    function (
      this: StoryWorld,
      actor: Actor,
      _request: string,
      path: string,
      method: string,
      word: string,
      content: Content,
    ) {
      return sendWith(this, actor, { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "a/an (HTTP ){method} request is sent/made to {address}",
    function (this: StoryWorld, method: string, path: string) {
      return send(this, this.actor(), { method, path });
    },
  ),
);

When(
  ...phrase(
    "a/an (HTTP ){method} request is sent/made to {address} with (the )(following ){content}:",
    function (this: StoryWorld, method: string, path: string, word: string, content: Content) {
      return sendWith(this, this.actor(), { method, path }, word, content);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/post(s)/submit(s) the (following )JSON/data/body/payload to {address}:",
    function (this: StoryWorld, actor: Actor, path: string, content: Content) {
      return send(this, actor, { method: "POST", path }, jsonBody(this, content));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/post(s)/submit(s) the (following )form( data) to {address}( with)(:)",
    function (this: StoryWorld, actor: Actor, path: string, table: DataTable) {
      return send(this, actor, { method: "POST", path }, formBody(this, table));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/upload(s)/attach(es)/post(s) (the )(file ){text} to {address} as {text}",
    function (this: StoryWorld, actor: Actor, file: string, path: string, name: string) {
      actor.draft.addPart(filePart(this, name, file));
      return send(this, actor, { method: "POST", path });
    },
  ),
);

When(
  ...phrase(
    "{actor} {sendsfile} {text} (as the body )(as the request body )to {address}{withmethod}",
    function (
      this: StoryWorld,
      actor: Actor,
      verb: string,
      file: string,
      path: string,
      method: string,
    ) {
      return send(this, actor, { method: method || verb, path }, fileBody(this, file));
    },
  ),
);
