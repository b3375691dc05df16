// Phrases that describe a request before it is sent.
import { type DataTable, Given } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { docStringBody, filePart, jsonBody } from "./bodies.ts";

const headerShape =
  "  | accept          | application/json |\n  | accept-language | de               |";
const queryShape = "  | limit | 10   |\n  | sort  | name |";

Given(
  ...phrase(
    "{actor} set(s) the (request )header {text} to {text}",
    (actor: Actor, name: string, value: string) => {
      actor.api.setHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s) the (request )header {text} to {text} for the next request",
    (actor: Actor, name: string, value: string) => {
      actor.draft.addHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "the {text} request header is {text}",
    function (this: StoryWorld, name: string, value: string) {
      this.actor().draft.addHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "the request header {text} is {text}",
    function (this: StoryWorld, name: string, value: string) {
      this.actor().draft.addHeader(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s) the following (request )headers:",
    function (this: StoryWorld, actor: Actor, table: DataTable) {
      for (const [name, value] of pairsOf(this, table, headerShape))
        actor.api.setHeader(name, value);
    },
  ),
);

Given(
  ...phrase("{actor} remove(s) the (request )header {text}", (actor: Actor, name: string) => {
    actor.api.setHeader(name, undefined);
  }),
);

Given(
  ...phrase(
    "the (following )query parameters( are set):",
    function (this: StoryWorld, table: DataTable) {
      for (const [name, value] of pairsOf(this, table, queryShape))
        this.actor().draft.addQuery(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s) the query parameter {text} to {text}",
    (actor: Actor, name: string, value: string) => {
      actor.draft.addQuery(name, value);
    },
  ),
);

Given(
  ...phrase("the request body is:", function (this: StoryWorld, content: string | DataTable) {
    const body =
      typeof content === "string" ? docStringBody(this, content) : jsonBody(this, content);
    this.actor().draft.setBody(body);
  }),
);

Given(
  ...phrase(
    "{actor} attach(es) the file {text} to the request as {text}",
    (actor: Actor, path: string, name: string) => {
      actor.draft.addPart(filePart(name, path));
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
