// Phrases for the keyboard beyond one key: several times, several keys, typing, keys that are held.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import { phrase } from "../phrase.ts";
import type { Amount } from "./parameters.ts";

async function pressTimes(actor: Actor, key: string, { wanted }: Amount): Promise<void> {
  const browser = await actor.browser();
  for (let at = 0; at < wanted; at += 1) await browser.pressKey(key);
}

When(...phrase("{actor} press(es)/hit(s) {keyed} {times}", pressTimes));
When(...phrase("{actor} press(es)/hit(s) {text} {times}", pressTimes));

When(
  ...phrase("{actor} type(s) {text}{thenkey}", async (actor: Actor, text: string, key: string) => {
    const browser = await actor.browser();
    await browser.typeText(text);
    if (key !== "") await browser.pressKey(key);
  }),
);

async function hold(actor: Actor, key: string): Promise<void> {
  await (await actor.browser()).holdKey(key);
}

async function release(actor: Actor, key: string): Promise<void> {
  await (await actor.browser()).releaseKey(key);
}

When(...phrase("{actor} hold(s) (down ){modifier}", hold));
When(...phrase("{actor} hold(s) (down )the {modifier} key", hold));
When(...phrase("{actor} release(s) {modifier}", release));
When(...phrase("{actor} release(s) the {modifier} key", release));

async function clickHolding(actor: Actor, key: string, target: Target): Promise<void> {
  const browser = await actor.browser();
  await browser.holdKey(key);
  try {
    await browser.click(target);
  } finally {
    await browser.releaseKey(key);
  }
}

When(...phrase("{actor} hold(s) (down ){modifier} and click(s) (on ){target}", clickHolding));
When(
  ...phrase(
    "{actor} click(s) (on ){target} while holding (down ){modifier}",
    (actor: Actor, target: Target, key: string) => clickHolding(actor, key, target),
  ),
);
