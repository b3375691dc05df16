// A mail from what came over SMTP: parsed by postal-mime, with its links. It knows no server.
import type { Address, Email } from "postal-mime";
import type { Mail, MailLink } from "../../journey/mail-port.ts";
import { htmlToText, linksOfHtml } from "./html.ts";

/** A mail on its way: the envelope, and the message as it was sent. */
export interface RawMail {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
}

/** Throws when the message cannot be read at all. */
export async function readMail({ sender, recipients, raw }: RawMail): Promise<Mail> {
  const { default: PostalMime } = await import("postal-mime");
  const email = await PostalMime.parse(raw);
  const htmlText = email.html === undefined ? undefined : htmlToText(email.html);
  const text = email.text?.replace(/\r\n/g, "\n").trimEnd();
  return {
    recipients: recipients.map((address) => address.toLowerCase()),
    sender: (email.from?.address ?? sender).toLowerCase(),
    senderName: email.from?.name ?? "",
    replyTo: addressesOf(email.replyTo),
    to: addressesOf(email.to),
    copies: addressesOf(email.cc),
    headers: email.headers.map(({ key, value }) => ({ name: key, value })),
    subject: email.subject?.trim() ?? "",
    text: text ?? htmlText ?? "",
    html: email.html,
    htmlText,
    links: linksOf(email.html, text),
    attachments: attachmentsOf(email),
    sizeBytes: raw.length,
  };
}

/** Those of a group too. */
function addressesOf(addresses: readonly Address[] = []): readonly string[] {
  return addresses.flatMap((one) => one.group ?? [one]).map(({ address }) => address.toLowerCase());
}

function linksOf(html = "", text = ""): readonly MailLink[] {
  const links = linksOfHtml(html);
  const known = new Set(links.map(({ url }) => url));
  const plain = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)]
    // What ends a sentence does not belong to the address that stands before it.
    .map(([url]) => url.replace(/[.,;:!?)\]'*]+$/, ""))
    .filter((url) => !known.has(url));
  return [...links, ...[...new Set(plain)].map((url) => ({ text: "", url }))];
}

function attachmentsOf({ attachments }: Email): Mail["attachments"] {
  return attachments.map(({ filename, mimeType, content }) => ({
    name: filename ?? "",
    mediaType: mimeType,
    content: typeof content === "string" ? Buffer.from(content) : new Uint8Array(content),
  }));
}
