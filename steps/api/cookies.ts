// Phrases about an actor's cookies at the API, and about those that an answer sets.
import { type DataTable, Given, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { openFrontBrowser } from "../browser/front-browser.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { judgeCell } from "./cells.ts";
import { lastAsker } from "./polling.ts";
import { failWith, failWithAll } from "./response-values.ts";
import { type SetCookie, setCookieOf } from "./set-cookie.ts";

Given(
  ...phrase(
    "{actor} have/has/set(s)/use(s)/send(s) the/a cookie {text} (to )(with )(the )(value ){text}( for the request)( for the requests)",
    async (actor: Actor, name: string, value: string) => {
      await actor.api.setCookie(name, value);
    },
  ),
);

Given(
  ...phrase(
    "{actor} delete(s)/remove(s)/forget(s) the API cookie {text}",
    async (actor: Actor, name: string) => {
      await actor.api.removeCookies(name);
    },
  ),
);

Given(
  ...phrase("{actor} delete(s)/clear(s)/forget(s) the/all API cookies", async (actor: Actor) => {
    await actor.api.removeCookies();
  }),
);

Then(
  ...phrase("{actor} should have the/a cookie {text}", async (actor: Actor, name: string) => {
    const cookies = await actor.api.cookies();
    if (cookies.some((cookie) => cookie.name === name)) return;
    const known = cookies.map((cookie) => cookie.name).join(", ") || "none";
    throw new Error(
      `${actor.name} ${actor.name === "I" ? "have" : "has"} no cookie "${name}"; the cookies are: ${known}`,
    );
  }),
);

Then(
  ...phrase("{actor} should not have the/a cookie {text}", async (actor: Actor, name: string) => {
    const cookies = await actor.api.cookies();
    if (!cookies.some((cookie) => cookie.name === name)) return;
    throw new Error(`there is a cookie "${name}" of ${actor.name}, and there should be none`);
  }),
);

Then(
  ...phrase(
    "the cookie {text} of {actor} {check}",
    async (name: string, actor: Actor, check: Check) => {
      const cookies = await actor.api.cookies();
      const value = cookies.find((cookie) => cookie.name === name)?.value;
      failWith(check.judge(value, `the cookie "${name}"`));
    },
  ),
);

Then(
  ...phrase(
    "the response should set the/a cookie {text}",
    function (this: StoryWorld, name: string) {
      setCookieOf(this.lastResponse, name);
    },
  ),
);

Then(
  ...phrase(
    "the response should not set the/a cookie {text}",
    function (this: StoryWorld, name: string) {
      demandNoCookie(this, name);
    },
  ),
);

function demandNoCookie(world: StoryWorld, name: string): void {
  const set = world.lastResponse.headers.some(
    ([header, value]) => header.toLowerCase() === "set-cookie" && value.startsWith(`${name}=`),
  );
  if (set) throw new Error(`the response sets the cookie "${name}", and it should not`);
}

Then(
  ...phrase(
    "the cookie {text} {check}",
    async function (this: StoryWorld, name: string, check: Check) {
      // Who has a page open means its cookies. The browser pack has no such phrase: this one is for both.
      const front = await openFrontBrowser(this);
      if (front !== undefined) {
        return await front.expectCookie(name, (value) =>
          check.judge(value, `the cookie "${name}"`),
        );
      }
      const cookies = await lastAsker(this).api.cookies();
      const value = cookies.find((cookie) => cookie.name === name)?.value;
      failWith(check.judge(value, `the cookie "${name}"`));
    },
  ),
);

Then(
  ...phrase(
    "the response cookie {text} {check}",
    function (this: StoryWorld, name: string, check: Check) {
      failWith(check.judge(setCookieOf(this.lastResponse, name).value, `the cookie "${name}"`));
    },
  ),
);

function flagOf(cookie: SetCookie, flag: string): boolean {
  return /secure/i.test(flag) ? cookie.secure : cookie.httpOnly;
}

Then(
  ...phrase(
    "the (response )cookie {text} should have (the )(an )attribute {text}{withvalue}",
    function (this: StoryWorld, name: string, attribute: string, wanted: string | undefined) {
      const cookie = setCookieOf(this.lastResponse, name);
      const value = cookie.attributes.get(attribute.toLowerCase());
      if (value !== undefined && (wanted === undefined || String(value) === wanted)) return;
      const told = value === undefined ? "it has none" : `it is "${value}"`;
      throw new Error(
        `expected the cookie "${name}" to have ${attribute}${wanted === undefined ? "" : ` "${wanted}"`}, but ${told}: ${cookie.header}`,
      );
    },
  ),
);

Then(
  ...phrase(
    "the (response )cookie {text} {is} {cookieflag}",
    function (this: StoryWorld, name: string, negated: boolean, flag: string) {
      const cookie = setCookieOf(this.lastResponse, name);
      if (flagOf(cookie, flag) !== negated) return;
      const words = negated ? `not to be ${flag}, but it is` : `to be ${flag}, but it is not`;
      throw new Error(`expected the cookie "${name}" ${words}: ${cookie.header}`);
    },
  ),
);

Then(
  ...phrase(
    "the (response )cookie {text} should expire in/within/after {duration}",
    function (this: StoryWorld, name: string, lifeMs: number) {
      const cookie = setCookieOf(this.lastResponse, name);
      const left = cookie.maxAge;
      // A few seconds pass between the product's clock and ours.
      if (left !== undefined && Math.abs(left - lifeMs / 1000) <= 5) return;
      const told = left === undefined ? "it ends with the session" : `it expires in ${left} s`;
      throw new Error(
        `expected the cookie "${name}" to expire in ${lifeMs / 1000} s, but ${told}: ${cookie.header}`,
      );
    },
  ),
);

Then(
  ...phrase(
    "the (response )cookie {text} should have (the )(following )attributes:",
    function (this: StoryWorld, name: string, table: DataTable) {
      const cookie = setCookieOf(this.lastResponse, name);
      const shape = "  | HttpOnly | true |\n  | SameSite | Lax  |";
      const failures = pairsOf(this, table, shape).map(([attribute, expected]) => {
        const value = cookie.attributes.get(attribute.toLowerCase());
        return judgeCell(
          this,
          expected,
          value ?? absent(expected),
          `${attribute} of the cookie "${name}"`,
          "text",
        );
      });
      failWithAll(failures);
    },
  ),
);

/** A flag that is not there is false. */
function absent(expected: string): false | undefined {
  return expected === "false" ? false : undefined;
}
