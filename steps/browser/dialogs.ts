// Phrases about the browser's own dialogs: alert, confirm, prompt. A dialog that the page draws is a target.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { DialogAnswer, DialogKind } from "../../src/journey/browser/dialog-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";

type Kinds = readonly DialogKind[] | undefined;

async function prepareAnswer(actor: Actor, answer: DialogAnswer): Promise<void> {
  await actor.prepareBrowser(async (browser) => browser.expectToAnswer(answer));
}

Given(
  ...phrase(
    "{actor} (will ){answer} the next {dialog}",
    (actor: Actor, given: DialogAnswer, _: Kinds) => prepareAnswer(actor, given),
  ),
);
Given(
  ...phrase(
    "{actor} (will )answer(s) the next {dialog} with {text}",
    (actor: Actor, _: Kinds, text: string) => prepareAnswer(actor, { kind: "accept", text }),
  ),
);

async function answer(actor: Actor, given: DialogAnswer): Promise<void> {
  await (await actor.browser()).answerDialog(given);
}

When(
  ...phrase("{actor} {answer} the {dialog}", (actor: Actor, given: DialogAnswer, _: Kinds) =>
    answer(actor, given),
  ),
);
When(
  ...phrase(
    "{actor} answer(s)/accept(s)/confirm(s) the {dialog} with {text}",
    (actor: Actor, _: Kinds, text: string) => answer(actor, { kind: "accept", text }),
  ),
);
When(
  ...phrase(
    "{actor} enter(s)/type(s)/write(s) {text} in/into the (browser )prompt( box)",
    async (actor: Actor, text: string) => {
      await (await actor.browser()).typeInDialog(text);
    },
  ),
);

When(
  ...phrase(
    "{actor} enter(s)/type(s)/write(s) {text} in/into the (browser )prompt( box) and {answer} it",
    (actor: Actor, text: string, given: DialogAnswer) =>
      answer(actor, given.kind === "accept" ? { ...given, text } : given),
  ),
);

/** A dialog or note that the page draws: by what closes it there, else with the Escape key. */
async function close(actor: Actor, thing: Target): Promise<void> {
  const browser = await actor.browser();
  await browser.see(thing);
  const closer: Target = { kind: "button", name: "Close", within: thing };
  let closers = 0;
  await browser.expectCount(closer, (count) => {
    closers = count;
    return undefined;
  });
  if (closers > 0) await browser.click({ ...closer, nth: 1 });
  else await browser.pressKey("Escape");
  await browser.see(thing, { absent: true });
}

When(...phrase("{actor} close(s) {closable}", close));

async function clickAndAnswer(actor: Actor, target: Target, given: DialogAnswer): Promise<void> {
  await (await actor.browser()).click(target);
  await answer(actor, given);
}

When(
  ...phrase(
    "{actor} press(es)/click(s)/follow(s) (on ){target} and {answer} the {dialog}",
    (actor: Actor, target: Target, given: DialogAnswer, _: Kinds) =>
      clickAndAnswer(actor, target, given),
  ),
);
When(
  ...phrase(
    "{actor} press(es)/click(s)/follow(s) (on ){target} and answer(s) the {dialog} with {text}",
    (actor: Actor, target: Target, _: Kinds, text: string) =>
      clickAndAnswer(actor, target, { kind: "accept", text }),
  ),
);

async function judgeDialog(world: StoryWorld, kinds: Kinds, check: Pick<Check, "judge">) {
  const browser = await frontBrowser(world);
  // What may be missing altogether is not to be waited for: "should not exist".
  if (check.judge(undefined) === undefined) return browser.expectNoDialog();
  const judge = (text: string) => check.judge(text, "its text");
  await browser.expectDialog(judge, kinds === undefined ? {} : { kinds });
}

const anything = { judge: (text: unknown) => (text === undefined ? "there is none" : undefined) };

function saying(wanted: string, whole: boolean): Pick<Check, "judge"> {
  const tidy = (text: unknown) =>
    String(text ?? "")
      .replace(/\s+/g, " ")
      .trim();
  const holds = (text: string) => (whole ? text === tidy(wanted) : text.includes(tidy(wanted)));
  return {
    judge: (text) =>
      text !== undefined && holds(tidy(text))
        ? undefined
        : `expected it to ${whole ? "say" : "contain"} "${wanted}", but it says "${tidy(text)}"`,
  };
}

Then(
  ...phrase(
    "the {browserdialog} {check}",
    async function (this: StoryWorld, kinds: Kinds, check: Check) {
      await judgeDialog(this, kinds, check);
    },
  ),
);
Then(
  ...phrase(
    "the {browserdialog} should say/ask/read {text}",
    async function (this: StoryWorld, kinds: Kinds, text: string) {
      await judgeDialog(this, kinds, saying(text, true));
    },
  ),
);
Then(
  ...phrase(
    "a/an/the {browserdialog} should {opened}",
    async function (this: StoryWorld, kinds: Kinds, _: string) {
      await judgeDialog(this, kinds, anything);
    },
  ),
);
async function seeDialog(actor: Actor, kinds: Kinds, check: Pick<Check, "judge">): Promise<void> {
  const judge = (text: string) => check.judge(text);
  await (await actor.browser()).expectDialog(judge, kinds === undefined ? {} : { kinds });
}

Then(
  ...phrase("{actor} should see a/an/the {browserdialog}", (actor: Actor, kinds: Kinds) =>
    seeDialog(actor, kinds, anything),
  ),
);
Then(
  ...phrase(
    "{actor} should see a/an/the {browserdialog} (saying )(asking )(with )(the )(text )(message ){text}",
    (actor: Actor, kinds: Kinds, text: string) => seeDialog(actor, kinds, saying(text, false)),
  ),
);
Then(
  ...phrase("{actor} should not see a/an/any {browserdialog}", async (actor: Actor, _: Kinds) => {
    (await actor.browser()).expectNoDialog();
  }),
);
Then(
  ...phrase("no {dialog} should {opened}", async function (this: StoryWorld, _: Kinds, __: string) {
    (await frontBrowser(this)).expectNoDialog();
  }),
);

When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the text/message of the {browserdialog} as {text}",
    async function (this: StoryWorld, actor: Actor, _: Kinds, name: string) {
      this.memory.remember(name, await (await actor.browser()).dialogText());
    },
  ),
);
