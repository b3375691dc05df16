// Phrases that open pages and say on which page one must be. Pages have paths, addresses, or a team's own names.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
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

Given(...phrase("{actor} am/is/are on/viewing (the )(page )(URL )(url ){text}", open));
function haveOpened(this: StoryWorld, actor: Actor, _: string, path: string): Promise<void> {
  return open.call(this, actor, path);
}

Given(...phrase("{actor} have/has {gone} (the )(page ){text}", haveOpened));
Given(...phrase("{actor} am/is/are on the {page} page", openNamed));
Given(...phrase("{actor} am/is/are on the homepage/home( page)", openHome));
When(
  ...phrase(
    "{actor} open(s)/visit(s)/load(s)/access(es) (the )(page )(URL )(url )(site )(website )(address ){text}",
    open,
  ),
);
When(...phrase("{actor} open(s)/visit(s) the {page} page", openNamed));
When(...phrase("{actor} open(s)/visit(s) the homepage/home( page)", openHome));
When(
  ...phrase(
    "{actor} go(es)/navigate(s)/browse(s) to (the )(page )(URL )(url )(site )(website )(address ){text}",
    open,
  ),
);
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to the {page} page", openNamed));
When(...phrase("{actor} go(es)/navigate(s)/browse(s) to the homepage/home( page)", openHome));

When(
  ...phrase("{actor} reload(s)/refresh(es) the (current )page/browser", async (actor: Actor) => {
    await (await actor.browser()).reload();
  }),
);
When(
  ...phrase("{actor} go(es)/navigate(s)/move(s) back(ward)(s)( one page)", async (actor: Actor) => {
    await (await actor.browser()).goBack();
  }),
);
When(
  ...phrase(
    "{actor} go(es)/navigate(s)/return(s) (back )to the previous page",
    async (actor: Actor) => {
      await (await actor.browser()).goBack();
    },
  ),
);
When(
  ...phrase("{actor} go(es)/navigate(s)/move(s) forward(s)( one page)", async (actor: Actor) => {
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

Then(...phrase("{actor} should/must (still )(now )be on (the )(page )(URL )(url ){text}", isOn));
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
function arrives(this: StoryWorld, actor: Actor, _: string, place: string): Promise<void> {
  return beOn(this, actor, place);
}

Then(...phrase("{actor} {arriving} (the )(page )(URL )(url ){text}", arrives));
Then(
  ...phrase(
    "{actor} {arriving} the {page} page",
    function (this: StoryWorld, actor: Actor, _: string, page: PageName) {
      return beOn(this, actor, pathOfPage(this.settings.pages, page));
    },
  ),
);
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
    "{actor} {arriving} the homepage/home( page)",
    function (this: StoryWorld, actor: Actor, _: string) {
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
    "{actor} should see {text} in/as the (page )title",
    async (actor: Actor, text: string) => {
      await (await actor.browser()).expectTitle((title) =>
        title.includes(text)
          ? undefined
          : `expected the title to contain "${text}", but it was "${title}"`,
      );
    },
  ),
);
Then(
  ...phrase("{actor} should see the (page )title {text}", async (actor: Actor, text: string) => {
    await (await actor.browser()).expectTitle((title) =>
      title.includes(text)
        ? undefined
        : `expected the title to contain "${text}", but it was "${title}"`,
    );
  }),
);
Then(
  ...phrase(
    "the {pageword} should have the title {text}",
    async function (this: StoryWorld, _: string, text: string) {
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
  await browser.expectAddress("full", (address) => judgeWholeOrPath(address, check));
}

/** Whoever says `the URL should be "/contact"` means the path; the query counts where the sentence has one. */
function judgeWholeOrPath(address: string, check: Check): string | undefined {
  const [, path] = /["'](\/[^"']*)["']/.exec(check.text) ?? [];
  if (path === undefined) return check.judge(address, "the address");
  const { pathname, search, hash } = new URL(address);
  const isWhole = /[?#]/.test(path) || !/\b(?:be|is|equals?)\b/.test(check.text);
  const failure = check.judge(isWhole ? pathname + search + hash : pathname, "the path");
  return failure === undefined ? undefined : `${failure}; the address is ${address}`;
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

Then(
  ...phrase(
    "the URL/url/address should have/contain the (query )parameter {text}",
    async function (this: StoryWorld, name: string) {
      await (await frontBrowser(this)).expectAddress("full", (address) =>
        new URL(address).searchParams.has(name)
          ? undefined
          : `there is no parameter "${name}"; the address is ${address}`,
      );
    },
  ),
);
When(
  ...phrase(
    "{actor} wait(s) until the {location} {check}",
    async (actor: Actor, _: string, check: Check) => {
      const judge = (address: string) => judgeWholeOrPath(address, check);
      await (await actor.browser()).expectAddress("full", judge);
    },
  ),
);

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
async function isLoaded(browser: BrowserSession): Promise<void> {
  await browser.expectPage("progress", (progress) =>
    progress === "complete" ? undefined : `expected the page to be loaded, but it is ${progress}`,
  );
}

When(
  ...phrase("{actor} wait(s) for the page to (be )load(ed)", async (actor: Actor) => {
    await isLoaded(await actor.browser());
  }),
);
When(
  ...phrase("{actor} wait(s) until the page is/has loaded", async (actor: Actor) => {
    await isLoaded(await actor.browser());
  }),
);
Then(
  ...phrase("the page should/has/is (be )(have )(fully )loaded", async function (this: StoryWorld) {
    await isLoaded(await frontBrowser(this));
  }),
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
