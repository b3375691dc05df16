// Phrases about the files that came with a mail.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Mail, MailAttachment } from "../../src/journey/mail-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { AttachmentCount } from "./parameters.ts";
import { theMail } from "./the-mail.ts";

function tellAttachments({ subject, attachments }: Mail): string {
  if (attachments.length === 0) return `The mail "${subject}" has none.`;
  const names = attachments.slice(0, 20).map(({ name }) => `"${name}"`);
  return `The mail "${subject}" has: ${names.join(", ")}.`;
}

function findAttachment(mail: Mail, name: string): MailAttachment {
  const found = mail.attachments.find((one) => one.name === name);
  if (found !== undefined) return found;
  throw new Error(`expected the attachment "${name}". ${tellAttachments(mail)}`);
}

Then(
  ...phrase(
    "the {mailword} should have/contain/include an/the attachment (named )(called ){text}",
    async function (this: StoryWorld, _word: string, name: string) {
      findAttachment(await theMail(this), name);
    },
  ),
);

Then(
  ...phrase(
    "the {mailword} should have/contain/include {attachments}",
    async function (this: StoryWorld, _word: string, wanted: AttachmentCount) {
      const mail = await theMail(this);
      const { length } = mail.attachments;
      if (wanted === "some" ? length > 0 : length === wanted) return;
      throw new Error(`expected ${tellCount(wanted)}. ${tellAttachments(mail)}`);
    },
  ),
);

function tellCount(wanted: AttachmentCount): string {
  if (wanted === "some") return "an attachment";
  return wanted === 0
    ? "no attachments"
    : `${wanted} ${wanted === 1 ? "attachment" : "attachments"}`;
}

Then(
  ...phrase(
    "the {mailword} should not have/contain/include an/the attachment (named )(called ){text}",
    async function (this: StoryWorld, _word: string, name: string) {
      const mail = await theMail(this);
      if (!mail.attachments.some((one) => one.name === name)) return;
      throw new Error(`expected no attachment "${name}", but there is one.`);
    },
  ),
);

Then(
  ...phrase(
    "the attachment {text} of/in the {mailword} {check}",
    async function (this: StoryWorld, name: string, _word: string, check: Check) {
      const { content } = findAttachment(await theMail(this), name);
      const failure = check.judge(
        Buffer.from(content).toString("utf8"),
        `the attachment "${name}"`,
      );
      if (failure !== undefined) throw new Error(failure);
    },
  ),
);
