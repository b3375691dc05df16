// The mails of one scenario: what arrived since it began, whose addresses are known, and which was expected last.
import type { Actor } from "../../src/journey/actor.ts";
import { Inbox, type JudgeArrival, type Missed, type Taken } from "../../src/journey/inbox.ts";
import type { Mail, MailArrival, MailServer, MailTrouble } from "../../src/journey/mail-port.ts";
import type { Closable } from "../../src/journey/resources.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { currentWorker } from "../../src/journey/worker.ts";
import type { StoryWorld } from "../../src/journey/world.ts";

/** Floods are cut: the oldest are let go. */
const mostMails = 1_000;
const mostBytes = 64 * 1024 * 1024;
const wayOut = "Forget what came before with: When I clear the mailbox";

const mostTroubles = 20;
const moreTroubles: MailTrouble = { text: "more mails could not be kept" };

/** Whether a sentence is about mails to these recipients. */
export type IsMeant = (recipients: readonly string[]) => boolean;

/** What a list of mails shows, kept when the mail itself was let go. */
export interface MailSummary {
  readonly mail: Pick<Mail, "recipients" | "sender" | "senderName" | "subject">;
  expected: boolean;
}

export class Mailbox implements Closable {
  readonly inbox: Inbox<Mail>;
  all: MailSummary[] = [];
  /** How many are in `all` no more, because there were too many. */
  forgotten = 0;
  /** What arrived and could not be kept: at most as many as a person reads, the last then stands for all others. */
  troubles: readonly MailTrouble[] = [];
  readonly address: string;
  readonly #addresses: Map<string, string>;
  readonly #stop: () => void;
  readonly #mostMails: number;
  /** The mail that sentences mean that say "the mail". */
  taken: Mail | undefined;

  constructor(server: MailServer, addresses: Map<string, string>, most = mostMails) {
    const sizeOf = ({ sizeBytes }: Mail): number => sizeBytes;
    this.inbox = new Inbox<Mail>({ sizeOf, mostItems: most, mostBytes });
    this.#mostMails = most;
    this.address = `smtp://${server.host}:${server.port}`;
    this.#addresses = addresses;
    this.#stop = server.listen((arrival) => this.#receive(arrival));
  }

  /** True when a mail to these recipients is the actor's. Of an actor without an address: when it is nobody else's. */
  isOf(actor: string, recipients: readonly string[]): boolean {
    const own = this.#addresses.get(actor);
    if (own !== undefined) return recipients.includes(own);
    const others = new Set(this.#addresses.values());
    return recipients.some((recipient) => !others.has(recipient));
  }

  /** Whose address it is, if anybody said. */
  ownerOf(address: string): string | undefined {
    return [...this.#addresses].find(([, known]) => known === address)?.[0];
  }

  addressOf(actor: string): string | undefined {
    return this.#addresses.get(actor);
  }

  /** Takes the oldest that passes. */
  async take(judge: JudgeArrival<Mail>, withinMs: number): Promise<Taken<Mail>> {
    const taken = await this.inbox.take(judge, withinMs);
    if (taken.kind === "missed") return taken;
    const { item } = taken;
    this.taken = item;
    const summary = this.all.find((one) => one.mail === item);
    if (summary !== undefined) summary.expected = true;
    return taken;
  }

  /**
   * Why one may have arrived though none was taken; undefined when that is out of the question.
   * @param isMeant whether a mail to these recipients would be one
   */
  doubtSilence({ gap }: Missed, isMeant: IsMeant): string | undefined {
    const { dropped } = this.inbox;
    if (dropped > 0) {
      return `${dropped} older mails were let go unread, because there were too many.\n${wayOut}`;
    }
    if (gap === "unjudged") {
      return `so many arrived that not all were looked at in time.\n${wayOut}`;
    }
    if (gap === "ended") return "the mail server ended before the time was over.";
    return this.#doubtKept(isMeant);
  }

  /** Why the number of those mails in `all` may be too small; undefined when all are there. */
  doubtCount(isMeant: IsMeant): string | undefined {
    if (this.forgotten === 0) return this.#doubtKept(isMeant);
    return `${this.forgotten} older mails were let go, because there were too many.\n${wayOut}`;
  }

  #doubtKept(isMeant: IsMeant): string | undefined {
    const trouble = this.troubles.find(({ recipients }) => !recipients || isMeant(recipients));
    if (trouble === undefined) return undefined;
    return `${trouble.text}.${trouble.recipients === undefined ? "" : `\n${wayOut}`}`;
  }

  /** What came until now is as if it had never been. */
  clear(): void {
    this.inbox.clear();
    this.all = [];
    this.forgotten = 0;
    this.taken = undefined;
    this.troubles = this.troubles.filter(({ recipients }) => recipients === undefined);
  }

  close(): void {
    this.#stop();
    this.inbox.end();
  }

  #receive(arrival: MailArrival): void {
    if (arrival.kind === "trouble") {
      const { length } = this.troubles;
      if (length < mostTroubles) this.troubles = [...this.troubles, arrival];
      else if (length === mostTroubles) this.troubles = [...this.troubles, moreTroubles];
      return;
    }
    this.all.push({ mail: arrival.mail, expected: false });
    if (this.all.length > this.#mostMails) {
      this.all.shift();
      this.forgotten += 1;
    }
    this.inbox.put(arrival.mail);
  }
}

/** The mail server of the worker, started by the first scenario that asks for it. */
class WorkerMail implements Closable {
  readonly server: Promise<MailServer>;

  constructor(server: Promise<MailServer>) {
    this.server = server;
  }

  async close(): Promise<void> {
    const server = await this.server.catch(() => undefined);
    await server?.close();
  }
}

/** From now on the scenario sees what arrives. Asked for twice, it stays as it is. */
export async function openMailbox(world: StoryWorld): Promise<Mailbox> {
  const known = world.resources.opened<Mailbox>("mailbox");
  if (known !== undefined) return known;
  const { resources } = currentWorker(world.settings);
  const { server } = resources.of("mail", () => new WorkerMail(startServer(world)));
  const started = await server;
  const addresses = addressesOf(world);
  return world.resources.of("mailbox", () => new Mailbox(started, addresses));
}

async function startServer(world: StoryWorld): Promise<MailServer> {
  const { startMailServer } = await import("../../src/drivers/mail.ts");
  return await startMailServer(world.settings.mail);
}

/** The scenario's mailbox. Throws, naming the step to take, when there is none. */
export function mailboxOf(world: StoryWorld): Mailbox {
  const mailbox = world.resources.opened<Mailbox>("mailbox");
  if (mailbox !== undefined) return mailbox;
  throw new StoryError(
    "No mail server is running, so no mail can arrive.\n" +
      "Start it before the product sends: Given a mail server",
  );
}

class Addresses extends Map<string, string> implements Closable {
  close(): void {
    this.clear();
  }
}

function addressesOf(world: StoryWorld): Addresses {
  return world.resources.of("mail addresses", () => new Addresses());
}

/** Tells whose address it is, before the mail server runs or after. */
export function tellAddress(world: StoryWorld, actor: Actor, address: string): void {
  addressesOf(world).set(actor.name, address.toLowerCase());
}
