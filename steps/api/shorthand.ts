// Karate's words for a request, piece by piece, as steps behind `*`: url, path, param, header, request, method, status.
import { Given, Then, When } from "@cucumber/cucumber";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { docStringBody, jsonBody } from "./bodies.ts";
import { withBody } from "./response-values.ts";
import { type Content, send } from "./sending.ts";

Given(
  ...phrase("url {address}", function (this: StoryWorld, address: string) {
    this.actor().draft.setAddress(address);
  }),
);

Given(
  ...phrase("path {text}", function (this: StoryWorld, path: string) {
    this.actor().draft.addPath(path);
  }),
);

Given(
  ...phrase("param {word} =/is {value}", function (this: StoryWorld, name: string, value: unknown) {
    this.actor().draft.addQuery(unquoted(name), String(value));
  }),
);

Given(
  ...phrase("header {word} =/is {text}", function (this: StoryWorld, name: string, value: string) {
    this.actor().draft.addHeader(unquoted(name), value);
  }),
);

Given(
  ...phrase(
    "form field {word} =/is {value}",
    function (this: StoryWorld, name: string, value: unknown) {
      this.actor().draft.addPart({ kind: "field", name: unquoted(name), value: String(value) });
    },
  ),
);

/** Names stand with or without quotes. */
function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, "$2");
}

Given(
  ...phrase("request( is):", function (this: StoryWorld, content: Content) {
    const body =
      typeof content === "string" ? docStringBody(this, content) : jsonBody(this, content);
    this.actor().draft.setBody(body);
  }),
);

When(
  ...phrase("method {anyMethod}", async function (this: StoryWorld, method: string) {
    const actor = this.actor();
    await send(this, actor, { method, path: actor.draft.takeAddress() || "/" });
  }),
);

Then(
  ...phrase("status {status}", function (this: StoryWorld, wanted: number) {
    const { lastResponse } = this;
    if (lastResponse.status === wanted) return;
    const failure = `expected the response status to be ${wanted}, but it was ${lastResponse.status}`;
    throw new Error(withBody(failure, lastResponse));
  }),
);
