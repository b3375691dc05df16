// Phrases that expect mails. Each takes the oldest that fits; "the mail" is that one from then on.
import { Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Within } from "../waiting.ts";
import { type Addressee, anybody, expectMail, expectMails, expectNoMail } from "./expectations.ts";
import type { MailWish } from "./parameters.ts";
import { theMail } from "./the-mail.ts";

function of(actor: Actor): Addressee {
  return { kind: "actor", name: actor.name };
}

Then(
  ...phrase(
    "{actor} {gets} {mail}{within}",
    async function (this: StoryWorld, actor: Actor, _gets: string, wish: MailWish, within: Within) {
      await expectMail(this, of(actor), wish, within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {getsnot} {mail}{within}",
    async function (this: StoryWorld, actor: Actor, _gets: string, wish: MailWish, within: Within) {
      await expectNoMail(this, of(actor), wish, within);
    },
  ),
);

Then(
  ...phrase(
    "(the address )(the inbox )(the mailbox ){text} {gets} {mail}{within}",
    async function (
      this: StoryWorld,
      address: string,
      _gets: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMail(this, { kind: "address", address }, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "(the address )(the inbox )(the mailbox ){text} {getsnot} {mail}{within}",
    async function (
      this: StoryWorld,
      address: string,
      _gets: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectNoMail(this, { kind: "address", address }, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} should arrive/come{mailclauses}{within}",
    async function (this: StoryWorld, wish: MailWish, more: MailWish, within: Within) {
      await expectMail(this, anybody, both(wish, more), within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} arrives/comes{mailclauses}{within}",
    async function (this: StoryWorld, wish: MailWish, more: MailWish, within: Within) {
      await expectMail(this, anybody, both(wish, more), within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} should be/have( been) sent/received/delivered{mailclauses}{within}",
    async function (this: StoryWorld, wish: MailWish, more: MailWish, within: Within) {
      await expectMail(this, anybody, both(wish, more), within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} is/was sent/received/delivered{mailclauses}{within}",
    async function (this: StoryWorld, wish: MailWish, more: MailWish, within: Within) {
      await expectMail(this, anybody, both(wish, more), within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} should not arrive/come{mailclauses}{within}",
    async function (this: StoryWorld, wish: MailWish, more: MailWish, within: Within) {
      await expectNoMail(this, anybody, both(wish, more), within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} should not be/have( been) sent/received/delivered{mailclauses}{within}",
    async function (this: StoryWorld, wish: MailWish, more: MailWish, within: Within) {
      await expectNoMail(this, anybody, both(wish, more), within);
    },
  ),
);

/** What was said before the verb and after it. */
function both(wish: MailWish, more: MailWish): MailWish {
  return { ...wish, ...more, none: wish.none, words: `${wish.words}${more.words}` };
}

Then(
  ...phrase(
    "{actor} {gets} {int} {mailword}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      _gets: string,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMails(this, of(actor), count, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "{actor} should have {int} {mailword}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMails(this, of(actor), count, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "(the address )(the inbox )(the mailbox ){text} {gets} {int} {mailword}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      address: string,
      _gets: string,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMails(this, { kind: "address", address }, count, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "{int} {mailword} should be/have( been) sent/received/delivered{mailclauses}{within}",
    async function (
      this: StoryWorld,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMails(this, anybody, count, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "{int} {mailword} should arrive/come{mailclauses}{within}",
    async function (
      this: StoryWorld,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMails(this, anybody, count, wish, within);
    },
  ),
);

Then(
  ...phrase(
    "there should be {int} {mailword}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectMails(this, anybody, count, wish, within);
    },
  ),
);

When(
  ...phrase(
    "{actor} open(s)/read(s) {mail}{within}",
    async function (this: StoryWorld, actor: Actor, wish: MailWish, within: Within) {
      // "The mail", and no word about which: the one that was expected before.
      if (/^the \S+$/.test(wish.words)) await theMail(this);
      else await expectMail(this, of(actor), wish, within);
    },
  ),
);
