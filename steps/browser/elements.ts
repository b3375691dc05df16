// Phrases that say what a thing on the page must be like: one check type, one locator, a few subjects.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import type { ExpectedState, Patience } from "./parameters.ts";
import { asKind } from "./target-words.ts";

/** "should have 3 rows": not about the text of a table, but about what is in it. */
const ofRows = /\b(?:have|has|contains?) (?:.*\d |no )(?:rows?|records?)$/;
const noRows = /\bno (?:rows?|records?)$/;
const ofItems = /\b(?:have|has|contains?) (?:.*\d |no )(?:items?|entries|entry|elements?)$/;

async function judgeElement(
  browser: BrowserSession,
  element: Target,
  check: Check,
  subject = "it",
): Promise<void> {
  // What may be missing altogether is not to be waited for: "should not exist".
  if (check.judge(undefined) === undefined) return await browser.see(element, { absent: true });
  if (element.kind === "table" && ofRows.test(check.text)) {
    if (!check.negated && !noRows.test(check.text)) {
      return await browser.expectTable(element, ({ rows }) => check.judge(rows, subject));
    }
    // What must not be there must be in none of them.
    return await browser.expectTables(element, (tables) =>
      tables.map(({ rows }) => check.judge(rows, subject)).find((problem) => problem !== undefined),
    );
  }
  if (element.kind === "list" && ofItems.test(check.text)) {
    const items: Target = { kind: "item", name: "", within: element };
    return await browser.expectCount(items, (count) => check.judge(Array(count), subject));
  }
  const judge = (text: string) => check.judge(text, subject);
  if (element.kind === "field") await browser.expectValue(element, judge);
  else await browser.expectText(element, judge);
}

Then(
  ...phrase("{element} {check}", async function (this: StoryWorld, element: Target, check: Check) {
    await judgeElement(await frontBrowser(this), element, check);
  }),
);

Then(
  ...phrase(
    "the text/content/contents of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      await judgeElement(await frontBrowser(this), target, check, "its text");
    },
  ),
);

/** Both verb forms of what a person reads: "the alert says "Saved"". */
async function saying(this: StoryWorld, target: Target, text: string, not = false): Promise<void> {
  const browser = await frontBrowser(this);
  const judge = (said: string) =>
    said.toLowerCase().includes(text.toLowerCase().trim()) !== not
      ? undefined
      : `expected it ${not ? "not to say" : "to say"} "${text}", but it says "${said}"`;
  if (target.kind === "field") await browser.expectValue(target, judge);
  else await browser.expectText(target, judge);
}

async function says(this: StoryWorld, target: Target, text: string): Promise<void> {
  await saying.call(this, target, text);
}

Then(...phrase("{field} should say/show/read/display {text}", says));
Then(...phrase("{field} says/shows/reads/displays {text}", says));
Then(
  ...phrase(
    "{field} should not say/show/read/display {text}",
    async function (this: StoryWorld, target: Target, text: string) {
      await saying.call(this, target, text, true);
    },
  ),
);

Then(
  ...phrase(
    "the value of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectValue(asKind(target, "field"), (value) =>
        check.judge(value, "its value"),
      );
    },
  ),
);

async function judgeState(
  world: StoryWorld,
  target: Target,
  { state, not }: ExpectedState,
  negated: boolean,
  options: Patience = {},
): Promise<void> {
  const browser = await frontBrowser(world);
  const contrary = not !== negated;
  // People say of radio buttons that they are selected.
  const isBox = target.kind === "radio" || target.kind === "checkbox";
  const asked = state === "selected" && isBox ? "checked" : state;
  if (asked === "visible") await browser.see(target, { absent: contrary, ...options });
  else await browser.expectState(target, asked, { not: contrary, ...options });
}

// Cucumber counts the parameters of what it calls: none may be optional.
async function isInState(this: StoryWorld, target: Target, state: ExpectedState): Promise<void> {
  await judgeState(this, target, state, false);
}

async function isSoonInState(
  this: StoryWorld,
  target: Target,
  state: ExpectedState,
  patience: Patience,
): Promise<void> {
  await judgeState(this, target, state, false, patience);
}

async function isNotInState(this: StoryWorld, target: Target, state: ExpectedState): Promise<void> {
  await judgeState(this, target, state, true);
}

Then(
  ...phrase("{target} should/must (still )(now )be (marked )(as ){state}{patience}", isSoonInState),
);
Then(...phrase("{target} should/must not/never (longer )be (marked )(as ){state}", isNotInState));
Then(...phrase("{target} is {state}", isInState));
Then(...phrase("{target} is not {state}", isNotInState));
const focused: ExpectedState = { state: "focused", not: false };

Then(
  ...phrase(
    "the (keyboard )focus {focuson} {target}",
    async function (this: StoryWorld, not: boolean, target: Target) {
      await judgeState(this, asKind(target, "field"), focused, not);
    },
  ),
);
Then(
  ...phrase("{target} should have (the )focus", async function (this: StoryWorld, target: Target) {
    await judgeState(this, asKind(target, "field"), focused, false);
  }),
);
