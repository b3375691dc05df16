// Phrases that keep something of a page for later sentences.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { asKind } from "./target-words.ts";

const verb = "{actor} remember(s)/store(s)/save(s)/keep(s)";

When(
  ...phrase(
    `${verb} the text of {target} as {text}`,
    async function (this: StoryWorld, actor: Actor, target: Target, name: string) {
      this.memory.remember(name, await (await actor.browser()).textOf(target));
    },
  ),
);
When(
  ...phrase(
    `${verb} the {contentof} {target} as {text}`,
    async function (this: StoryWorld, actor: Actor, _: string, field: Target, name: string) {
      this.memory.remember(name, await (await actor.browser()).valueOf(asKind(field, "field")));
    },
  ),
);
When(
  ...phrase(
    `${verb} the {location} as {text}`,
    async function (this: StoryWorld, actor: Actor, _: string, name: string) {
      this.memory.remember(name, (await actor.browser()).address());
    },
  ),
);
When(
  ...phrase(
    `${verb} the {pagetitle} as {text}`,
    async function (this: StoryWorld, actor: Actor, _: string, name: string) {
      const browser = await actor.browser();
      this.memory.remember(name, await lastOf<string>((judge) => browser.expectTitle(judge)));
    },
  ),
);
When(
  ...phrase(
    `${verb} the number of {things} as {text}`,
    async function (this: StoryWorld, actor: Actor, things: Target, name: string) {
      const browser = await actor.browser();
      const count = await lastOf<number>((judge) => browser.expectCount(things, judge));
      this.memory.remember(name, count);
    },
  ),
);
When(
  ...phrase(
    `${verb} the attribute {text} of {target} as {text}`,
    async function (
      this: StoryWorld,
      actor: Actor,
      attribute: string,
      target: Target,
      name: string,
    ) {
      this.memory.remember(name, await attributeOf(await actor.browser(), target, attribute));
    },
  ),
);

async function attributeOf(
  browser: BrowserSession,
  target: Target,
  attribute: string,
): Promise<string> {
  const value = await lastOf<string | undefined>((judge) =>
    browser.expectAttribute(target, attribute, (found) =>
      found === undefined ? `it has no attribute "${attribute}"` : judge(found),
    ),
  );
  return value ?? "";
}

/** What an expectation is shown when everything passes. */
async function lastOf<T>(
  expectation: (judge: (value: T) => undefined) => Promise<void>,
): Promise<T> {
  const seen: T[] = [];
  await expectation((value) => {
    seen.push(value);
    return undefined;
  });
  const [last] = seen.slice(-1);
  return last as T;
}
