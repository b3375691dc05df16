// Phrases that describe a request before it is sent.
import { Given } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { scenarioApi } from "./base-address.ts";
import { changedJson, docStringBody, fileBody, filePart, jsonBody } from "./bodies.ts";
import { type Content, draftContent } from "./sending.ts";

const headerShape =
  "  | accept          | application/json |\n  | accept-language | de               |";

Given(
  ...phrase(
    "{actor} set(s)/add(s) (the )(a )(request )header {text} (equal )to/as/with (the )(value ){text}",
    (actor: Actor, name: string, value: string) => {
      actor.api.setHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/add(s) (the )(a )(an ){headerName} (request )header (equal )to/as/with (the )(value ){text}",
    (actor: Actor, name: string, value: string) => {
      actor.api.setHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/add(s) the/a (request )header {text} to/with {text} for the next request",
    (actor: Actor, name: string, value: string) => {
      actor.draft.addHeader(name, value);
    },
  ),
);

function draftHeader(this: StoryWorld, name: string, value: string): void {
  this.actor().draft.addHeader(name, value);
}

Given(...phrase("the {text} request header is (set to ){text}", draftHeader));
Given(...phrase("the request header {text} is (set to ){text}", draftHeader));
Given(...phrase("the {text} header is set to {text}", draftHeader));
Given(...phrase("the header {text} is set to {text}", draftHeader));

Given(
  ...phrase(
    "{actor} remove(s)/unset(s)/delete(s)/clear(s)/drop(s) {headerof}",
    (actor: Actor, name: string) => {
      actor.api.setHeader(name, undefined);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/add(s)/use(s)/prepare(s) the (following ){content}( to)( as)( to the request):",
    function (this: StoryWorld, actor: Actor, word: string, content: Content) {
      // Headers stay, as they do when they are set one by one.
      if (word.includes("header") && typeof content !== "string") {
        for (const [name, value] of pairsOf(this, content, headerShape))
          actor.api.setHeader(name, value);
        return;
      }
      const method = word.startsWith("param") ? "GET" : "POST";
      const body = draftContent(this, actor, word, content, method);
      if (body !== undefined) actor.draft.setBody(body);
    },
  ),
);

Given(
  ...phrase(
    "{actor} have/has the (following ){payload}:",
    function (this: StoryWorld, actor: Actor, _word: string, content: Content) {
      actor.draft.setBody(bodyOf(this, content));
    },
  ),
);

function bodyOf(world: StoryWorld, content: Content) {
  return typeof content === "string" ? docStringBody(world, content) : jsonBody(world, content);
}

Given(
  ...phrase(
    "{actor} set(s) the {content} to {text}",
    function (this: StoryWorld, actor: Actor, word: string, content: string) {
      const body = draftContent(this, actor, word, content, "GET");
      if (body !== undefined) actor.draft.setBody(body);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/use(s)/load(s) the {content} to/from (the )(contents of )(the )file {text}",
    function (this: StoryWorld, actor: Actor, _word: string, path: string) {
      actor.draft.setBody(fileBody(this, path));
    },
  ),
);

Given(
  ...phrase(
    "the (following ){drafting} {areset}:",
    function (this: StoryWorld, word: string, _are: string, content: Content) {
      draftAs(this, this.actor(), word.replace(/^request param/, "query param"), content);
    },
  ),
);

Given(
  ...phrase(
    "the following {drafting}:",
    function (this: StoryWorld, word: string, content: Content) {
      draftAs(this, this.actor(), word.replace(/^request param/, "query param"), content);
    },
  ),
);

function draftAs(world: StoryWorld, actor: Actor, word: string, content: Content): void {
  const body = draftContent(world, actor, word, content, "POST");
  if (body !== undefined) actor.draft.setBody(body);
}

Given(
  ...phrase(
    "{actor} set(s)/add(s) (the )(a ){paramword} {text} to/as/with/= (the )(value ){value}",
    (actor: Actor, word: string, name: string, value: unknown) => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      if (word.startsWith("form")) actor.draft.addPart({ kind: "field", name, value: text });
      else if (word.startsWith("path")) actor.draft.addPathParameter(name, text);
      else actor.draft.addQuery(name, text);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/change(s) (the )(field ){text} to {value} in the (request )(JSON )body/payload",
    (actor: Actor, path: string, value: unknown) => {
      actor.draft.setBody({ kind: "json", value: changedJson(actor.draft.json, path, value) });
    },
  ),
);

Given(
  ...phrase(
    "the query param(eter) {text} is (set to ){text}",
    function (this: StoryWorld, name: string, value: string) {
      this.actor().draft.addQuery(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} add(s) (the )(file ){text} to the multipart field/part {text}",
    function (this: StoryWorld, actor: Actor, path: string, name: string) {
      actor.draft.addPart(filePart(this, name, path));
    },
  ),
);

Given(
  ...phrase(
    "{actor} attach(es)/add(s) (the )(file ){text} to the request as {text}",
    function (this: StoryWorld, actor: Actor, path: string, name: string) {
      actor.draft.addPart(filePart(this, name, path));
    },
  ),
);

Given(
  ...phrase(
    "{actor} use(s)/set(s)/have/has (the )(a ){baseword} (to )(as ){address}",
    function (this: StoryWorld, _actor: Actor, _word: string, address: string) {
      setBase(this, address);
    },
  ),
);

Given(
  ...phrase(
    "the {baseword} is( set to)( at) {address}",
    function (this: StoryWorld, _word: string, address: string) {
      setBase(this, address);
    },
  ),
);

Given(
  ...phrase(
    "the API/service is (available )(running )(reachable )(located )at {address}",
    function (this: StoryWorld, address: string) {
      setBase(this, address);
    },
  ),
);

/** For the API alone: pages live where the environment says. */
function setBase(world: StoryWorld, address: string): void {
  if (/^https?:\/\/[^/]/i.test(address)) {
    world.apiAddress = address;
    return;
  }
  world.actor().draft.setAddress(address);
}

Given(
  ...phrase(
    "{actor} set(s)/use(s) the {contentType} (to ){text}",
    (actor: Actor, _word: string, type: string) => {
      actor.api.setHeader("content-type", type);
    },
  ),
);

Given(
  ...phrase(
    "the (request )(API )(response )timeout is( set to) {duration}",
    function (this: StoryWorld, timeoutMs: number) {
      scenarioApi(this).timeoutMs = timeoutMs;
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/use(s) the/a (request )(API )(response )timeout (to )(of ){duration}",
    function (this: StoryWorld, _actor: Actor, timeoutMs: number) {
      scenarioApi(this).timeoutMs = timeoutMs;
    },
  ),
);

Given(
  ...phrase(
    "{actor} remove(s)/clear(s)/delete(s)/reset(s) the/all (the )(request )headers",
    (actor: Actor) => {
      for (const name of Object.keys(actor.api.headers)) actor.api.setHeader(name, undefined);
    },
  ),
);

Given(
  ...phrase("{actor} do/does not follow redirects", (actor: Actor) => {
    actor.draft.setRedirects("manual");
  }),
);

Given(
  ...phrase("{actor} follow(s) redirects", (actor: Actor) => {
    actor.draft.setRedirects("follow");
  }),
);
