// Phrases that say first how long something may take: "within 2 seconds the dialog should be closed"; and how long a page
// may take to load.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { PageError } from "../../src/drivers/browser/page-error.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { readSpan, spanUnit } from "../span.ts";
import { defineWords } from "./define-words.ts";
import { frontBrowser } from "./front-browser.ts";
import type { ExpectedState, Patience } from "./parameters.ts";

/** "eventually" names no time: the usual one. */
function patienceOf(withinMs: number | undefined): Patience {
  return withinMs === undefined ? {} : { withinMs };
}

Then(
  ...phrase(
    "{soon} {actor} should/must not/no (longer )see/find {target}",
    async (withinMs: number | undefined, actor: Actor, target: Target) => {
      await (await actor.browser()).see(target, { ...patienceOf(withinMs), absent: true });
    },
  ),
);
Then(
  ...phrase(
    "{soon} the page {shows} {target}",
    async function (
      this: StoryWorld,
      withinMs: number | undefined,
      absent: boolean,
      target: Target,
    ) {
      await (await frontBrowser(this)).see(target, { ...patienceOf(withinMs), absent });
    },
  ),
);
Then(
  ...phrase(
    "{soon} the page {pagecheck}",
    async function (this: StoryWorld, withinMs: number | undefined, check: Check) {
      const page: Target = { kind: "any", name: "css=body" };
      const judge = (text: string) => check.judge(text, "the page");
      await (await frontBrowser(this)).expectText(page, judge, withinMs);
    },
  ),
);
Then(
  ...phrase(
    "{soon} {target} should/must {appearing}",
    async function (
      this: StoryWorld,
      withinMs: number | undefined,
      target: Target,
      absent: boolean,
    ) {
      await (await frontBrowser(this)).see(target, { ...patienceOf(withinMs), absent });
    },
  ),
);
Then(
  ...phrase(
    "{soon} {target} {isstate}",
    async function (
      this: StoryWorld,
      withinMs: number | undefined,
      target: Target,
      { state, not }: ExpectedState,
    ) {
      const browser = await frontBrowser(this);
      const patience = patienceOf(withinMs);
      if (state === "visible") await browser.see(target, { ...patience, absent: not });
      else await browser.expectState(target, state, { ...patience, not });
    },
  ),
);

defineWords(
  "loadsin",
  `(?:(?:should|must) (?:(?:be|have) )?(?:fully )?load(?:ed)?|loads|is loaded) (?:within|in|in (?:less than|under|at most)|in no more than) \\d+(?:\\.\\d+)?(?: ?${spanUnit})?`,
  (words) => readSpan(/[\d.]+ ?[a-z]*$/.exec(words)?.[0] ?? ""),
);

// Read by the page itself, whose clock began with the click or the address that led to it.
const loadTime = `
  const [page] = performance.getEntriesByType("navigation");
  return page === undefined ? undefined : page.loadEventEnd || page.loadEventStart || undefined;`;

Then(
  ...phrase("the page {loadsin}", async function (this: StoryWorld, limitMs: number) {
    await demandLoad(await frontBrowser(this), limitMs);
  }),
);

async function demandLoad(browser: BrowserSession, limitMs: number): Promise<void> {
  await browser.expectPage("progress", (progress) =>
    progress === "complete" ? undefined : `expected the page to be loaded, but it is ${progress}`,
  );
  const tookMs = await browser.runScript(loadTime);
  if (typeof tookMs !== "number")
    throw new PageError(`The browser does not say how long ${browser.address()} took to load.`);
  if (tookMs <= limitMs) return;
  throw new PageError(
    `expected the page to load within ${limitMs} ms, but ${browser.address()} took ${Math.ceil(tookMs)} ms.\n` +
      "One load is one sample: a tag such as @lcp:p75<2.5s measures many.",
  );
}
