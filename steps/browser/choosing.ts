// Phrases that choose: options, checkboxes and radio buttons, files.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { projectFile } from "../project-files.ts";
import { rowsOf } from "../tables.ts";
import { asKind } from "./target-words.ts";

async function select(actor: Actor, options: readonly string[], field: Target): Promise<void> {
  await (await actor.browser()).selectOptions(asKind(field, "field"), options);
}

/** The field of `"Germany" in the "Country" dropdown`, of `"Germany" in "Country"`, of `the option "Germany" of "Country"`. */
function fieldOf({ kind, name, nth, within }: Target): Target | undefined {
  if (within === undefined || name === "" || nth !== undefined) return undefined;
  if (kind !== "any" && kind !== "option") return undefined;
  const isField = within.kind === "field" || (within.kind === "any" && within.own === undefined);
  return isField ? asKind(within, "field") : undefined;
}

async function choose(actor: Actor, target: Target): Promise<void> {
  const field = fieldOf(target);
  if (field !== undefined) return await select(actor, [target.name], field);
  const browser = await actor.browser();
  const chosen = asKind(target, "radio");
  if (chosen.kind === "radio") await browser.setChecked(chosen, true);
  else if (chosen.kind === "checkbox") await browser.setChecked(chosen, true);
  else await browser.click(chosen);
}

When(...phrase("{actor} choose(s)/pick(s) {target}", choose));
When(
  ...phrase("{actor} select(s) {target}", async (actor: Actor, target: Target) => {
    if (target.kind !== "any" || fieldOf(target) !== undefined) await choose(actor, target);
    else await (await actor.browser()).click(target);
  }),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) {target} from/as/for {target}",
    (actor: Actor, option: Target, field: Target) => select(actor, [option.name], field),
  ),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) {targets} from {target}",
    (actor: Actor, options: readonly Target[], field: Target) =>
      select(
        actor,
        options.map(({ name }) => name),
        field,
      ),
  ),
);
When(
  ...phrase(
    "{actor} select(s)/choose(s)/pick(s) the following (options )from {target}:",
    async function (this: StoryWorld, actor: Actor, field: Target, table: DataTable) {
      const options = rowsOf(this, table, 1, "  | Germany |\n  | France  |").flat();
      await select(actor, options, field);
    },
  ),
);

/** Chooses what is chosen but for that option. */
async function deselect(actor: Actor, option: Target, field: Target): Promise<void> {
  const browser = await actor.browser();
  const target = asKind(field, "field");
  const chosen = await browser.chosenOptions(target);
  await browser.selectOptions(
    target,
    chosen.filter((text) => text !== option.name),
  );
}

When(...phrase("{actor} deselect(s)/unselect(s) {target} from {target}", deselect));
When(
  ...phrase("{actor} deselect(s)/unselect(s) {target}", async (actor: Actor, target: Target) => {
    const field = fieldOf(target);
    if (field === undefined) await setChecked(actor, target, false);
    else await deselect(actor, target, field);
  }),
);

async function setChecked(actor: Actor, target: Target, checked: boolean): Promise<void> {
  await (await actor.browser()).setChecked(asKind(target, "checkbox"), checked);
}

const check = (actor: Actor, target: Target) => setChecked(actor, target, true);
const uncheck = (actor: Actor, target: Target) => setChecked(actor, target, false);

When(...phrase("{actor} check(s)/tick(s)/enable(s) {target}", check));
When(...phrase("{actor} uncheck(s)/untick(s)/disable(s) {target}", uncheck));
When(...phrase("{actor} turn(s)/switch(es) on {target}", check));
When(...phrase("{actor} turn(s)/switch(es) off {target}", uncheck));
When(
  ...phrase(
    "{actor} check(s)/tick(s) {targets}",
    async (actor: Actor, targets: readonly Target[]) => {
      for (const target of targets) await check(actor, target);
    },
  ),
);
When(
  ...phrase(
    "{actor} check(s)/tick(s) the following( checkboxes)( boxes)( options):",
    async function (this: StoryWorld, actor: Actor, table: DataTable) {
      const shape = "  | Terms      |\n  | Newsletter |";
      for (const name of rowsOf(this, table, 1, shape).flat()) {
        await check(actor, { kind: "checkbox", name });
      }
    },
  ),
);
When(
  ...phrase("{actor} toggle(s) {target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).click(asKind(target, "checkbox"));
  }),
);

async function attach(
  this: StoryWorld,
  actor: Actor,
  paths: readonly string[],
  field: Target,
): Promise<void> {
  const files = paths.map((path) => projectFile(path, this));
  await (await actor.browser()).attachFiles(asKind(field, "field"), files);
}

When(
  ...phrase(
    "{actor} attach(es)/upload(s)/drop(s) (the )(file )(files ){texts} to/in/into/for/onto {target}",
    attach,
  ),
);
When(
  ...phrase(
    "{actor} attach(es)/upload(s) the following files to {target}:",
    async function (this: StoryWorld, actor: Actor, field: Target, table: DataTable) {
      const shape = "  | files/one.png |\n  | files/two.png |";
      await attach.call(this, actor, rowsOf(this, table, 1, shape).flat(), field);
    },
  ),
);
When(
  ...phrase("{actor} remove(s) the file(s) from {target}", async (actor: Actor, field: Target) => {
    await (await actor.browser()).attachFiles(asKind(field, "field"), []);
  }),
);
