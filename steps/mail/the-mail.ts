// The mail that sentences mean that say "the mail", and what can be found in it.

import { runBounded } from "../../src/checks/bounded.ts";
import type { Check } from "../../src/checks/check.ts";
import { parsePattern } from "../../src/checks/pattern.ts";
import type { Mail, MailLink } from "../../src/journey/mail-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { firstLink } from "./first-link.ts";
import { mailboxOf } from "./mailbox.ts";
import type { MailPart } from "./parameters.ts";

const shownCharacters = 1_000;
const shownLinks = 20;

/** The one that was expected last; before any was, the first that arrives in time. */
export async function theMail(world: StoryWorld): Promise<Mail> {
  const mailbox = mailboxOf(world);
  const { expectMs } = world.settings.timeouts;
  if (mailbox.taken !== undefined) return mailbox.taken;
  const next = await mailbox.take(() => undefined, expectMs);
  if (next.kind === "taken") return next.item;
  throw new Error(
    `There is no mail to look at: none arrived at ${mailbox.address} within ${expectMs} ms.`,
  );
}

/** The failure with the mail it is about. */
export function withMail(failure: string, { subject, recipients, text }: Mail): string {
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  return `${failure}\nThe mail to ${recipients.slice(0, 3).join(", ")} titled "${subject}" says:\n${shown}`;
}

/** One of the plain part and the HTML must pass; what must not be there, may be in neither. */
export function judgeBody({ text, htmlText }: Mail, check: Check): string | undefined {
  const bodies = htmlText === undefined || htmlText === text ? [text] : [text, htmlText];
  const failures = bodies.map((body) => check.judge(body, "the mail"));
  const failure = failures.find((one) => one !== undefined);
  return check.negated || !failures.includes(undefined) ? failure : undefined;
}

/** Of recipients there may be several. */
export function partOf(mail: Mail, part: MailPart): readonly string[] {
  if (typeof part === "object") {
    return mail.headers.filter(({ name }) => name === part.header).map(({ value }) => value);
  }
  switch (part) {
    case "subject":
      return [mail.subject];
    case "sender":
      return [mail.sender];
    case "recipient":
      return mail.recipients;
    case "text":
      return [mail.text];
    case "html":
      return mail.html === undefined ? [] : [mail.html];
    case "reply-to":
      return mail.replyTo;
    case "to":
      return mail.to;
    case "cc":
      return mail.copies;
    case "bcc":
      return mail.recipients.filter((one) => !mail.to.includes(one) && !mail.copies.includes(one));
    case "whole":
      return mail.htmlText === undefined ? [mail.text] : [mail.text, mail.htmlText];
  }
}

/** How a failure names it. */
export function namePart(part: MailPart): string {
  if (typeof part === "object") return `the header "${part.header}" of the mail`;
  return part === "whole" ? "the mail" : `the ${part} of the mail`;
}

/** The only number of four to eight digits. Throws with those that are there. */
export function findCode(mail: Mail): string {
  const spoken = `${mail.subject}\n${mail.text}`.replace(/https?:\/\/\S+/g, "");
  const codes = [...new Set(spoken.match(/(?<![\w.,-])\d{4,8}(?![\w-]|[.,]\d)/g) ?? [])];
  const [code] = codes;
  if (code !== undefined && codes.length === 1) return code;
  const found =
    code === undefined
      ? "There is no code of 4 to 8 digits in the mail"
      : `There are several codes in the mail: ${codes.slice(0, 10).join(", ")}`;
  throw new Error(
    withMail(`${found}. Say what it looks like: the code matching /[A-Z0-9]{6}/ in the mail`, mail),
  );
}

/** What the pattern finds in the mail; of a pattern with a group, what that holds. */
export function findInMail(mail: Mail, text: string): string {
  const parsed = parsePattern(text);
  if (parsed.kind === "error") throw new StoryError(parsed.message);
  const { pattern } = parsed;
  for (const body of [mail.text, mail.htmlText ?? "", mail.subject]) {
    const result = runBounded(() => pattern.exec(body));
    if (result.kind === "too-slow") {
      throw new StoryError(`The pattern ${text} took more than ${result.limitMs} ms.`);
    }
    if (result.value !== null) return result.value[1] ?? result.value[0];
  }
  throw new Error(withMail(`Nothing in the mail matches ${text}.`, mail));
}

/** The link that says so, or leads there; without a name, the only one. Throws with those that are there. */
export function findLink(mail: Mail, name: string | typeof firstLink | undefined): MailLink {
  const { links } = mail;
  if (name === firstLink) return links[0] ?? findLink(mail, undefined);
  const matching = name === undefined ? links : linksNamed(links, name);
  const [link] = matching;
  const isOne = new Set(matching.map(({ url }) => url)).size === 1;
  if (link !== undefined && isOne) return link;
  const wanted = name === undefined ? "link" : `link "${name}"`;
  const problem =
    link === undefined
      ? `There is no ${wanted} in the mail`
      : `There are ${matching.length} links in the mail${name === undefined ? "" : ` for "${name}"`}; say which by its text`;
  throw new Error(withMail(`${problem}. ${tellLinks(links)}`, mail));
}

/** By the whole text, else by a part of it, else by the address. */
export function linksNamed(links: readonly MailLink[], name: string): readonly MailLink[] {
  const wanted = name.toLowerCase();
  const ways: readonly ((link: MailLink) => boolean)[] = [
    ({ text }) => text.toLowerCase() === wanted,
    ({ text }) => text.toLowerCase().includes(wanted),
    ({ url }) => url.toLowerCase().includes(wanted),
  ];
  for (const way of ways) {
    const found = links.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

export function tellLinks(links: readonly MailLink[]): string {
  if (links.length === 0) return "It has no links.";
  const shown = links.slice(0, shownLinks).map(({ text, url }) => `  "${text}" → ${url}`);
  const left = links.length - shown.length;
  if (left > 0) shown.push(`  … and ${left} more`);
  return `Its links:\n${shown.join("\n")}`;
}
