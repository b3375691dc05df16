// Phrases that open pages, and that say where one must be.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import { judgePlace } from "./place.ts";

async function open(actor: Actor, path: string): Promise<void> {
  await (await actor.browser()).open(path);
}

Given(...phrase("{actor} am/is/are on (the )(page ){text}", open));
Given(...phrase("{actor} am/is/are on the {text} page", open));
Given(
  ...phrase("{actor} am/is/are on the homepage/home( page)", (actor: Actor) => open(actor, "/")),
);
When(...phrase("{actor} open(s)/visit(s) (the )(page ){text}", open));
When(...phrase("{actor} open(s)/visit(s) the {text} page", open));
When(
  ...phrase("{actor} open(s)/visit(s) the homepage/home( page)", (actor: Actor) =>
    open(actor, "/"),
  ),
);
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to (the )(page ){text}", open));
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to the {text} page", open));
When(
  ...phrase("{actor} go(es)/navigate(s) to the homepage/home( page)", (actor: Actor) =>
    open(actor, "/"),
  ),
);

When(
  ...phrase("{actor} reload(s)/refresh(es) the page", async (actor: Actor) => {
    await (await actor.browser()).reload();
  }),
);
When(
  ...phrase("{actor} go(es)/navigate(s)/move(s) back( one page)", async (actor: Actor) => {
    await (await actor.browser()).goBack();
  }),
);
When(
  ...phrase("{actor} go(es)/navigate(s)/move(s) forward( one page)", async (actor: Actor) => {
    await (await actor.browser()).goForward();
  }),
);

async function beOn(world: StoryWorld, actor: Actor, place: string, not: boolean): Promise<void> {
  const browser = await actor.browser();
  const { baseUrl } = world.settings.environment;
  await browser.expectAddress("full", (address) => judgePlace(address, place, not, baseUrl));
}

Then(
  ...phrase(
    "{actor} should be on (the )(page ){text}",
    async function (this: StoryWorld, actor: Actor, place: string) {
      await beOn(this, actor, place, false);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should be on the {text} page",
    async function (this: StoryWorld, actor: Actor, place: string) {
      await beOn(this, actor, place, false);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should not be on (the )(page ){text}",
    async function (this: StoryWorld, actor: Actor, place: string) {
      await beOn(this, actor, place, true);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should be taken/redirected/sent to (the )(page ){text}",
    async function (this: StoryWorld, actor: Actor, place: string) {
      await beOn(this, actor, place, false);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should be taken/redirected/sent to the {text} page",
    async function (this: StoryWorld, actor: Actor, place: string) {
      await beOn(this, actor, place, false);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should be on the homepage/home( page)",
    async function (this: StoryWorld, actor: Actor) {
      await beOn(this, actor, "/", false);
    },
  ),
);

Then(
  ...phrase("the (page )title {check}", async function (this: StoryWorld, check: Check) {
    await (await frontBrowser(this)).expectTitle((title) => check.judge(title, "the title"));
  }),
);
Then(
  ...phrase("the title of the page {check}", async function (this: StoryWorld, check: Check) {
    await (await frontBrowser(this)).expectTitle((title) => check.judge(title, "the title"));
  }),
);

async function judgeAddress(world: StoryWorld, check: Check): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.expectAddress("full", (address) => check.judge(address, "the address"));
}

Then(
  ...phrase("the (page )address {check}", async function (this: StoryWorld, check: Check) {
    await judgeAddress(this, check);
  }),
);
Then(
  ...phrase("the (page )(current )url {check}", async function (this: StoryWorld, check: Check) {
    await judgeAddress(this, check);
  }),
);
Then(
  ...phrase("the (page )(current )URL {check}", async function (this: StoryWorld, check: Check) {
    await judgeAddress(this, check);
  }),
);
Then(
  ...phrase("the (page )path {check}", async function (this: StoryWorld, check: Check) {
    const browser = await frontBrowser(this);
    await browser.expectAddress("path", (path) =>
      check.judge(path.replace(/[?#].*$/s, ""), "the path"),
    );
  }),
);
