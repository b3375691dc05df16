// Phrases that look into a frame for several steps; `… in the frame "Payment"` does so for one.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import { phrase } from "../phrase.ts";

async function enter(actor: Actor, name: string, nth?: number): Promise<void> {
  const frame: Target = { kind: "frame", name, ...(nth !== undefined && { nth }) };
  await (await actor.browser()).enterFrame(frame);
}

When(
  ...phrase(
    "{actor} switch(es)/change(s)/go(es) to/into the (i)frame (named )(called ){text}",
    (actor: Actor, name: string) => enter(actor, name),
  ),
);
When(
  ...phrase(
    "{actor} switch(es)/change(s)/go(es) to/into the {text} (i)frame",
    (actor: Actor, name: string) => enter(actor, name),
  ),
);
When(
  ...phrase("{actor} switch(es)/change(s)/go(es) to/into the (i)frame", (actor: Actor) =>
    enter(actor, ""),
  ),
);
When(
  ...phrase(
    "{actor} switch(es)/change(s)/go(es) to/into the {nth} (i)frame",
    (actor: Actor, nth: number) => enter(actor, "", nth),
  ),
);

async function leave(actor: Actor): Promise<void> {
  (await actor.browser()).leaveFrame();
}

When(
  ...phrase(
    "{actor} switch(es)/change(s)/return(s) (back )to {topframe}",
    (actor: Actor, _: string) => leave(actor),
  ),
);
When(...phrase("{actor} switch(es)/change(s)/return(s) back to the page", leave));
When(...phrase("{actor} exit(s)/switch(es) (out )(of )the (i)frame", leave));
When(
  ...phrase(
    "{actor} switch(es)/change(s)/return(s) (back )to the parent frame",
    async (actor: Actor) => {
      (await actor.browser()).leaveFrame("parent");
    },
  ),
);
