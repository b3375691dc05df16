// Phrases that say what must be on the page, and what must not.
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";

async function see(
  actor: Actor,
  target: Target,
  options: { readonly absent?: boolean; readonly withinMs?: number } = {},
): Promise<void> {
  await (await actor.browser()).see(target, options);
}

Then(
  ...phrase("{actor} should see {target}", (actor: Actor, target: Target) => see(actor, target)),
);
Then(...phrase("{actor} see(s) {target}", (actor: Actor, target: Target) => see(actor, target)));
Then(
  ...phrase("{actor} should not see {target}", (actor: Actor, target: Target) =>
    see(actor, target, { absent: true }),
  ),
);
Then(
  ...phrase("{actor} do/does not see {target}", (actor: Actor, target: Target) =>
    see(actor, target, { absent: true }),
  ),
);
Then(
  ...phrase("{actor} shouldn't/don't/doesn't see {target}", (actor: Actor, target: Target) =>
    see(actor, target, { absent: true }),
  ),
);
Then(
  ...phrase(
    "{actor} should see {target} within {duration}",
    (actor: Actor, target: Target, withinMs: number) => see(actor, target, { withinMs }),
  ),
);
Then(
  ...phrase(
    "{actor} should not see {target} after/within {duration}",
    (actor: Actor, target: Target, withinMs: number) =>
      see(actor, target, { absent: true, withinMs }),
  ),
);
Then(
  ...phrase(
    "{actor} should see {text} in {field}",
    async (actor: Actor, text: string, field: Target) => {
      const browser = await actor.browser();
      await browser.expectValue(field, (value) =>
        value.includes(text)
          ? undefined
          : `expected it to contain "${text}", but it was "${value}"`,
      );
    },
  ),
);

When(
  ...phrase("{actor} wait(s) for {target}( to appear)", (actor: Actor, target: Target) =>
    see(actor, target),
  ),
);
When(
  ...phrase("{actor} wait(s) for {target} to disappear/vanish/go", (actor: Actor, target: Target) =>
    see(actor, target, { absent: true }),
  ),
);
When(
  ...phrase(
    "{actor} wait(s) up to {duration} for {target}",
    (actor: Actor, withinMs: number, target: Target) => see(actor, target, { withinMs }),
  ),
);
When(
  ...phrase(
    "{actor} wait(s) until {actor} see(s) {target}",
    (_: Actor, actor: Actor, target: Target) => see(actor, target),
  ),
);

type Compare = (count: number) => boolean;

async function seeCount(
  actor: Actor,
  things: Target,
  wanted: string,
  holds: Compare,
): Promise<void> {
  const browser = await actor.browser();
  await browser.expectCount(things, (count) =>
    holds(count) ? undefined : `expected ${wanted}, but there are ${count}`,
  );
}

Then(
  ...phrase(
    "{actor} should see (exactly ){int} {things}",
    (actor: Actor, wanted: number, things: Target) =>
      seeCount(actor, things, `${wanted}`, (count) => count === wanted),
  ),
);
Then(
  ...phrase(
    "{actor} should see at least {int} {things}",
    (actor: Actor, least: number, things: Target) =>
      seeCount(actor, things, `at least ${least}`, (count) => count >= least),
  ),
);
Then(
  ...phrase(
    "{actor} should see at most {int} {things}",
    (actor: Actor, most: number, things: Target) =>
      seeCount(actor, things, `at most ${most}`, (count) => count <= most),
  ),
);
Then(
  ...phrase(
    "{actor} should see more than {int} {things}",
    (actor: Actor, limit: number, things: Target) =>
      seeCount(actor, things, `more than ${limit}`, (count) => count > limit),
  ),
);
Then(
  ...phrase(
    "{actor} should see fewer/less than {int} {things}",
    (actor: Actor, limit: number, things: Target) =>
      seeCount(actor, things, `fewer than ${limit}`, (count) => count < limit),
  ),
);
Then(
  ...phrase("{actor} should see no {things}", (actor: Actor, things: Target) =>
    seeCount(actor, things, "none", (count) => count === 0),
  ),
);
Then(
  ...phrase(
    "the number of {things} {check}",
    async function (this: StoryWorld, things: Target, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectCount(things, (count) => check.judge(count, "the number"));
    },
  ),
);

Then(
  ...phrase("the page {check}", async function (this: StoryWorld, check: Check) {
    const browser = await frontBrowser(this);
    const page: Target = { kind: "any", name: "css=body" };
    await browser.expectText(page, (text) => check.judge(text, "the page"));
  }),
);
