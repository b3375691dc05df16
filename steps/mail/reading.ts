// Phrases about the mail that was expected last: what it says, who sent it, to whom.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Mail } from "../../src/journey/mail-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { MailPart } from "./parameters.ts";
import { judgeBody, partOf, theMail, withMail } from "./the-mail.ts";

function failWith(mail: Mail, failure: string | undefined): void {
  if (failure !== undefined) throw new Error(withMail(failure, mail));
}

Then(
  ...phrase(
    "the {mailword} {check}",
    async function (this: StoryWorld, _word: string, check: Check) {
      const mail = await theMail(this);
      failWith(mail, judgeBody(mail, check));
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should contain( the text):",
    async function (this: StoryWorld, _word: string, text: string) {
      const mail = await theMail(this);
      const wanted = this.resolve(text).trim();
      if (mail.text.includes(wanted) || mail.html?.includes(wanted) === true) return;
      failWith(mail, `expected the mail to contain:\n${wanted}`);
    },
  ),
);

async function judgePart(world: StoryWorld, part: MailPart, check: Check): Promise<void> {
  const mail = await theMail(world);
  const values = partOf(mail, part);
  const failures = values.map((value) => check.judge(value, `the ${part} of the mail`));
  // Of several recipients one that fits is enough; what must not be, none may be.
  const failure = check.negated
    ? failures.find((one) => one !== undefined)
    : failures.includes(undefined)
      ? undefined
      : failures[0];
  failWith(mail, values.length === 0 ? check.judge(undefined, `the ${part} of the mail`) : failure);
}

Then(
  ...phrase(
    "the {mailpart} of the {mailword} {check}",
    async function (this: StoryWorld, part: MailPart, _word: string, check: Check) {
      await judgePart(this, part, check);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} {mailpart} {check}",
    async function (this: StoryWorld, _word: string, part: MailPart, check: Check) {
      await judgePart(this, part, check);
    },
  ),
);

async function demandPart(world: StoryWorld, part: MailPart, wanted: string): Promise<void> {
  const mail = await theMail(world);
  const values = partOf(mail, part);
  const isAddress = part === "sender" || part === "recipient" || part === "reply-to";
  if (values.includes(isAddress ? wanted.toLowerCase() : wanted)) return;
  if (part === "sender" && mail.senderName === wanted) return;
  const found = values.map((value) => `"${value}"`).join(", ") || "nothing";
  failWith(mail, `expected the ${part} of the mail to be "${wanted}", but it was ${found}`);
}

Then(
  ...phrase(
    "the {mailword} should have (the )(a )subject {text}",
    async function (this: StoryWorld, _word: string, subject: string) {
      await demandPart(this, "subject", subject);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should be titled {text}",
    async function (this: StoryWorld, _word: string, subject: string) {
      await demandPart(this, "subject", subject);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should be (sent )from {text}",
    async function (this: StoryWorld, _word: string, address: string) {
      await demandPart(this, "sender", address);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should be (sent )(addressed )to {text}",
    async function (this: StoryWorld, _word: string, address: string) {
      await demandPart(this, "recipient", address);
    },
  ),
);
