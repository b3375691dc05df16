// Phrases about those who use a page with the keyboard alone.
import { Then } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import { phrase } from "../phrase.ts";

async function reach(actor: Actor, target: Target, key = "Tab"): Promise<void> {
  await (await actor.browser()).reachWithKey(target, key);
}

Then(
  ...phrase(
    "{actor} should be able to reach/focus {target} with/using the keyboard",
    (actor: Actor, target: Target) => reach(actor, target),
  ),
);
Then(
  ...phrase(
    "{actor} should be able to reach/focus {target} with/using the {key} key",
    (actor: Actor, target: Target, key: string) => reach(actor, target, key),
  ),
);
Then(
  ...phrase("{actor} can reach {target} with/using the keyboard", (actor: Actor, target: Target) =>
    reach(actor, target),
  ),
);
