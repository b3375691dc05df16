// What a journey asks of the place where the product's mails arrive. Drivers implement it; steps call it.
import type { Closable } from "./resources.ts";

export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface MailLink {
  /** What it says to a person; empty for an address in plain text. */
  readonly text: string;
  readonly url: string;
}

export interface Mail {
  /** Who the mail server was told to deliver to, hidden copies included; in small letters. */
  readonly recipients: readonly string[];
  /** The address in the From header, else the envelope's; in small letters. */
  readonly sender: string;
  /** The name in the From header; empty when there is none. */
  readonly senderName: string;
  readonly replyTo: readonly string[];
  /** The addresses in the To header, in small letters. */
  readonly to: readonly string[];
  /** The addresses in the Cc header, in small letters. */
  readonly copies: readonly string[];
  /** Names in small letters, in the order of the mail. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly subject: string;
  /** The plain part; of a mail without one, what its HTML says to a person. */
  readonly text: string;
  readonly html: string | undefined;
  /** What the HTML says to a person. */
  readonly htmlText: string | undefined;
  /** Those of the HTML first, then addresses that stand only in the text. */
  readonly links: readonly MailLink[];
  readonly attachments: readonly MailAttachment[];
  readonly sizeBytes: number;
}

export type MailArrival =
  | { readonly kind: "mail"; readonly mail: Mail }
  | ({ readonly kind: "trouble" } & MailTrouble);

/** Something came that could not be kept. */
export interface MailTrouble {
  /** What and why, in a sentence without its stop. */
  readonly text: string;
  /** Who the mail was for, in small letters. Absent when it is no single mail: others may be missing unnoticed. */
  readonly recipients?: readonly string[];
}

export type MailListener = (arrival: MailArrival) => void;

export interface MailServer extends Closable {
  /** Where the product is to connect: never a wildcard. */
  readonly host: string;
  readonly port: number;
  /** From now on told of everything that arrives; the answer ends that. */
  listen(listener: MailListener): () => void;
}
