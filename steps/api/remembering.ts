// Phrases that keep something of an answer for later sentences.
import { When } from "@cucumber/cucumber";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pathValue } from "./response-values.ts";

function rememberPath(world: StoryWorld, path: string, name: string): void {
  const { value, hint } = pathValue(world.lastResponse, path);
  if (value === undefined)
    throw new Error(`There is nothing to remember at "${path}".\n${hint ?? ""}`);
  world.memory.remember(name, value);
}

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the (response )(body )(JSON ){pathword} {text} as {text}",
    function (this: StoryWorld, _actor: unknown, _word: string, path: string, name: string) {
      rememberPath(this, path, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the response {text} as {text}",
    function (this: StoryWorld, _actor: unknown, path: string, name: string) {
      rememberPath(this, path, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the value of (the )(response )(body )(path )(field ){text} as {text}",
    function (this: StoryWorld, _actor: unknown, path: string, name: string) {
      rememberPath(this, path, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the response header {text} as {text}",
    function (this: StoryWorld, _actor: unknown, header: string, name: string) {
      const value = this.lastResponse.header(header);
      if (value === undefined)
        throw new Error(`The response has no header "${header}" to remember.`);
      this.memory.remember(name, value);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the (whole )response (body )as {text}",
    function (this: StoryWorld, _actor: unknown, name: string) {
      const { lastResponse } = this;
      const isJson = /\bjson\b/i.test(lastResponse.header("content-type") ?? "");
      this.memory.remember(name, isJson ? lastResponse.json() : lastResponse.text());
    },
  ),
);
