// Phrases about what a page says is wrong with what was entered into a field.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserSession } from "../../src/journey/browser-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { frontBrowser } from "./front-browser.ts";
import { asKind } from "./target-words.ts";

Then(
  ...phrase(
    "the error( message) of/for {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      const judge = (value: string | undefined) => check.judge(value, "its error");
      const browser = await frontBrowser(this);
      await browser.expectDetail(asKind(target, "field"), { kind: "error" }, judge);
    },
  ),
);
Then(
  ...phrase(
    "{field} should have/show/display the error( message) {text}",
    async function (this: StoryWorld, field: Target, text: string) {
      await showError(await frontBrowser(this), field, text);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see a/an/the (validation )error( message) {text} for {target}",
    async (actor: Actor, text: string, field: Target) => {
      await showError(await actor.browser(), field, text);
    },
  ),
);
Then(
  ...phrase(
    "{actor} should see a/an/the (validation )error( message) for {target}",
    async (actor: Actor, field: Target) => {
      await showError(await actor.browser(), field, "");
    },
  ),
);
Then(
  ...phrase(
    "{field} should have/show/display an error( message)",
    async function (this: StoryWorld, field: Target) {
      await showError(await frontBrowser(this), field, "");
    },
  ),
);

/** With "" any error. */
async function showError(browser: BrowserSession, field: Target, text: string): Promise<void> {
  await browser.expectDetail(asKind(field, "field"), { kind: "error" }, (value) =>
    value?.includes(text) === true
      ? undefined
      : `expected it to show ${text === "" ? "an error" : `the error "${text}"`}, but it shows ${value === undefined ? "none" : `"${value}"`}`,
  );
}

Then(
  ...phrase(
    "{field} should have/show/display no error( message)",
    async function (this: StoryWorld, field: Target) {
      const browser = await frontBrowser(this);
      await browser.expectDetail(field, { kind: "error" }, (value) =>
        value === undefined ? undefined : `expected no error, but it shows "${value}"`,
      );
    },
  ),
);
