// Phrases that open pages and say on which page one must be. Pages have paths, addresses, or a team's own names.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import { findPage, type PageName, pathOfPage } from "./page-names.ts";
import { judgePlace } from "./place.ts";

async function open(this: StoryWorld, actor: Actor, path: string): Promise<void> {
  const { pages } = this.settings;
  await (await actor.browser()).open(findPage(pages, path) ?? path);
}

async function openNamed(this: StoryWorld, actor: Actor, page: PageName): Promise<void> {
  await (await actor.browser()).open(pathOfPage(this.settings.pages, page));
}

async function openHome(actor: Actor): Promise<void> {
  await (await actor.browser()).open("/");
}

Given(...phrase("{actor} am/is/are on (the )(page ){text}", open));
Given(...phrase("{actor} am/is/are on the {page} page", openNamed));
Given(...phrase("{actor} am/is/are on the homepage/home( page)", openHome));
When(...phrase("{actor} open(s)/visit(s) (the )(page ){text}", open));
When(...phrase("{actor} open(s)/visit(s) the {page} page", openNamed));
When(...phrase("{actor} open(s)/visit(s) the homepage/home( page)", openHome));
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to (the )(page ){text}", open));
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to the {page} page", openNamed));
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to the homepage/home( page)", openHome));

When(
  ...phrase("{actor} reload(s)/refresh(es) the (current )page", async (actor: Actor) => {
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

async function beOn(world: StoryWorld, actor: Actor, place: string, not = false): Promise<void> {
  const browser = await actor.browser();
  const { environment, pages } = world.settings;
  const path = findPage(pages, place) ?? place;
  const judge = (address: string) => judgePlace(address, path, not, environment.baseUrl);
  await browser.expectAddress("full", judge);
}

function isOn(this: StoryWorld, actor: Actor, place: string): Promise<void> {
  return beOn(this, actor, place);
}

function isOnNamed(this: StoryWorld, actor: Actor, page: PageName): Promise<void> {
  return beOn(this, actor, pathOfPage(this.settings.pages, page));
}

Then(...phrase("{actor} should (still )(now )be on (the )(page ){text}", isOn));
Then(...phrase("{actor} should (still )(now )be on the {page} page", isOnNamed));
Then(
  ...phrase(
    "{actor} should not (longer )be on (the )(page ){text}",
    function (this: StoryWorld, actor: Actor, place: string) {
      return beOn(this, actor, place, true);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should not be on the {page} page",
    function (this: StoryWorld, actor: Actor, page: PageName) {
      return beOn(this, actor, pathOfPage(this.settings.pages, page), true);
    },
  ),
);
Then(...phrase("{actor} should be taken/redirected/sent/brought to (the )(page ){text}", isOn));
Then(...phrase("{actor} should be taken/redirected/sent/brought to the {page} page", isOnNamed));
Then(
  ...phrase(
    "{actor} should be on the homepage/home( page)",
    function (this: StoryWorld, actor: Actor) {
      return beOn(this, actor, "/");
    },
  ),
);
Then(
  ...phrase(
    "{actor} should be taken/redirected/sent/brought to the homepage/home( page)",
    function (this: StoryWorld, actor: Actor) {
      return beOn(this, actor, "/");
    },
  ),
);

async function judgeTitle(this: StoryWorld, check: Check): Promise<void> {
  await (await frontBrowser(this)).expectTitle((title) => check.judge(title, "the title"));
}

Then(...phrase("the (page )title {check}", judgeTitle));
Then(...phrase("the title of the page {check}", judgeTitle));
Then(
  ...phrase(
    "the page should have the title {text}",
    async function (this: StoryWorld, text: string) {
      await (await frontBrowser(this)).expectTitle((title) =>
        title === text ? undefined : `expected the title to be "${text}", but it was "${title}"`,
      );
    },
  ),
);

/** Judges a part of the address; undefined is a part that is not there. */
async function judgePart(
  world: StoryWorld,
  check: Check,
  subject: string,
  read: (url: URL) => string | undefined,
): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.expectAddress("full", (address) => {
    const failure = check.judge(read(new URL(address)), subject);
    return failure === undefined ? undefined : `${failure}; the address is ${address}`;
  });
}

async function judgeAddress(this: StoryWorld, _: string, check: Check): Promise<void> {
  const browser = await frontBrowser(this);
  await browser.expectAddress("full", (address) => check.judge(address, "the address"));
}

Then(...phrase("the {location} {check}", judgeAddress));
Then(
  ...phrase("the (page )(URL )path {check}", async function (this: StoryWorld, check: Check) {
    await judgePart(this, check, "the path", ({ pathname }) => pathname);
  }),
);
async function judgeParameter(this: StoryWorld, name: string, check: Check): Promise<void> {
  await judgePart(this, check, `the parameter "${name}"`, ({ searchParams }) =>
    searchParams.has(name) ? searchParams.getAll(name).join(", ") : undefined,
  );
}

Then(...phrase("the URL (query )parameter {text} {check}", judgeParameter));
Then(...phrase("the (query )parameter {text} of/in the address/url/URL {check}", judgeParameter));
Then(
  ...phrase(
    "the (URL )(address )fragment {check}",
    async function (this: StoryWorld, check: Check) {
      await judgePart(this, check, "the fragment", ({ hash }) => decodeURIComponent(hash.slice(1)));
    },
  ),
);
Then(
  ...phrase(
    "the (meta )description of the page {check}",
    async function (this: StoryWorld, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectPage("description", (text) => check.judge(text, "the description"));
    },
  ),
);
