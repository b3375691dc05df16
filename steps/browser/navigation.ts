// Phrases that open pages and say on which page one must be. Pages have paths, addresses, or a team's own names.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import "../step-kind.ts";
import { frontBrowser } from "./front-browser.ts";
import { findPage, type PageName, pathOfPage } from "./page-names.ts";
import type { Patience } from "./parameters.ts";
import { judgePlace } from "./place.ts";

async function open(this: StoryWorld, actor: Actor, path: string): Promise<void> {
  const { pages } = this.settings;
  await (await actor.browser()).open(findPage(pages, path) ?? path);
}

/** What is so before anybody acts is brought about; after Then it is demanded. */
async function isOnOrOpens(this: StoryWorld, actor: Actor, path: string): Promise<void> {
  await (this.isOutcome ? beOn(this, actor, path) : open.call(this, actor, path));
}

async function openNamed(this: StoryWorld, actor: Actor, page: PageName): Promise<void> {
  await (await actor.browser()).open(pathOfPage(this.settings.pages, page));
}

async function openHome(actor: Actor): Promise<void> {
  await (await actor.browser()).open("/");
}

Given(...phrase("{actor} am/is/are on/viewing (the )(page )(URL )(url ){text}", isOnOrOpens));
function haveOpened(this: StoryWorld, actor: Actor, _: string, path: string): Promise<void> {
  return isOnOrOpens.call(this, actor, path);
}

Given(...phrase("{actor} have/has {gone} (the )(page ){text}", haveOpened));
Given(
  ...phrase(
    "{actor} am/is/are on the {page} page",
    function (this: StoryWorld, actor: Actor, page: PageName) {
      return isOnOrOpens.call(this, actor, pathOfPage(this.settings.pages, page));
    },
  ),
);
Given(
  ...phrase(
    "{actor} am/is/are on the homepage/home( page)",
    function (this: StoryWorld, actor: Actor) {
      return isOnOrOpens.call(this, actor, "/");
    },
  ),
);
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
  ...phrase("{actor} {goesback}", async (actor: Actor, _: string) => {
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

async function beOn(
  world: StoryWorld,
  actor: Actor,
  place: string,
  { withinMs }: Patience = {},
  not = false,
): Promise<void> {
  const browser = await actor.browser();
  const { environment, pages } = world.settings;
  const path = findPage(pages, place) ?? place;
  const judge = (address: string) => judgePlace(address, path, not, environment.baseUrl);
  await browser.expectAddress("full", judge, withinMs);
}

function isOn(this: StoryWorld, actor: Actor, place: string, patience: Patience): Promise<void> {
  return beOn(this, actor, place, patience);
}

function isOnNamed(
  this: StoryWorld,
  actor: Actor,
  page: PageName,
  patience: Patience,
): Promise<void> {
  return beOn(this, actor, pathOfPage(this.settings.pages, page), patience);
}

Then(
  ...phrase(
    "{actor} should/must (still )(now )be on (the )(page )(URL )(url ){text}{patience}",
    isOn,
  ),
);
Then(...phrase("{actor} should (still )(now )be on the {page} page{patience}", isOnNamed));
Then(
  ...phrase(
    "{actor} should not (longer )be on (the )(page ){text}",
    function (this: StoryWorld, actor: Actor, place: string) {
      return beOn(this, actor, place, {}, true);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should not be on the {page} page",
    function (this: StoryWorld, actor: Actor, page: PageName) {
      return beOn(this, actor, pathOfPage(this.settings.pages, page), {}, true);
    },
  ),
);
function arrives(
  this: StoryWorld,
  actor: Actor,
  _: string,
  place: string,
  patience: Patience,
): Promise<void> {
  return beOn(this, actor, place, patience);
}

Then(...phrase("{actor} {arriving} (the )(page )(URL )(url ){text}{patience}", arrives));
Then(
  ...phrase(
    "{actor} {arriving} the {page} page{patience}",
    function (this: StoryWorld, actor: Actor, _: string, page: PageName, patience: Patience) {
      return isOnNamed.call(this, actor, page, patience);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should be on the homepage/home( page){patience}",
    function (this: StoryWorld, actor: Actor, patience: Patience) {
      return beOn(this, actor, "/", patience);
    },
  ),
);
Then(
  ...phrase(
    "{actor} {arriving} the homepage/home( page){patience}",
    function (this: StoryWorld, actor: Actor, _: string, patience: Patience) {
      return beOn(this, actor, "/", patience);
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
