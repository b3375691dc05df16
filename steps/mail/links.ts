// Phrases about the links of a mail, which open in the actor's browser.
import { Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { firstLink } from "./first-link.ts";
import { findLink, linksNamed, tellLinks, theMail, withMail } from "./the-mail.ts";

async function follow(
  world: StoryWorld,
  actor: Actor,
  text: string | typeof firstLink | undefined,
): Promise<void> {
  const { url } = findLink(await theMail(world), text);
  await (await actor.browser()).open(url);
}

When(
  ...phrase(
    "{actor} follow(s)/open(s)/click(s)/visit(s) {maillink}",
    async function (this: StoryWorld, actor: Actor, text: string | typeof firstLink | undefined) {
      await follow(this, actor, text);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should have/contain/include a/the link (to ){text}",
    async function (this: StoryWorld, _word: string, name: string) {
      const mail = await theMail(this);
      if (linksNamed(mail.links, name).length > 0) return;
      const failure = `expected a link "${name}" in the mail. ${tellLinks(mail.links)}`;
      throw new Error(withMail(failure, mail));
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should have/contain/include a link",
    async function (this: StoryWorld, _word: string) {
      const mail = await theMail(this);
      if (mail.links.length === 0) throw new Error(withMail("expected a link in the mail", mail));
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should not have/contain/include a/the link (to ){text}",
    async function (this: StoryWorld, _word: string, name: string) {
      const mail = await theMail(this);
      const [found] = linksNamed(mail.links, name);
      if (found === undefined) return;
      throw new Error(`expected no link "${name}" in the mail, but it leads to ${found.url}`);
    },
  ),
);
