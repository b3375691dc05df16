// Phrases that describe a request before it is sent.
import { type DataTable, Given } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { docStringBody, fileBody, filePart, jsonBody } from "./bodies.ts";
import { type Content, draftContent } from "./sending.ts";

const headerShape =
  "  | accept          | application/json |\n  | accept-language | de               |";
const queryShape = "  | limit | 10   |\n  | sort  | name |";

Given(
  ...phrase(
    "{actor} set(s)/add(s) the/a (request )header {text} (equal )to/as/with (the )(value ){text}",
    (actor: Actor, name: string, value: string) => {
      actor.api.setHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/add(s) (the )(a ){headerName} (request )header (equal )to/as/with (the )(value ){text}",
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
    "{actor} remove(s)/unset(s) the (request )header {text}",
    (actor: Actor, name: string) => {
      actor.api.setHeader(name, undefined);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/add(s)/use(s)/prepare(s) the (following ){content}( to)( as):",
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
  ...phrase("the request body/payload is( set to):", function (this: StoryWorld, content: Content) {
    this.actor().draft.setBody(bodyOf(this, content));
  }),
);

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
    "{actor} set(s)/use(s)/load(s) the {content} to/from (the )(contents of the )file {text}",
    function (this: StoryWorld, actor: Actor, _word: string, path: string) {
      actor.draft.setBody(fileBody(this, path));
    },
  ),
);

Given(
  ...phrase(
    "the following (request )headers( are set):",
    function (this: StoryWorld, table: DataTable) {
      for (const [name, value] of pairsOf(this, table, headerShape))
        this.actor().draft.addHeader(name, value);
    },
  ),
);

Given(
  ...phrase("the request headers are( set to):", function (this: StoryWorld, table: DataTable) {
    for (const [name, value] of pairsOf(this, table, headerShape))
      this.actor().draft.addHeader(name, value);
  }),
);

Given(
  ...phrase(
    "the (following )query param(eter)s( are)( set):",
    function (this: StoryWorld, table: DataTable) {
      for (const [name, value] of pairsOf(this, table, queryShape))
        this.actor().draft.addQuery(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/add(s) the/a query param(eter) {text} to/as/with (the )(value ){text}",
    (actor: Actor, name: string, value: string) => {
      actor.draft.addQuery(name, value);
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
    "{actor} set(s)/add(s) the form field {text} to/as/with (the )(value ){text}",
    (actor: Actor, name: string, value: string) => {
      actor.draft.addPart({ kind: "field", name, value });
    },
  ),
);

Given(
  ...phrase(
    "{actor} attach(es)/add(s) the file {text} to the request as {text}",
    function (this: StoryWorld, actor: Actor, path: string, name: string) {
      actor.draft.addPart(filePart(this, name, path));
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
