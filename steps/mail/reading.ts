// Phrases about the mail that was expected last: what it says, who sent it, to whom.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Mail } from "../../src/journey/mail-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { MailPart } from "./parameters.ts";
import { judgeBody, namePart, partOf, theMail, withMail } from "./the-mail.ts";

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

async function judgePart(world: StoryWorld, part: MailPart, check: Check): Promise<void> {
  const mail = await theMail(world);
  const values = partOf(mail, part);
  const failures = values.map((value) => check.judge(value, namePart(part)));
  // Of several recipients one that fits is enough; what must not be, none may be.
  const failure = check.negated
    ? failures.find((one) => one !== undefined)
    : failures.includes(undefined)
      ? undefined
      : failures[0];
  failWith(mail, values.length === 0 ? check.judge(undefined, namePart(part)) : failure);
}

Then(
  ...phrase("{mailpart} {check}", async function (this: StoryWorld, part: MailPart, check: Check) {
    await judgePart(this, part, check);
  }),
);

async function contains(
  world: StoryWorld,
  part: MailPart,
  wanted: string,
  expected: boolean,
): Promise<void> {
  const mail = await theMail(world);
  if (partOf(mail, part).some((value) => value.includes(wanted)) === expected) return;
  const must = expected ? "contain" : "not contain";
  failWith(mail, `expected ${namePart(part)} to ${must}:\n${wanted}`);
}

Then(
  ...phrase(
    "{mailplace} should contain( the text):",
    async function (this: StoryWorld, part: MailPart, text: string) {
      await contains(this, part, this.resolve(text).trim(), true);
    },
  ),
);

Then(
  ...phrase(
    "{actor} {seeing} {text} in {mailplace}",
    async function (
      this: StoryWorld,
      _actor: unknown,
      seeing: boolean,
      text: string,
      part: MailPart,
    ) {
      await contains(this, part, text, seeing);
    },
  ),
);

async function demandPart(world: StoryWorld, part: MailPart, wanted: string): Promise<void> {
  const mail = await theMail(world);
  const values = partOf(mail, part);
  if (values.includes(part === "subject" ? wanted : wanted.toLowerCase())) return;
  if (part === "sender" && mail.senderName === wanted) return;
  const found = values.map((value) => `"${value}"`).join(", ") || "nothing";
  failWith(mail, `expected ${namePart(part)} to be "${wanted}", but it was ${found}`);
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
    "the {mailword} should be from {text}",
    async function (this: StoryWorld, _word: string, address: string) {
      await demandPart(this, "sender", address);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should have/contain/include {text} {copyline}",
    async function (this: StoryWorld, _word: string, address: string, line: MailPart) {
      await demandPart(this, line, address);
    },
  ),
);
