// Phrases that keep something of a page for later sentences.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the text of {target} as {text}",
    async function (this: StoryWorld, actor: Actor, target: Target, name: string) {
      this.memory.remember(name, await (await actor.browser()).textOf(target));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the content/contents of {field} as {text}",
    async function (this: StoryWorld, actor: Actor, field: Target, name: string) {
      this.memory.remember(name, await (await actor.browser()).valueOf(field));
    },
  ),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the address of the page as {text}",
    async function (this: StoryWorld, actor: Actor, name: string) {
      this.memory.remember(name, (await actor.browser()).address());
    },
  ),
);
