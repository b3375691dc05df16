// Phrases about the title of the page in front and about its address: the whole of it, or a part.
import { Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import type { Patience } from "./parameters.ts";

async function judgeTitle(this: StoryWorld, check: Check, { withinMs }: Patience): Promise<void> {
  const judge = (title: string) => check.judge(title, "the title");
  await (await frontBrowser(this)).expectTitle(judge, withinMs);
}

Then(...phrase("the (page )title {check}{patience}", judgeTitle));
Then(...phrase("the title of the page {check}{patience}", judgeTitle));
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

async function judgeAddress(
  this: StoryWorld,
  _: string,
  check: Check,
  { withinMs }: Patience,
): Promise<void> {
  const browser = await frontBrowser(this);
  const judge = (address: string) => judgeWholeOrPath(address, check);
  await browser.expectAddress("full", judge, withinMs);
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

Then(...phrase("the {location} {check}{patience}", judgeAddress));
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
    "the URL/url/address should have/contain the (query )parameter {text}{itsvalue}",
    async function (this: StoryWorld, name: string, wanted: string | undefined) {
      await (await frontBrowser(this)).expectAddress("full", (address) => {
        const values = new URL(address).searchParams.getAll(name);
        if (wanted === undefined ? values.length > 0 : values.includes(wanted)) return undefined;
        const told =
          values.length === 0
            ? `there is no parameter "${name}"`
            : `"${name}" is "${values.join(", ")}"`;
        return `${told}; the address is ${address}`;
      });
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
Then(
  ...phrase(
    "the (meta )description of the page {check}",
    async function (this: StoryWorld, check: Check) {
      const browser = await frontBrowser(this);
      await browser.expectPage("description", (text) => check.judge(text, "the description"));
    },
  ),
);
