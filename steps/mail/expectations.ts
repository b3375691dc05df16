// Waiting for mails, and what a failure says that did arrive.
import type { JudgeArrival } from "../../src/journey/inbox.ts";
import type { Mail } from "../../src/journey/mail-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { silenceMs, type Within } from "../waiting.ts";
import { type Mailbox, type MailSummary, mailboxOf } from "./mailbox.ts";
import type { Addressee, MailWish } from "./parameters.ts";
import { judgeBody, theMail, withMail } from "./the-mail.ts";

/** As many as a person reads. */
const shownMails = 20;
const shownCharacters = 200;

function judgeMail(
  mailbox: Mailbox,
  addressee: Addressee,
  { to, from, subject, text }: MailWish,
): JudgeArrival<Mail> {
  return (mail) => {
    if (!isFor(mailbox, addressee, mail.recipients)) return "it is for somebody else";
    if (to !== undefined && !mail.recipients.includes(to.toLowerCase()))
      return `it is not to ${to}`;
    if (from !== undefined && !isFrom(mail, from)) return `it is not from ${from}`;
    return subject?.judge(mail.subject, "its subject") ?? (text && judgeBody(mail, text));
  };
}

function isFor(mailbox: Mailbox, addressee: Addressee, recipients: readonly string[]): boolean {
  if (addressee.kind === "anybody") return true;
  if (addressee.kind === "actor") return mailbox.isOf(addressee.name, recipients);
  return recipients.includes(addressee.address.toLowerCase());
}

/** Whether the sentence is about a mail to these recipients; what else it asks for is not known of a refused one. */
function forWhom(
  mailbox: Mailbox,
  addressee: Addressee,
  { to }: Pick<MailWish, "to">,
): (recipients: readonly string[]) => boolean {
  return (recipients) =>
    isFor(mailbox, addressee, recipients) &&
    (to === undefined || recipients.includes(to.toLowerCase()));
}

/** By its address, or by the name that a person sees. */
function isFrom(
  { sender, senderName }: Pick<Mail, "sender" | "senderName">,
  from: string,
): boolean {
  return sender === from.toLowerCase() || senderName === from;
}

/** One sentence: the mail arrives, or (with "no mail") none does. */
export async function expectMail(
  world: StoryWorld,
  addressee: Addressee,
  wish: MailWish,
  within: Within,
): Promise<void> {
  const mailbox = mailboxOf(world);
  if (wish.known && mailbox.taken !== undefined) return judgeKnown(mailbox, addressee, wish);
  if (wish.none) return await expectNoMail(mailbox, addressee, wish, within ?? silenceMs);
  const withinMs = within ?? world.settings.timeouts.expectMs;
  const judge = judgeMail(mailbox, addressee, wish);
  if ((await mailbox.take(judge, withinMs)).kind === "taken") return;
  const whom = tellAddressee(mailbox, addressee);
  throw new Error(
    `expected ${wish.words}${whom} within ${withinMs} ms, but it did not arrive.\n${tellMails(mailbox)}${hintFor(mailbox, addressee)}`,
  );
}

/** "The mail" that was expected before: it is that one that must be so, or must not. */
function judgeKnown(mailbox: Mailbox, addressee: Addressee, wish: MailWish): void {
  const { taken } = mailbox;
  if (taken === undefined) return;
  const failure = judgeMail(mailbox, addressee, wish)(taken);
  if ((failure === undefined) !== wish.none) return;
  const sentence = `expected of ${wish.words}${wish.none ? " that it is not so" : ""}`;
  throw new Error(withMail(`${sentence}, but ${failure ?? "it is"}.`, taken));
}

/** The mail that is looked at from now on: unread, or the one that was expected before, or the next. */
export async function openMail(
  world: StoryWorld,
  addressee: Addressee,
  wish: MailWish,
  within: Within,
): Promise<void> {
  if (wish.known && addressee.kind === "actor") {
    await theMail(world);
    return;
  }
  const mailbox = mailboxOf(world);
  const judge = judgeMail(mailbox, addressee, wish);
  const fits = (mail: Mail): boolean => judge(mail) === undefined;
  const { unread } = mailbox.inbox;
  const chosen = wish.newest ? unread.findLast(fits) : unread.find(fits);
  if (chosen !== undefined) {
    await mailbox.take((mail) => (mail === chosen ? undefined : "it is another"), 0);
  } else if (mailbox.taken === undefined || !fits(mailbox.taken)) {
    await expectMail(world, addressee, wish, within);
  }
}

async function expectNoMail(
  mailbox: Mailbox,
  addressee: Addressee,
  wish: MailWish,
  withinMs: number,
): Promise<void> {
  const taken = await mailbox.take(judgeMail(mailbox, addressee, wish), withinMs);
  const doubt =
    taken.kind === "missed"
      ? mailbox.doubtSilence(taken, forWhom(mailbox, addressee, wish))
      : undefined;
  if (taken.kind === "missed" && doubt === undefined) return;
  const whom = tellAddressee(mailbox, addressee);
  const but =
    taken.kind === "taken"
      ? `this arrived:\n${showMail(mailbox, taken.item)}`
      : `that cannot be told: ${doubt}`;
  throw new Error(`expected no such mail${whom} within ${withinMs} ms (${wish.words}), but ${but}`);
}

/** All that arrived in this scenario are counted, those included that were expected before. */
export async function expectMails(
  world: StoryWorld,
  addressee: Addressee,
  count: number,
  wish: Partial<MailWish>,
  within: Within,
): Promise<void> {
  const { from, subject } = wish;
  const mailbox = mailboxOf(world);
  const withinMs = within ?? world.settings.timeouts.expectMs;
  const isForThem = forWhom(mailbox, addressee, wish);
  const isMeant = ({ mail }: MailSummary): boolean =>
    isForThem(mail.recipients) &&
    (from === undefined || isFrom(mail, from)) &&
    subject?.judge(mail.subject) === undefined;
  const found = (): number => mailbox.all.filter(isMeant).length;
  // That none came can be said at the end of the time only; that all did, at once.
  if (count === 0) await mailbox.inbox.until(() => found() > 0, within ?? silenceMs);
  else await mailbox.inbox.until(() => found() >= count, withinMs);
  const doubt = mailbox.doubtCount(isForThem);
  if (found() === count && doubt === undefined) return;
  const wanted = count === 1 ? "1 mail" : `${count} mails`;
  const expectation = `expected ${wanted}${tellAddressee(mailbox, addressee)}`;
  if (found() === count) throw new Error(`${expectation}, but that cannot be told: ${doubt}`);
  throw new Error(
    `${expectation}, but there ${found() === 1 ? "is" : "are"} ${found()}.\n${tellMails(mailbox)}`,
  );
}

/** An actor whose address nobody told gets no mails that are another's. */
function hintFor(mailbox: Mailbox, addressee: Addressee): string {
  if (addressee.kind !== "actor" || mailbox.addressOf(addressee.name) !== undefined) return "";
  const owned = mailbox.all.some(({ mail }) => mail.recipients.some((one) => mailbox.ownerOf(one)));
  const whose = addressee.name === "I" ? "my" : `${addressee.name}'s`;
  return owned
    ? `\nSay which address is ${whose === "my" ? "mine" : whose}: Given ${whose} email address is "…"`
    : "";
}

function tellAddressee(mailbox: Mailbox, addressee: Addressee): string {
  if (addressee.kind === "anybody") return "";
  if (addressee.kind === "address") return ` to ${addressee.address}`;
  const { name } = addressee;
  const address = mailbox.addressOf(name);
  return address === undefined ? "" : ` to ${name === "I" ? "me" : name} (${address})`;
}

/** What arrived since the scenario began. */
export function tellMails(mailbox: Mailbox): string {
  const { all, troubles, address, inbox } = mailbox;
  const lines = [...troubles.map(({ text }) => `But ${text}.`)];
  if (all.length === 0) {
    lines.unshift(
      "No mail at all arrived since the scenario began.",
      `Does the product send to ${address}? A story can tell it {{mail.host}} and {{mail.port}}, or mail.port in cucumber.js makes it the same in every run.`,
    );
    return lines.join("\n");
  }
  const shown = all.slice(-shownMails);
  const left = all.length - shown.length;
  const dropped =
    inbox.dropped === 0 ? [] : [`${inbox.dropped} older ones were let go: there were too many.`];
  return [
    `${all.length === 1 ? "1 mail" : `${all.length} mails`} arrived since the scenario began:`,
    ...(left > 0 ? [`  … ${left} more before these`] : []),
    ...shown.map(
      ({ mail, expected }) => `${showMail(mailbox, mail)}${expected ? " (expected before)" : ""}`,
    ),
    ...dropped,
    ...lines,
  ].join("\n");
}

function showMail(mailbox: Mailbox, { recipients, subject, sender }: MailSummary["mail"]): string {
  const withOwner = (address: string): string => {
    const owner = mailbox.ownerOf(address);
    return owner === undefined ? address : `${address} (${owner === "I" ? "me" : owner})`;
  };
  const shown = recipients.slice(0, 3).map(withOwner).join(", ");
  const more = recipients.length > 3 ? ` and ${recipients.length - 3} more` : "";
  return `  to ${shown}${more}: "${subject.slice(0, shownCharacters)}" (from ${sender})`;
}
