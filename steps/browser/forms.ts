// Phrases that fill in forms: type, choose, check, attach.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { projectFile } from "../project-files.ts";
import { pairsOf, rowsOf } from "../tables.ts";
import { asKind } from "./target-words.ts";

async function fill(actor: Actor, field: Target, value: unknown): Promise<void> {
  await (await actor.browser()).fill(asKind(field, "field"), String(value));
}

When(...phrase("{actor} fill(s) (in )(out ){target} with {value}", fill));
When(
  ...phrase(
    "{actor} fill(s) in {value} for/into {target}",
    (actor: Actor, value: unknown, field: Target) => fill(actor, field, value),
  ),
);
When(
  ...phrase(
    "{actor} enter(s)/type(s)/write(s)/put(s) {value} in/into/for/as {target}",
    (actor: Actor, value: unknown, field: Target) => fill(actor, field, value),
  ),
);
When(...phrase("{actor} set(s)/change(s) {element} to {value}", fill));
When(
  ...phrase("{actor} clear(s)/empty/empties {target}", async (actor: Actor, field: Target) => {
    await (await actor.browser()).clear(asKind(field, "field"));
  }),
);

const fieldsShape = "  | Email    | ada@example.com |\n  | Password | correct horse   |";

async function fillAll(world: StoryWorld, actor: Actor, table: DataTable): Promise<void> {
  for (const [name, value] of pairsOf(world, table, fieldsShape)) {
    await fill(actor, { kind: "field", name }, value);
  }
}

When(
  ...phrase(
    "{actor} fill(s) in/out the following( fields)( values):",
    async function (this: StoryWorld, actor: Actor, table: DataTable) {
      await fillAll(this, actor, table);
    },
  ),
);
When(
  ...phrase(
    "{actor} fill(s) in/out the form( with)( with the following):",
    async function (this: StoryWorld, actor: Actor, table: DataTable) {
      await fillAll(this, actor, table);
    },
  ),
);

async function select(actor: Actor, options: readonly string[], field: Target): Promise<void> {
  await (await actor.browser()).selectOptions(asKind(field, "field"), options);
}

When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) (the option ){text} from {target}",
    (actor: Actor, option: string, field: Target) => select(actor, [option], field),
  ),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) {text} and {text} from {target}",
    (actor: Actor, one: string, other: string, field: Target) => select(actor, [one, other], field),
  ),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) (the option ){text} in {field}",
    (actor: Actor, option: string, field: Target) => select(actor, [option], field),
  ),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) (the option ){text} in {text}",
    (actor: Actor, option: string, name: string) =>
      select(actor, [option], { kind: "field", name }),
  ),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) the following from {target}:",
    async function (this: StoryWorld, actor: Actor, field: Target, table: DataTable) {
      const options = rowsOf(this, table, 1, "  | Germany |\n  | France  |").flat();
      await select(actor, options, field);
    },
  ),
);

async function setChecked(actor: Actor, target: Target, checked: boolean): Promise<void> {
  await (await actor.browser()).setChecked(asKind(target, "checkbox"), checked);
}

When(
  ...phrase("{actor} check(s)/tick(s) {target}", (actor: Actor, target: Target) =>
    setChecked(actor, target, true),
  ),
);
When(
  ...phrase("{actor} uncheck(s)/untick(s) {target}", (actor: Actor, target: Target) =>
    setChecked(actor, target, false),
  ),
);
When(
  ...phrase("{actor} turn(s)/switch(es) on {target}", (actor: Actor, target: Target) =>
    setChecked(actor, target, true),
  ),
);
When(
  ...phrase("{actor} turn(s)/switch(es) off {target}", (actor: Actor, target: Target) =>
    setChecked(actor, target, false),
  ),
);

When(
  ...phrase("{actor} choose(s)/pick(s) {target}", async (actor: Actor, target: Target) => {
    const browser = await actor.browser();
    const chosen = asKind(target, "radio");
    if (chosen.kind === "radio") await browser.setChecked(chosen, true);
    else await browser.click(chosen);
  }),
);
When(
  ...phrase("{actor} select(s) {target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).click(target);
  }),
);

When(
  ...phrase(
    "{actor} attach(es)/upload(s) (the )(file ){text} to/in/into/as {target}",
    async (actor: Actor, path: string, field: Target) => {
      await (await actor.browser()).attachFiles(asKind(field, "field"), [projectFile(path)]);
    },
  ),
);
