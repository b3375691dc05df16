// Phrases for mouse and keyboard.
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import { when } from "../phrase.ts";
import { asKind } from "./target-words.ts";

when("{actor} press(es)/push(es)/hit(s) {target}", async (actor: Actor, target: Target) => {
  await (await actor.browser()).click(asKind(target, "button"));
});
when("{actor} click(s)/tap(s) (on ){target}", async (actor: Actor, target: Target) => {
  await (await actor.browser()).click(target);
});
when("{actor} follow(s) {target}", async (actor: Actor, target: Target) => {
  await (await actor.browser()).click(asKind(target, "link"));
});

async function doubleClick(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).click(target, { double: true });
}

async function rightClick(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).click(target, { button: "right" });
}

when("{actor} double-click(s) (on ){target}", doubleClick);
when("{actor} double click(s) (on ){target}", doubleClick);
when("{actor} right-click(s) (on ){target}", rightClick);
when("{actor} right click(s) (on ){target}", rightClick);

async function hover(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).hover(target);
}

when("{actor} hover(s) (over )(on ){target}", hover);
when("{actor} point(s) at {target}", hover);
when("{actor} move(s) the mouse over/to {target}", hover);

async function pressKey(actor: Actor, key: string, target?: Target): Promise<void> {
  await (await actor.browser()).pressKey(key, target && asKind(target, "field"));
}

when("{actor} press(es)/hit(s) {key}", (actor: Actor, key: string) => pressKey(actor, key));
when("{actor} press(es)/hit(s) the {key} key", (actor: Actor, key: string) => pressKey(actor, key));
when("{actor} press(es)/hit(s) the {text} key", (actor: Actor, key: string) =>
  pressKey(actor, key),
);
when("{actor} press(es)/hit(s) the key {text}", (actor: Actor, key: string) =>
  pressKey(actor, key),
);
when("{actor} press(es)/hit(s) {key} in/on {target}", (actor: Actor, key: string, target: Target) =>
  pressKey(actor, key, target),
);
when(
  "{actor} press(es)/hit(s) the {key} key in/on {target}",
  (actor: Actor, key: string, target: Target) => pressKey(actor, key, target),
);
when(
  "{actor} press(es)/hit(s) the key {text} in/on {target}",
  (actor: Actor, key: string, target: Target) => pressKey(actor, key, target),
);
when("{actor} press(es)/hit(s) {text} in/on {field}", (actor: Actor, key: string, field: Target) =>
  pressKey(actor, key, field),
);
