// Phrases that say what a thing on the page must be like: one check type, one locator, a few subjects.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { TableContent } from "../../src/journey/browser/content-port.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { judgeColumn } from "./columns.ts";
import { expectColumn } from "./expect-column.ts";
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
  patience: Patience,
  subject = "it",
): Promise<void> {
  const { withinMs } = patience;
  // What may be missing altogether is not to be waited for: "should not exist".
  if (check.judge(undefined) === undefined) {
    return await browser.see(element, { absent: true, ...patience });
  }
  if (element.kind === "column") {
    return await expectColumn(browser, element, (cells) => judgeColumn(cells, check), withinMs);
  }
  if (element.kind === "table" && ofRows.test(check.text)) {
    if (!check.negated && !noRows.test(check.text)) {
      const judgeOne = ({ rows }: TableContent) => check.judge(rows, subject);
      return await browser.expectTable(element, judgeOne, withinMs);
    }
    // What must not be there must be in none of them.
    const judgeAll = (tables: readonly TableContent[]) =>
      tables.map(({ rows }) => check.judge(rows, subject)).find((problem) => problem !== undefined);
    return await browser.expectTables(element, judgeAll, withinMs);
  }
  if (element.kind === "list" && ofItems.test(check.text)) {
    const items: Target = { kind: "item", name: "", within: element };
    const judgeCount = (count: number) => check.judge(Array(count), subject);
    return await browser.expectCount(items, judgeCount, withinMs);
  }
  const judge = (text: string) => check.judge(text, subject);
  if (element.kind === "field") await browser.expectValue(element, judge, withinMs);
  else await browser.expectText(element, judge, withinMs);
}

Then(
  ...phrase(
    "{element} {check}{patience}",
    async function (this: StoryWorld, element: Target, check: Check, patience: Patience) {
      await judgeElement(await frontBrowser(this), element, check, patience);
    },
  ),
);

Then(
  ...phrase(
    "the text/content/contents of {target} {check}{patience}",
    async function (this: StoryWorld, target: Target, check: Check, patience: Patience) {
      await judgeElement(await frontBrowser(this), target, check, patience, "its text");
    },
  ),
);

/** Both verb forms of what a person reads: "the alert says "Saved"". */
async function saying(
  this: StoryWorld,
  target: Target,
  text: string,
  { withinMs }: Patience,
  not = false,
): Promise<void> {
  const browser = await frontBrowser(this);
  const judge = (said: string) =>
    said.toLowerCase().includes(text.toLowerCase().trim()) !== not
      ? undefined
      : `expected it ${not ? "not to say" : "to say"} "${text}", but it says "${said}"`;
  if (target.kind === "field") await browser.expectValue(target, judge, withinMs);
  else await browser.expectText(target, judge, withinMs);
}

async function says(
  this: StoryWorld,
  target: Target,
  text: string,
  patience: Patience,
): Promise<void> {
  await saying.call(this, target, text, patience);
}

Then(...phrase("{field} should say/show/read/display {text}{patience}", says));
Then(...phrase("{field} says/shows/reads/displays {text}{patience}", says));
Then(
  ...phrase(
    "{field} should not say/show/read/display {text}{patience}",
    async function (this: StoryWorld, target: Target, text: string, patience: Patience) {
      await saying.call(this, target, text, patience, true);
    },
  ),
);

Then(
  ...phrase(
    "the value of {target} {check}{patience}",
    async function (this: StoryWorld, target: Target, check: Check, { withinMs }: Patience) {
      const browser = await frontBrowser(this);
      const judge = (value: string) => check.judge(value, "its value");
      await browser.expectValue(asKind(target, "field"), judge, withinMs);
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
  if (state === "visible") await browser.see(target, { absent: contrary, ...options });
  else await browser.expectState(target, state, { not: contrary, ...options });
}

// Cucumber counts the parameters of what it calls: none may be optional.
async function isInState(
  this: StoryWorld,
  target: Target,
  state: ExpectedState,
  patience: Patience,
): Promise<void> {
  await judgeState(this, target, state, false, patience);
}

async function isNotInState(
  this: StoryWorld,
  target: Target,
  state: ExpectedState,
  patience: Patience,
): Promise<void> {
  await judgeState(this, target, state, true, patience);
}

Then(...phrase("{target} should/must (still )(now )be (marked )(as ){state}{patience}", isInState));
Then(
  ...phrase(
    "{target} should/must not/never (longer )be (marked )(as ){state}{patience}",
    isNotInState,
  ),
);
Then(...phrase("{target} is {state}{patience}", isInState));
Then(...phrase("{target} is not {state}{patience}", isNotInState));
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
