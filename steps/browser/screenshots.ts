// Phrases that put pictures into the report.
import { When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";

interface Picture {
  readonly of: "window" | "page" | Target;
  readonly name?: string;
}

async function attach(world: StoryWorld, actor: Actor, { of, name }: Picture): Promise<void> {
  const { png } = await (await actor.browser()).screenshot(of);
  const fileName = `${(name ?? "screenshot").replace(/[^\p{L}\p{N}._-]+/gu, "-")}.png`;
  world.attach(Buffer.from(png), { mediaType: "image/png", fileName });
}

When(
  ...phrase(
    "{actor} take(s) a screenshot( of the page)",
    async function (this: StoryWorld, actor: Actor) {
      await attach(this, actor, { of: "window" });
    },
  ),
);
When(
  ...phrase(
    "{actor} take(s)/save(s)/make(s)/capture(s) a screenshot (named )(called )(as ){text}",
    async function (this: StoryWorld, actor: Actor, name: string) {
      await attach(this, actor, { of: "window", name });
    },
  ),
);
When(
  ...phrase(
    "{actor} take(s) a full( )(-)page screenshot",
    async function (this: StoryWorld, actor: Actor) {
      await attach(this, actor, { of: "page" });
    },
  ),
);
When(
  ...phrase(
    "{actor} take(s) a screenshot of the whole/full/entire page",
    async function (this: StoryWorld, actor: Actor) {
      await attach(this, actor, { of: "page" });
    },
  ),
);
When(
  ...phrase(
    "{actor} take(s) a screenshot of {target}",
    async function (this: StoryWorld, actor: Actor, of: Target) {
      await attach(this, actor, { of, ...(of.name !== "" && { name: of.name }) });
    },
  ),
);
