// Phrases that expect mails. Each takes the oldest that fits; "the mail" is that one from then on.
import { Then, When } from "@cucumber/cucumber";
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { type Gets, notCounted, type Within } from "../waiting.ts";
import { expectMail, expectMails, openMail } from "./expectations.ts";
import { mailboxOf } from "./mailbox.ts";
import type { Addressee, MailWish } from "./parameters.ts";

const anybody: Addressee = { kind: "anybody" };

function of(actor: Actor): Addressee {
  return { kind: "actor", name: actor.name };
}

/** "Should not receive a mail" and "should receive no mail" are the same. */
function negated(wish: MailWish, not: boolean): MailWish {
  return { ...wish, none: wish.none || not };
}

/** What was said before the verb and after it. */
function both(wish: MailWish, more: MailWish): MailWish {
  const { none, known, newest, words } = wish;
  return { ...wish, ...more, none, known, newest, words: `${words}${more.words}` };
}

Then(
  ...phrase(
    "{actor} {gets} {mail}{within}",
    async function (this: StoryWorld, actor: Actor, gets: Gets, wish: MailWish, within: Within) {
      await expectMail(this, of(actor), negated(wish, gets.not), within ?? gets.within);
    },
  ),
);

Then(
  ...phrase(
    "(the address )(the inbox )(the mailbox ){text} {gets} {mail}{within}",
    async function (this: StoryWorld, address: string, gets: Gets, wish: MailWish, within: Within) {
      const addressee: Addressee = { kind: "address", address };
      await expectMail(this, addressee, negated(wish, gets.not), within ?? gets.within);
    },
  ),
);

Then(
  ...phrase(
    "{mail} {arrives}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      wish: MailWish,
      arrives: boolean,
      more: MailWish,
      within: Within,
    ) {
      await expectMail(this, anybody, negated(both(wish, more), !arrives), within);
    },
  ),
);

Then(
  ...phrase(
    "{inbox} {holdsmail} {mail}{within}",
    async function (
      this: StoryWorld,
      inbox: Addressee,
      holds: boolean,
      wish: MailWish,
      within: Within,
    ) {
      await expectMail(this, inbox, negated(wish, !holds), within);
    },
  ),
);

async function expectCount(
  world: StoryWorld,
  addressee: Addressee,
  count: number,
  wish: MailWish,
  { not, within }: { readonly not: boolean; readonly within: Within },
): Promise<void> {
  if (not) throw notCounted(`${count} mails`);
  await expectMails(world, addressee, count, wish, within);
}

Then(
  ...phrase(
    "{actor} {gets} {int} {mailword}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      actor: Actor,
      { not, within: early }: Gets,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectCount(this, of(actor), count, wish, { not, within: within ?? early });
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
      { not, within: early }: Gets,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      const addressee: Addressee = { kind: "address", address };
      await expectCount(this, addressee, count, wish, { not, within: within ?? early });
    },
  ),
);

Then(
  ...phrase(
    "{int} {mailword} {arrives}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      count: number,
      _word: string,
      arrives: boolean,
      wish: MailWish,
      within: Within,
    ) {
      await expectCount(this, anybody, count, wish, { not: !arrives, within });
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

Then(
  ...phrase(
    "{inbox} {holdsmail} {int} {mailword}{mailclauses}{within}",
    async function (
      this: StoryWorld,
      inbox: Addressee,
      holds: boolean,
      count: number,
      _word: string,
      wish: MailWish,
      within: Within,
    ) {
      await expectCount(this, inbox, count, wish, { not: !holds, within });
    },
  ),
);

Then(
  ...phrase(
    "{inbox} {beempty}{within}",
    async function (this: StoryWorld, inbox: Addressee, _empty: string, within: Within) {
      await expectMails(this, inbox, 0, {}, within);
    },
  ),
);

When(
  ...phrase(
    "{actor} open(s)/read(s) {mail}{within}",
    async function (this: StoryWorld, actor: Actor, wish: MailWish, within: Within) {
      await openMail(this, of(actor), wish, within);
    },
  ),
);

When(
  ...phrase(
    "{text} open(s)/read(s) {mail}{within}",
    async function (this: StoryWorld, address: string, wish: MailWish, within: Within) {
      await openMail(this, { kind: "address", address }, wish, within);
    },
  ),
);

When(
  ...phrase("{actor} {clearing}", function (this: StoryWorld, _actor: unknown, _clearing: string) {
    mailboxOf(this).clear();
  }),
);
