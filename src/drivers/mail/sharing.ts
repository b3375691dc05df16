// Several workers, one SMTP port: whoever has it passes mails on to the others over HTTP on loopback.
// The address of that is in the SMTP banner, with a word in it that no web page can guess.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { createInterface } from "node:readline";
import type { MailTrouble } from "../../journey/mail-port.ts";
import type { RawMail } from "./read-mail.ts";

/** What is passed on, one line of JSON each. */
export type Parcel =
  | { readonly kind: "mail"; readonly mail: RawMail }
  | ({ readonly kind: "trouble" } & MailTrouble);

const bannerPattern = /storyproof mails at (http:\/\/127\.0\.0\.1:\d+\/[\w-]+)/;

export interface Sharing {
  readonly banner: string;
  pass(parcel: Parcel): void;
  /** Waits for those who still read, at most that long, then ends. */
  close(waitMs: number): Promise<void>;
}

/** Opens the place where other workers read along. */
export async function shareMails(): Promise<Sharing> {
  const path = `/${randomUUID()}`;
  const readers = new Set<ServerResponse>();
  let left: () => void = () => {};
  const server = createServer((asked, response) => {
    if (asked.url !== path) {
      response.writeHead(404).end();
      return;
    }
    readers.add(response);
    response.on("close", () => {
      readers.delete(response);
      left();
    });
    response.writeHead(200, { "content-type": "application/x-ndjson" }).flushHeaders();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    banner: `storyproof mails at http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    pass: (parcel) => {
      const line = readers.size === 0 ? "" : `${toLine(parcel)}\n`;
      for (const reader of readers) reader.write(line);
    },
    close: async (waitMs) => {
      const endMs = performance.now() + waitMs;
      while (readers.size > 0 && performance.now() < endMs) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, endMs - performance.now());
          left = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function toLine(parcel: Parcel): string {
  if (parcel.kind === "trouble") return JSON.stringify(parcel);
  const raw = Buffer.from(parcel.mail.raw).toString("base64");
  return JSON.stringify({ kind: "mail", mail: { ...parcel.mail, raw } });
}

export type Greeting =
  | { readonly kind: "ours"; readonly address: string }
  /** Another program; what it said first, if anything. */
  | { readonly kind: "foreign"; readonly said: string }
  | { readonly kind: "nobody" };

/** Who listens there, by what is said to whoever connects. */
export async function askForBanner(
  host: string,
  port: number,
  withinMs: number,
): Promise<Greeting> {
  const socket = connect({ host, port, timeout: withinMs });
  try {
    return await new Promise<Greeting>((resolve) => {
      let said = "";
      const end = (): void => resolve({ kind: "foreign", said: said.trim().slice(0, 200) });
      socket.on("data", (data) => {
        said += data.toString("latin1");
        const address = bannerPattern.exec(said)?.[1];
        if (address !== undefined) resolve({ kind: "ours", address });
        else if (said.includes("\n") || said.length > 1_000) end();
      });
      socket.on("timeout", end);
      socket.on("end", end);
      socket.on("error", () => resolve({ kind: "nobody" }));
    });
  } finally {
    socket.destroy();
  }
}

export interface Following {
  /** Settles when the other worker is gone. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads along with another worker. Throws when it is not there any more. */
export async function followMails(
  address: string,
  receive: (parcel: Parcel) => void,
): Promise<Following> {
  const asking = request(address).end();
  const [answer] = (await once(asking, "response")) as [import("node:http").IncomingMessage];
  const lines = createInterface({ input: answer });
  lines.on("line", (line) => receive(fromLine(line)));
  // That the other worker ended in the middle of a line is told by the end, not as an error.
  const ended = new Promise<void>((resolve) => {
    answer.on("error", () => resolve());
    lines.on("error", () => resolve());
    lines.on("close", resolve);
  });
  return { ended, close: () => void asking.destroy() };
}

function fromLine(line: string): Parcel {
  const parcel = JSON.parse(line) as Parcel;
  if (parcel.kind === "trouble") return parcel;
  const raw = Buffer.from(parcel.mail.raw as unknown as string, "base64");
  return { kind: "mail", mail: { ...parcel.mail, raw } };
}
