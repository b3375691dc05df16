// Phrases for the mouse, and for keys that are pressed.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import { phrase } from "../phrase.ts";
import { asKind, isInField } from "./target-words.ts";

When(
  ...phrase("{actor} press(es)/push(es)/hit(s) {target}", async (actor: Actor, target: Target) => {
    const browser = await actor.browser();
    // In a field one presses keys: "I press "Enter" in the "Email" field".
    if (isInField(target)) await browser.pressKey(target.name, target.within);
    else await browser.click(asKind(target, "button"));
  }),
);
When(
  ...phrase("{actor} click(s)/tap(s) (on ){target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).click(target);
  }),
);
When(
  ...phrase("{actor} follow(s) {target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).click(asKind(target, "link"));
  }),
);

async function doubleClick(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).click(target, { double: true });
}

async function rightClick(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).click(target, { button: "right" });
}

When(...phrase("{actor} double-click(s) (on ){target}", doubleClick));
When(...phrase("{actor} double click(s) (on ){target}", doubleClick));
When(...phrase("{actor} right-click(s) (on ){target}", rightClick));
When(...phrase("{actor} right click(s) (on ){target}", rightClick));

async function hover(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).hover(target);
}

When(
  ...phrase(
    "{actor} {hovers} (the mouse )(over )(on ){target}",
    (actor: Actor, _: string, target: Target) => hover(actor, target),
  ),
);
When(...phrase("{actor} point(s) at {target}", hover));
When(...phrase("{actor} move(s) the mouse over/to {target}", hover));

async function pressKey(actor: Actor, key: string, target?: Target): Promise<void> {
  await (await actor.browser()).pressKey(key, target && asKind(target, "field"));
}

When(
  ...phrase("{actor} press(es)/hit(s)/use(s) {keyed}", (actor: Actor, key: string) =>
    pressKey(actor, key),
  ),
);
When(
  ...phrase(
    "{actor} press(es)/hit(s)/use(s) {keyed} in/on {target}",
    (actor: Actor, key: string, target: Target) => pressKey(actor, key, target),
  ),
);
/** The dropdown "Actions" that opens is a button with a menu; what a field lists, the browser opens. */
function opened(verb: string, target: Target): Target {
  return verb.startsWith("open") && target.kind === "field"
    ? { ...target, kind: "button" }
    : target;
}

async function expand(actor: Actor, target: Target, wanted: boolean): Promise<void> {
  const browser = await actor.browser();
  // What opens and closes a section is the button that has its name.
  const isPlace = target.kind === "any" || target.kind === "region";
  const button: Target = isPlace && target.name !== "" ? { ...target, kind: "button" } : target;
  let isExpanded = true;
  await browser.see(button);
  await browser.expectState(button, "expanded", { withinMs: 1 }).catch(() => {
    isExpanded = false;
  });
  if (isExpanded !== wanted) await browser.click(button);
  await browser.expectState(button, "expanded", { not: !wanted });
}

When(
  ...phrase("{actor} {expands} {target}", (actor: Actor, verb: string, target: Target) =>
    expand(actor, opened(verb, target), true),
  ),
);
When(
  ...phrase("{actor} collapse(s) {target}", (actor: Actor, target: Target) =>
    expand(actor, target, false),
  ),
);
When(
  ...phrase("{actor} tab(s) to {target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).reachWithKey(target, "Tab");
  }),
);
