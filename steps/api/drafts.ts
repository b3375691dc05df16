// Phrases that describe a request before it is sent.
import { Given } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { notAsOutcome } from "../step-kind.ts";
import { pairsOf } from "../tables.ts";
import { scenarioApi } from "./base-address.ts";
import { changedJson, docStringBody, fileBody, filePart, jsonBody, withoutJson } from "./bodies.ts";
import { bearerToken } from "./drafting-parameters.ts";
import { type Content, draftContent } from "./sending.ts";

const headerShape =
  "  | accept          | application/json |\n  | accept-language | de               |";

Given(
  ...phrase(
    "{actor} set(s)/add(s)/send(s) (the )(a )(an )(API key )(request )header {text} (equal )to/as/with (the )(value ){text}",
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
  if (name === bearerToken) this.actor().api.authorise({ kind: "bearer", token: value });
  else this.actor().draft.addHeader(name, value);
}

Given(...phrase("{requestheader} is (set to ){text}", draftHeader));

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
    "{actor} set(s)/add(s)/use(s)/prepare(s) (the )(following ){content}( to)( as)( to the request):",
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
    "the request body/payload is (the )(contents of )(in )(from )(the )file {text}",
    function (this: StoryWorld, path: string) {
      this.actor().draft.setBody(fileBody(this, path));
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
      draftParameter(actor, word, name, value);
    },
  ),
);

/** Where the word says: into the form, the path, the GraphQL variables, or behind the address. */
function draftParameter(actor: Actor, word: string, name: string, value: unknown): void {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (/^(?:form|multipart)/.test(word)) actor.draft.addPart({ kind: "field", name, value: text });
  else if (word.startsWith("path")) actor.draft.addPathParameter(name, text);
  else if (word.startsWith("GraphQL")) actor.draft.addGraphqlVariable(name, value);
  else actor.draft.addQuery(name, text);
}

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
    "the {ownparam} {text} is (set to ){value}",
    function (this: StoryWorld, word: string, name: string, value: unknown) {
      draftParameter(this.actor(), word, name, value);
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
    "{actor} attach(es)/add(s) {sentfile} as {text}",
    function (this: StoryWorld, actor: Actor, path: string, name: string) {
      actor.draft.addPart(filePart(this, name, path));
    },
  ),
);

Given(
  ...phrase(
    "{actor} use(s)/set(s)/have/has (the )(a ){baseword} (to )(as ){address}",
    function (this: StoryWorld, _actor: Actor, word: string, address: string) {
      setBase(this, address, word);
    },
  ),
);

Given(
  ...phrase(
    "the {baseword} is( set to)( at) {address}",
    function (this: StoryWorld, word: string, address: string) {
      setBase(this, address, word);
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
function setBase(world: StoryWorld, address: string, word = "address"): void {
  if (word.endsWith("method")) {
    world.actor().draft.setMethod(address.toUpperCase());
    return;
  }
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
  ...phrase("{actor} {following} redirects", (actor: Actor, follows: boolean) => {
    actor.draft.setRedirects(follows ? "follow" : "manual");
  }),
);

Given(
  ...phrase(
    "redirects are {following}",
    notAsOutcome(function (this: StoryWorld, follows: boolean) {
      this.actor().draft.setRedirects(follows ? "follow" : "manual");
    }),
  ),
);

Given(
  ...phrase(
    "{actor} remove(s)/delete(s)/drop(s) (the )(field )(key )(property )(attribute ){text} from the (request )(JSON )body/payload",
    (actor: Actor, path: string) => {
      actor.draft.setBody({ kind: "json", value: withoutJson(actor.draft.json, path) });
    },
  ),
);
