// Phrases that say in words of their own that something is demanded: "I verify that …", "I expect … to …".
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { storyWorld } from "../parameters.ts";
import { phrase } from "../phrase.ts";
import { readCheck } from "../read-check.ts";
import { defineWords } from "./define-words.ts";
import { frontBrowser } from "./front-browser.ts";
import { type ExpectedState, readState, statePattern } from "./parameters.ts";
import { elementPattern, parseTarget } from "./target-words.ts";

type Subject = "page" | "title" | "address" | Target;

const address = "the (?:(?:current|page) )*(?:address|url|URL)";

defineWords(
  "verifies",
  "(?:verif(?:y|ies)|checks?|ensures?|asserts?|confirms?|makes? sure|expects?) that",
  (words) => words,
);
defineWords(
  "subject",
  `the page|the (?:page )?title|${address}|${elementPattern}`,
  (words, resolve): Subject => {
    if (words === "the page") return "page";
    if (/^the (?:page )?title$/.test(words)) return "title";
    if (new RegExp(`^${address}$`).test(words)) return "address";
    return parseTarget(words, resolve);
  },
);
defineWords(
  "isstate",
  `(?:is|are|(?:should|must)(?: not)? be)(?: not)? ${statePattern}`,
  (words): ExpectedState => {
    const { state, not } = readState(words.split(" ").at(-1) ?? "");
    return { state, not: not !== words.includes(" not ") };
  },
);
defineWords("tobestate", `(?:not )?to (?:not )?be ${statePattern}`, (words): ExpectedState => {
  const { state, not } = readState(words.split(" ").at(-1) ?? "");
  return { state, not: not !== /\bnot\b/.test(words) };
});
// Looser than checks are: what is no check is told as such.
defineWords(
  "tocheck",
  `(?:not )?to (?:not )?(?:be|equal|contain|include|match|start|begin|end|have|exist)\\b(?! ${statePattern}$)(?: .+)?`,
  (words, _, world): Check => {
    const not = /^not to|^to not/.test(words) ? " not" : "";
    const rest = words.replace(/^(?:not to|to not|to) /, "");
    return readCheck(storyWorld(world), `should${not} ${rest}`);
  },
);

defineWords(
  "eventually",
  "should eventually (?:be|equal|contain|include|match|start|begin|end|have|exist) .+",
  (words, _, world) => readCheck(storyWorld(world), words.replace(" eventually", "")),
);

async function judge(browser: BrowserSession, subject: Subject, check: Check): Promise<void> {
  if (subject === "title") {
    return await browser.expectTitle((title) => check.judge(title, "the title"));
  }
  if (subject === "address") {
    return await browser.expectAddress("full", (url) => check.judge(url, "the address"));
  }
  if (subject === "page") {
    const page: Target = { kind: "any", name: "css=body" };
    return await browser.expectText(page, (text) => check.judge(text, "the page"));
  }
  if (check.judge(undefined) === undefined) return await browser.see(subject, { absent: true });
  if (subject.kind === "field") await browser.expectValue(subject, (value) => check.judge(value));
  else await browser.expectText(subject, (text) => check.judge(text));
}

async function isIn(actor: Actor, target: Target, { state, not }: ExpectedState): Promise<void> {
  const browser = await actor.browser();
  if (state === "visible") await browser.see(target, { absent: not });
  else await browser.expectState(target, state, { not });
}

Then(
  ...phrase(
    "{actor} {verifies} {subject} {check}",
    async (actor: Actor, _: string, subject: Subject, check: Check) => {
      await judge(await actor.browser(), subject, check);
    },
  ),
);
Then(
  ...phrase(
    "{actor} {verifies} {target} {isstate}",
    (actor: Actor, _: string, target: Target, state: ExpectedState) => isIn(actor, target, state),
  ),
);
Then(
  ...phrase(
    "{actor} {verifies} {actor} (can )(should )see(s) {target}",
    async (_: Actor, __: string, actor: Actor, target: Target) => {
      await (await actor.browser()).see(target);
    },
  ),
);
Then(
  ...phrase(
    "{actor} expect(s) {subject} {tocheck}",
    async (actor: Actor, subject: Subject, check: Check) => {
      await judge(await actor.browser(), subject, check);
    },
  ),
);
Then(...phrase("{actor} expect(s) {target} {tobestate}", isIn));
Then(
  ...phrase("{actor} expect(s) to see {target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).see(target);
  }),
);
Then(
  ...phrase("{actor} expect(s) not to see {target}", async (actor: Actor, target: Target) => {
    await (await actor.browser()).see(target, { absent: true });
  }),
);
Then(
  ...phrase(
    "{element} {eventually}",
    async function (this: StoryWorld, target: Target, check: Check) {
      await judge(await frontBrowser(this), target, check);
    },
  ),
);
