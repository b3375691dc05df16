// The mail server of a worker: one that listens itself, or reads along with the worker that has the port.
import type { MailSettings } from "../config/settings.ts";
import type { MailArrival, MailListener, MailServer } from "../journey/mail-port.ts";
import { StoryError } from "../journey/story-error.ts";
import { type RawMail, readMail } from "./mail/read-mail.ts";
import {
  askForBanner,
  followMails,
  type Parcel,
  type Sharing,
  shareMails,
} from "./mail/sharing.ts";
import { largestMailBytes, type RunningSmtp, startSmtp } from "./mail/smtp-server.ts";

/** How long another program may take to say who it is. */
const bannerMs = 2_000;
/** How long a worker that is done keeps the port for those that are not. Less than cucumber waits for its last hook. */
const defaultLingerMs = 20_000;
/** Workers that start or end at the same moment may find the port taken and then free; that settles in no time. */
const mostTries = 20;

/** Starts it. Throws, with a way out, when the port belongs to another program or may not be used. */
export async function startMailServer(
  settings: MailSettings,
  { lingerMs = defaultLingerMs }: { readonly lingerMs?: number } = {},
): Promise<MailServer> {
  const server = new CatchingMailServer(settings, lingerMs);
  await server.start();
  return server;
}

class CatchingMailServer implements MailServer {
  readonly host: string;
  readonly #settings: MailSettings;
  readonly #lingerMs: number;
  readonly #listeners = new Set<MailListener>();
  #port = 0;
  #closed = false;
  #end: () => Promise<void> = async () => {};

  constructor(settings: MailSettings, lingerMs: number) {
    this.#settings = settings;
    this.#lingerMs = lingerMs;
    // A wildcard is a place to listen at, not one to connect to.
    this.host = /^(?:0\.0\.0\.0|::)$/.test(settings.host) ? "127.0.0.1" : settings.host;
  }

  get port(): number {
    return this.#port;
  }

  listen(listener: MailListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    await this.#end();
  }

  /** Listens where it can, else follows whoever does. */
  async start(): Promise<void> {
    let said = "";
    for (let tries = 0; tries < mostTries && !this.#closed; tries += 1) {
      if (await this.#tryToListen()) return;
      const greeting = await askForBanner(this.host, this.#settings.port, bannerMs);
      if (greeting.kind === "ours" && (await this.#tryToFollow(greeting.address))) return;
      if (greeting.kind === "foreign") throw portTaken(this.#settings, greeting.said);
      said = greeting.kind;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (!this.#closed) throw portTaken(this.#settings, said);
  }

  async #tryToListen(): Promise<boolean> {
    const sharing = this.#settings.port === 0 ? undefined : await shareMails();
    try {
      const smtp = await this.#startSmtp(sharing);
      this.#port = smtp.port;
      this.#end = async () => {
        await sharing?.close(this.#lingerMs);
        await smtp.close();
      };
      return true;
    } catch (error) {
      await sharing?.close(0);
      if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
      throw cannotListen(this.#settings, error);
    }
  }

  #startSmtp(sharing: Sharing | undefined): Promise<RunningSmtp> {
    const { host, port } = this.#settings;
    return startSmtp({
      host,
      port,
      banner: sharing?.banner ?? "storyproof",
      receive: (mail) => this.#receive({ kind: "mail", mail }, sharing),
      refuse: ({ recipients }) =>
        void this.#receive(troubleWith(recipients, `was refused: it is ${tooLarge}`), sharing),
    });
  }

  async #tryToFollow(address: string): Promise<boolean> {
    try {
      const following = await followMails(address, (parcel) => void this.#receive(parcel));
      this.#port = this.#settings.port;
      this.#end = async () => following.close();
      void following.ended.then(() => this.#takeOver());
      return true;
    } catch {
      return false;
    }
  }

  /** The worker that had the port is gone, and this one is not done. */
  async #takeOver(): Promise<void> {
    if (this.#closed) return;
    try {
      await this.start();
    } catch (error) {
      this.#tell({ kind: "trouble", text: (error as Error).message });
    }
  }

  async #receive(parcel: Parcel, sharing?: Sharing): Promise<void> {
    sharing?.pass(parcel);
    this.#tell(parcel.kind === "mail" ? await arrivalOf(parcel.mail) : parcel);
  }

  #tell(arrival: MailArrival): void {
    for (const listener of this.#listeners) listener(arrival);
  }
}

async function arrivalOf(raw: RawMail): Promise<MailArrival> {
  try {
    return { kind: "mail", mail: await readMail(raw) };
  } catch (error) {
    return troubleWith(raw.recipients, `cannot be read: ${(error as Error).message}`);
  }
}

const tooLarge = `larger than ${largestMailBytes / 1024 / 1024} MB`;

function troubleWith(addresses: readonly string[], what: string) {
  const recipients = addresses.map((address) => address.toLowerCase());
  return {
    kind: "trouble",
    text: `a mail to ${addresses.join(", ")} ${what}`,
    recipients,
  } as const;
}

function portTaken({ host, port }: MailSettings, said: string): StoryError {
  const who = said === "" ? "another program" : `another program, which says "${said}"`;
  return new StoryError(
    `The mail server cannot listen on port ${port} of ${host} (mail.port in cucumber.js): it is taken by ${who}.\n` +
      "End that program, or set mail.port to another one; 0 lets the system choose.",
  );
}

function cannotListen({ host, port }: MailSettings, cause: unknown): StoryError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const reason =
    code === "EACCES"
      ? "only an administrator may use it"
      : code === "EADDRNOTAVAIL" || code === "ENOTFOUND"
        ? "this machine has no such address"
        : message;
  return new StoryError(
    `The mail server cannot listen on port ${port} of ${host}: ${reason}.\n` +
      "Set mail.port and mail.host in cucumber.js: a port of 1024 or more, and an address of this machine.",
  );
}
