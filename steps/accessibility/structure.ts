// Phrases about what a screen reader is told: roles and names, headings, images, the language.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { AccessibleThing } from "../../src/journey/browser/content-port.ts";
import type { Target } from "../../src/journey/target.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { frontBrowser } from "../browser/front-browser.ts";
import { phrase } from "../phrase.ts";
import { judgeHeadings } from "./headings.ts";

async function judge(
  world: StoryWorld,
  target: Target,
  part: keyof AccessibleThing,
  check: (value: string, subject: string) => string | undefined,
): Promise<void> {
  const subject = part === "name" ? "its accessible name" : "its role";
  const browser = await frontBrowser(world);
  await browser.expectAccessible(target, (thing) => check(thing[part], subject));
}

const isExactly = (text: string) => (value: string, subject: string) =>
  value === text ? undefined : `expected ${subject} to be "${text}", but it was "${value}"`;

Then(
  ...phrase(
    "the accessible name of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      await judge(this, target, "name", (value, subject) => check.judge(value, subject));
    },
  ),
);
Then(
  ...phrase(
    "the (ARIA )role of {target} {check}",
    async function (this: StoryWorld, target: Target, check: Check) {
      await judge(this, target, "role", (value, subject) => check.judge(value, subject));
    },
  ),
);
Then(
  ...phrase(
    "{field} should have the accessible name {text}",
    async function (this: StoryWorld, target: Target, name: string) {
      await judge(this, target, "name", isExactly(name));
    },
  ),
);
Then(
  ...phrase(
    "{field} should have (the )(ARIA )role {text}",
    async function (this: StoryWorld, target: Target, role: string) {
      await judge(this, target, "role", isExactly(role));
    },
  ),
);

Then(
  ...phrase(
    "{field} should have an/a (accessible )name/label",
    async function (this: StoryWorld, target: Target) {
      await judge(this, target, "name", (value) =>
        value.trim() === "" ? "expected it to have an accessible name, but it has none" : undefined,
      );
    },
  ),
);
Then(
  ...phrase(
    "{field} should have the accessible description {text}",
    async function (this: StoryWorld, target: Target, text: string) {
      const browser = await frontBrowser(this);
      await browser.expectDetail(target, { kind: "description" }, (value) =>
        value === text
          ? undefined
          : `expected its accessible description to be "${text}", but it ${value === undefined ? "has none" : `was "${value}"`}`,
      );
    },
  ),
);

async function headingsInOrder(this: StoryWorld): Promise<void> {
  await (await frontBrowser(this)).expectHeadings(judgeHeadings);
}

Then(...phrase("the heading(s) (levels )should be in order", headingsInOrder));
Then(...phrase("the headings of the page should be in order", headingsInOrder));

Then(...phrase("the heading order should be correct/logical", headingsInOrder));

async function imagesDescribed(this: StoryWorld, _: string): Promise<void> {
  await (await frontBrowser(this)).expectImages((images) => {
    const bare = images.filter((text) => text === undefined).length;
    if (bare === 0) return undefined;
    const count = bare === 1 ? "1 image has" : `${bare} images have`;
    return `${count} no text alternative; write alt="…", or alt="" for what is decoration`;
  });
}

Then(...phrase("all/every/each image(s) should/must have {alternative}", imagesDescribed));

Then(
  ...phrase(
    "the page should have (the )language/lang {text}",
    async function (this: StoryWorld, language: string) {
      const browser = await frontBrowser(this);
      await browser.expectPage("language", (value) =>
        value === language
          ? undefined
          : `expected the language to be "${language}", but it ${value === undefined ? "has none" : `was "${value}"`}`,
      );
    },
  ),
);
Then(
  ...phrase("the page language {check}", async function (this: StoryWorld, check: Check) {
    const browser = await frontBrowser(this);
    await browser.expectPage("language", (value) => check.judge(value, "the language"));
  }),
);
Then(
  ...phrase("the language of the page {check}", async function (this: StoryWorld, check: Check) {
    const browser = await frontBrowser(this);
    await browser.expectPage("language", (value) => check.judge(value, "the language"));
  }),
);
