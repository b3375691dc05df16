// Phrases for the mouse beyond clicking: drag, hold, scroll.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import { phrase } from "../phrase.ts";

async function drag(actor: Actor, from: Target, to: Target): Promise<void> {
  await (await actor.browser()).drag(from, to);
}

When(...phrase("{actor} drag(s) {target} to/onto/into/over {target}", drag));
When(...phrase("{actor} drag(s) and drop(s) {target} to/onto/into/on/over {target}", drag));
When(...phrase("{actor} drag(s) {target} and drop(s) it to/onto/into/on/in/over {target}", drag));

/** As long as pages wait before they call it one. */
const longPressMs = 1_000;

async function pressAndHold(actor: Actor, target: Target, forMs = longPressMs): Promise<void> {
  await (await actor.browser()).pressAndHold(target, forMs);
}

When(
  ...phrase("{actor} long-press(es) (on ){target}", (actor: Actor, target: Target) =>
    pressAndHold(actor, target),
  ),
);
When(
  ...phrase("{actor} long press(es) (on ){target}", (actor: Actor, target: Target) =>
    pressAndHold(actor, target),
  ),
);
When(
  ...phrase("{actor} press(es)/click(s) and hold(s) {target}", (actor: Actor, target: Target) =>
    pressAndHold(actor, target),
  ),
);
When(
  ...phrase(
    "{actor} press(es)/click(s) and hold(s) {target} for {duration}",
    (actor: Actor, target: Target, forMs: number) => pressAndHold(actor, target, forMs),
  ),
);
When(
  ...phrase("{actor} move(s) the mouse away", async (actor: Actor) => {
    await (await actor.browser()).moveMouseAway();
  }),
);
