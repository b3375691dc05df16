// Phrases that scroll, and that say what is within the window.
import { Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { ScrollTo } from "../../src/journey/browser/hand-port.ts";
import type { Target } from "../../src/journey/target.ts";
import { phrase } from "../phrase.ts";

async function scroll(actor: Actor, to: ScrollTo, within?: Target): Promise<void> {
  await (await actor.browser()).scroll(to, within);
}

async function scrollTo(actor: Actor, target: Target): Promise<void> {
  await (await actor.browser()).scrollTo(target);
}

When(...phrase("{actor} scroll(s) (down )(up )to {target}", scrollTo));
When(...phrase("{actor} scroll(s) {target} into view", scrollTo));

for (const edge of ["top", "bottom"] as const) {
  When(
    ...phrase(`{actor} scroll(s) (down )(up )to the ${edge}( of the page)`, (actor: Actor) =>
      scroll(actor, { kind: "edge", edge }),
    ),
  );
  When(
    ...phrase(
      `{actor} scroll(s) (down )(up )to the ${edge} of {element}`,
      (actor: Actor, within: Target) => scroll(actor, { kind: "edge", edge }, within),
    ),
  );
}

for (const direction of ["down", "up"] as const) {
  const sign = direction === "up" ? -1 : 1;
  When(
    ...phrase(`{actor} scroll(s) ${direction}( the page)( one page)`, (actor: Actor) =>
      scroll(actor, { kind: "page", direction }),
    ),
  );
  When(
    ...phrase(`{actor} scroll(s) ${direction} (by ){int} pixels/px`, (actor: Actor, y: number) =>
      scroll(actor, { kind: "by", x: 0, y: sign * y }),
    ),
  );
}

Then(
  ...phrase(
    "{actor} should see {target} in the viewport/window",
    async (actor: Actor, target: Target) => {
      await (await actor.browser()).expectInWindow(target);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see {target} without scrolling",
    async (actor: Actor, target: Target) => {
      await (await actor.browser()).expectInWindow(target);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should not see {target} in the viewport/window",
    async (actor: Actor, target: Target) => {
      await (await actor.browser()).expectInWindow(target, { not: true });
    },
  ),
);
