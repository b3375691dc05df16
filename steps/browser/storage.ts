// Phrases about what a page keeps in the browser: local and session storage, cookies.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { PageError } from "../../src/drivers/browser/page-error.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StorageArea } from "../../src/journey/browser/storage-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import "../step-kind.ts";
import { frontBrowser } from "./front-browser.ts";

async function store(actor: Actor, area: StorageArea, key: string, value: unknown): Promise<void> {
  await (await actor.browser()).store(area, key, textOf(value));
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const mustBe = (key: string, wanted: string) => (value: string | undefined) =>
  value === wanted
    ? undefined
    : `expected "${key}" to be "${wanted}", but it was ${value === undefined ? "missing" : JSON.stringify(value)}`;

Given(
  ...phrase("{actor} set(s)/change(s) the {storage} item/key/entry/value {text} to {value}", store),
);
Given(
  ...phrase(
    "{actor} set(s)/store(s)/save(s)/put(s) {text} to/as {value} in (the ){storage}",
    (actor: Actor, key: string, value: unknown, area: StorageArea) =>
      store(actor, area, key, value),
  ),
);
Given(
  ...phrase(
    "the {storage} item/key/entry {text} is set to {value}",
    async function (this: StoryWorld, area: StorageArea, key: string, value: unknown) {
      const text = textOf(value);
      const browser = await frontBrowser(this);
      if (!this.isOutcome) return await browser.store(area, key, text);
      await browser.expectStored(area, key, mustBe(key, text));
    },
  ),
);

When(
  ...phrase(
    "{actor} remove(s)/delete(s) the {storage} item/key/entry {text}",
    async (actor: Actor, area: StorageArea, key: string) => {
      await (await actor.browser()).unstore(area, key);
    },
  ),
);
When(
  ...phrase(
    "{actor} remove(s)/delete(s) {text} from (the ){storage}",
    async (actor: Actor, key: string, area: StorageArea) => {
      await (await actor.browser()).unstore(area, key);
    },
  ),
);
When(
  ...phrase(
    "{actor} clear(s)/empty/empties (the )(my ){storages}",
    async (actor: Actor, areas: readonly StorageArea[]) => {
      for (const area of areas) await (await actor.browser()).unstore(area);
    },
  ),
);

Then(
  ...phrase(
    "the {storage} (item )(key )(entry )(value ){text} {check}",
    async function (this: StoryWorld, area: StorageArea, key: string, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectStored(area, key, (value) => check.judge(value, `"${key}"`));
    },
  ),
);
Then(
  ...phrase(
    "(the ){storage} {holdsit} (the )(an )(item )(key )(entry ){text}",
    async function (this: StoryWorld, area: StorageArea, not: boolean, key: string) {
      const browser = await frontBrowser(this);
      await browser.expectStored(area, key, (value) => {
        if ((value !== undefined) !== not) return undefined;
        return not ? `there still is "${key}": ${JSON.stringify(value)}` : `there is no "${key}"`;
      });
    },
  ),
);
Then(
  ...phrase(
    "(the ){storage} should have/contain (the )(an )(item )(key )(entry ){text} with (the )(value ){text}",
    async function (this: StoryWorld, area: StorageArea, key: string, wanted: string) {
      const browser = await frontBrowser(this);
      await browser.expectStored(area, key, mustBe(key, wanted));
    },
  ),
);
When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the {storage} item/key/entry/value {text} as {text}",
    async function (this: StoryWorld, actor: Actor, area: StorageArea, key: string, name: string) {
      const value = await (await actor.browser()).stored(area, key);
      if (value === undefined) throw new PageError(`There is no "${key}" in ${area} storage.`);
      this.memory.remember(name, value);
    },
  ),
);
