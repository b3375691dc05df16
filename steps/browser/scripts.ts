// Phrases that run code in the page, and those about the clipboard.
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";

async function run(this: StoryWorld, actor: Actor, _: string, code: string): Promise<void> {
  await (await actor.browser()).runScript(this.resolve(code));
}

When(...phrase("{actor} execute(s)/run(s)/evaluate(s) {script}:", run));
When(
  ...phrase(
    "{actor} execute(s)/run(s)/evaluate(s) {script} {text}",
    async (actor: Actor, _: string, code: string) => {
      await (await actor.browser()).runScript(code);
    },
  ),
);

When(
  ...phrase(
    "{actor} copy/copies (the )(text ){text} to the clipboard",
    async (actor: Actor, text: string) => {
      await (await actor.browser()).copy(text);
    },
  ),
);
Then(
  ...phrase("the clipboard {check}", async function (this: StoryWorld, check: Check) {
    await (await frontBrowser(this)).expectClipboard((text) => check.judge(text, "the clipboard"));
  }),
);
