// Phrases that fill in forms: type, clear, send off. What is chosen, checked and attached is in choosing.ts.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { frontBrowser } from "./front-browser.ts";
import { asKind } from "./target-words.ts";

async function fill(actor: Actor, field: Target, value: unknown): Promise<void> {
  await (await actor.browser()).fill(asKind(field, "field"), String(value));
}

async function clear(actor: Actor, field: Target): Promise<void> {
  await (await actor.browser()).clear(asKind(field, "field"));
}

const fillWith = (actor: Actor, value: unknown, field: Target) => fill(actor, field, value);

When(
  ...phrase(
    "{actor} fill(s)/complete(s) (in )(out ){target} with (the )(value )(text ){value}",
    fill,
  ),
);
When(
  ...phrase(
    "{actor} fill(s)/complete(s) (in )(out ){target} with {value} {place}",
    (actor: Actor, field: Target, value: unknown, within: Target) =>
      fill(actor, { ...asKind(field, "field"), within }, value),
  ),
);
When(...phrase("{actor} fill(s) in {value} for/into {target}", fillWith));
When(
  ...phrase(
    "{actor} enter(s)/type(s)/write(s)/put(s)/input(s)/paste(s) (the )(text )(value ){value} in/into/for/as {target}{thenkey}",
    async (actor: Actor, value: unknown, field: Target, key: string) => {
      await fill(actor, field, value);
      if (key !== "") await (await actor.browser()).pressKey(key, asKind(field, "field"));
    },
  ),
);
When(...phrase("{actor} set(s)/move(s) {field} to {value}", fill));
When(...phrase("{actor} change(s)/update(s) {target} to {value}", fill));
When(...phrase("{actor} set(s)/change(s) the value of {target} to {value}", fill));
When(...phrase("{actor} clear(s)/empty/empties {target}", clear));
When(...phrase("{actor} leave(s) {target} empty/blank", clear));

const fieldsShape = "  | Email    | ada@example.com |\n  | Password | correct horse   |";

/** Fills in each field, in that form where the sentence names one. */
async function fillAll(
  world: StoryWorld,
  actor: Actor,
  table: DataTable,
  form?: Target,
): Promise<void> {
  const isPlace = form !== undefined && form.kind !== "field" && form.name !== "";
  for (const [name, value] of pairsOf(world, table, fieldsShape)) {
    await fill(actor, { kind: "field", name, ...(isPlace && { within: form }) }, value);
  }
}

When(
  ...phrase(
    "{actor} fill(s)/enter(s)/complete(s)/type(s) (in )(out )the following( fields)( values)( details)( data)( information):",
    async function (this: StoryWorld, actor: Actor, table: DataTable) {
      await fillAll(this, actor, table);
    },
  ),
);
When(
  ...phrase(
    "{actor} fill(s)/complete(s) (in )(out ){filled}( with)( the)( following)( values)( details)( data):",
    async function (this: StoryWorld, actor: Actor, form: Target, content: string | DataTable) {
      if (typeof content === "string") await fill(actor, form, this.resolve(content));
      else await fillAll(this, actor, content, form);
    },
  ),
);

When(
  ...phrase("{actor} submit(s) {element}", async (actor: Actor, form: Target) => {
    await (await actor.browser()).submit(form);
  }),
);
When(
  ...phrase("{actor} focus(es) (on ){target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).focus(asKind(target, "field"));
  }),
);
When(...phrase("{actor} leave(s)/blur(s) {target}", leave));
When(
  ...phrase("{target} loses (the )focus", async function (this: StoryWorld, target: Target) {
    await (await frontBrowser(this)).pressKey("Tab", asKind(target, "field"));
  }),
);

async function leave(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).pressKey("Tab", asKind(target, "field"));
}
