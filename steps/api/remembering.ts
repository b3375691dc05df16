// Phrases that keep something of an answer for later sentences.
import { type DataTable, When } from "@cucumber/cucumber";
import type { StoryWorld } from "../../src/journey/world.ts";
import { madeFiles } from "../made-files.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { partValue, pathValue, type ResponsePart } from "./response-part.ts";
import { withBody } from "./response-values.ts";
import { setCookieOf } from "./set-cookie.ts";

function rememberPath(world: StoryWorld, path: string, name: string): void {
  const { value, hint } = pathValue(world.lastResponse, path);
  if (value === undefined)
    throw new Error(`There is nothing to remember at "${path}".\n${hint ?? ""}`);
  world.memory.remember(name, value);
}

function rememberPart(world: StoryWorld, part: ResponsePart, name: string): void {
  if (part.kind === "path") {
    rememberPath(world, part.path, name);
    return;
  }
  // "The response body" is data too, where it is JSON.
  const { value } = partValue(world.lastResponse, part.kind === "json" ? part : { kind: "whole" });
  world.memory.remember(name, value);
}

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) {response} as/in/into/to/under (the )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, part: ResponsePart, name: string) {
      rememberPart(this, part, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) the value of/at (the )(field )(path )(property )(node )(key ){text} as {text}",
    function (this: StoryWorld, _actor: unknown, path: string, name: string) {
      rememberPath(this, path, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) (the ){fieldname} from/of/in the (JSON )response (body )as/in/into/to (the )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, path: string, name: string) {
      rememberPath(this, path, name);
    },
  ),
);

When(
  ...phrase(
    "{actor} save(s)/store(s)/write(s)/download(s) the response (body )to/in/into/as (a )(the )file {text}",
    function (this: StoryWorld, _actor: unknown, name: string) {
      madeFiles(this).write(name, this.lastResponse.body);
    },
  ),
);

When(
  ...phrase(
    "{actor} print(s)/log(s)/show(s)/dump(s) the (last )response( body)",
    function (this: StoryWorld, _actor: unknown) {
      this.log(withBody("The last response:", this.lastResponse));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) from the response:",
    function (this: StoryWorld, _actor: unknown, table: DataTable) {
      const shape = "  | order | id           |\n  | first | items[0].id  |";
      for (const [name, path] of pairsOf(this, table, shape)) rememberPath(this, path, name);
    },
  ),
);

function rememberHeader(this: StoryWorld, _actor: unknown, header: string, name: string): void {
  const value = this.lastResponse.header(header);
  if (value === undefined) throw new Error(`The response has no header "${header}" to remember.`);
  this.memory.remember(name, value);
}

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) the (value of )(the )(response )header {text} (from the response )as/in/into/to (the )(variable ){text}",
    rememberHeader,
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) the {text} (response )header (from the response )as/in/into/to (the )(variable ){text}",
    rememberHeader,
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) the (value of )(the )(response )cookie {text} (from the response )as/in/into (the )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, cookie: string, name: string) {
      this.memory.remember(name, setCookieOf(this.lastResponse, cookie).value);
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s)/keep(s)/extract(s)/capture(s)/get(s)/grab(s) the (response )status( code) as/in/into/to (the )(variable ){text}",
    function (this: StoryWorld, _actor: unknown, name: string) {
      this.memory.remember(name, this.lastResponse.status);
    },
  ),
);
