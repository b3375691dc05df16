// Phrases that say what a thing on the page must be like: one check type, one locator, a few subjects.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import type { ExpectedState } from "./parameters.ts";

Then(
  ...phrase("{element} {check}", async function (this: StoryWorld, element: Target, check: Check) {
    const browser = await frontBrowser(this);
    // What may be missing altogether is not to be waited for: "should not exist".
    if (check.judge(undefined) === undefined) return await browser.see(element, { absent: true });
    const judge = (text: string) => check.judge(text, "it");
    if (element.kind === "field") await browser.expectValue(element, judge);
    else await browser.expectText(element, judge);
  }),
);

Then(
  ...phrase(
    "the text of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectText(target, (text) => check.judge(text, "its text"));
    },
  ),
);

Then(
  ...phrase(
    "the value of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      const browser = await frontBrowser(this);
      const field: Target = target.kind === "any" ? { ...target, kind: "field" } : target;
      await browser.expectValue(field, (value) => check.judge(value, "its value"));
    },
  ),
);

Then(
  ...phrase(
    "the attribute {text} of {target} {check}",
    async function (this: StoryWorld, name: string, target: Target, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectAttribute(target, name, (value) =>
        check.judge(value, `its attribute "${name}"`),
      );
    },
  ),
);

async function judgeState(
  world: StoryWorld,
  element: Target,
  { state, not }: ExpectedState,
  negated: boolean,
): Promise<void> {
  const browser = await frontBrowser(world);
  const contrary = not !== negated;
  if (state === "visible") await browser.see(element, { absent: contrary });
  else await browser.expectState(element, state, { not: contrary });
}

Then(
  ...phrase(
    "{element} should be {state}",
    async function (this: StoryWorld, element: Target, state: ExpectedState) {
      await judgeState(this, element, state, false);
    },
  ),
);
Then(
  ...phrase(
    "{element} should not be {state}",
    async function (this: StoryWorld, element: Target, state: ExpectedState) {
      await judgeState(this, element, state, true);
    },
  ),
);
Then(
  ...phrase(
    "{element} is {state}",
    async function (this: StoryWorld, element: Target, state: ExpectedState) {
      await judgeState(this, element, state, false);
    },
  ),
);
Then(
  ...phrase(
    "{element} is not {state}",
    async function (this: StoryWorld, element: Target, state: ExpectedState) {
      await judgeState(this, element, state, true);
    },
  ),
);
