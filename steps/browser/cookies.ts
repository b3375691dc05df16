// Phrases about the browser's cookies. Those of the API session have phrases of their own.
import { Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import "../step-kind.ts";
import { frontBrowser } from "./front-browser.ts";

Given(
  ...phrase(
    "{actor} set(s)/change(s)/add(s) the browser cookie {text} to/with/as {value}",
    async (actor: Actor, name: string, value: unknown) => {
      await (await actor.browser()).setCookie(name, String(value));
    },
  ),
);
Given(
  ...phrase(
    "{actor} have/has the/a browser cookie {text} with (the )(value ){value}",
    async function (this: StoryWorld, actor: Actor, name: string, value: unknown) {
      const browser = await actor.browser();
      if (!this.isOutcome) return await browser.setCookie(name, String(value));
      await browser.expectCookie(name, (found) =>
        found === String(value)
          ? undefined
          : `expected the cookie "${name}" to be "${value}", but it ${found === undefined ? "is missing" : `was "${found}"`}`,
      );
    },
  ),
);
When(
  ...phrase(
    "{actor} delete(s)/remove(s)/clear(s) the browser cookie {text}",
    async (actor: Actor, name: string) => {
      await (await actor.browser()).clearCookies(name);
    },
  ),
);
When(
  ...phrase(
    "{actor} delete(s)/remove(s)/clear(s) (all )(the )(my )(browser )cookies",
    async (actor: Actor) => {
      await (await actor.browser()).clearCookies();
    },
  ),
);

// A sentence that does not say whose cookies it means: those of the pages, where a browser is open, else the API session's.
When(
  ...phrase(
    "{actor} delete(s)/remove(s)/clear(s) the cookie {text}",
    async (actor: Actor, name: string) => {
      const browser = await actor.openBrowser();
      if (browser !== undefined) await browser.clearCookies(name);
      else await actor.api.removeCookies(name);
    },
  ),
);
When(
  ...phrase(
    "{actor} remember(s)/store(s)/save(s) the (value of the )browser cookie {text} as {text}",
    async function (this: StoryWorld, actor: Actor, cookie: string, name: string) {
      const cookies = await (await actor.browser()).cookies();
      const found = cookies.find((one) => one.name === cookie);
      const known = cookies.map((one) => one.name).join(", ") || "none";
      if (found === undefined)
        throw new Error(`There is no cookie "${cookie}"; the cookies are: ${known}.`);
      this.memory.remember(name, found.value);
    },
  ),
);

async function judgeCookie(
  world: StoryWorld,
  name: string,
  check: Pick<Check, "judge">,
): Promise<void> {
  const browser = await frontBrowser(world);
  await browser.expectCookie(name, (value) => check.judge(value, `the cookie "${name}"`));
}

Then(
  ...phrase(
    "the browser cookie {text} {check}",
    async function (this: StoryWorld, name: string, check: Check) {
      await judgeCookie(this, name, check);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should have the/a browser cookie {text}",
    async (actor: Actor, name: string) => {
      const browser = await actor.browser();
      await browser.expectCookie(name, (value) =>
        value === undefined ? `there is no cookie "${name}"` : undefined,
      );
    },
  ),
);
Then(
  ...phrase(
    "{actor} should not have the/a browser cookie {text}",
    async (actor: Actor, name: string) => {
      const browser = await actor.browser();
      await browser.expectCookie(name, (value) =>
        value === undefined ? undefined : `there still is a cookie "${name}"`,
      );
    },
  ),
);
