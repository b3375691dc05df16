// The SMTP server that catches mails. It takes everything from everybody, and delivers nothing to anybody.
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from "smtp-server";
import type { RawMail } from "./read-mail.ts";

/** A larger mail is refused: 25 MB is what large providers take. */
export const largestMailBytes = 25 * 1024 * 1024;

export interface SmtpOptions {
  readonly host: string;
  /** 0 for one that the system chooses. */
  readonly port: number;
  /** Said to whoever connects. */
  readonly banner: string;
  /** The sender is told that the mail was taken once this is done. */
  readonly receive: (mail: RawMail) => Promise<void>;
  readonly refuse: (envelope: Omit<RawMail, "raw">) => void;
}

export interface RunningSmtp {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts it. Throws what listening throws (EADDRINUSE, EACCES …). */
export async function startSmtp(options: SmtpOptions): Promise<RunningSmtp> {
  const server = createServer(options);
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => {
      server.off("error", reject);
      resolve((server.server.address() as AddressInfo).port);
    });
  });
  // A client that breaks its connection is no concern of the run.
  server.on("error", () => {});
  return {
    port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function createServer({ banner, receive, refuse }: SmtpOptions): SMTPServer {
  const { SMTPServer } = createRequire(import.meta.url)(
    "smtp-server",
  ) as typeof import("smtp-server");
  return new SMTPServer({
    name: "storyproof",
    banner,
    // A certificate that nobody trusts would make products fail that encrypt where they can.
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: "anybody" }),
    disableReverseLookup: true,
    size: largestMailBytes,
    // Told in advance, a product would not even try, and nobody would learn why nothing came.
    hideSize: true,
    closeTimeout: 10,
    logger: false,
    onData: (stream, session, done) => {
      void collect(stream).then(async (raw) => {
        const envelope = envelopeOf(session);
        if (stream.sizeExceeded) {
          refuse(envelope);
          done(Object.assign(new Error("this mail is too large"), { responseCode: 552 }));
          return;
        }
        await receive({ ...envelope, raw });
        done(null);
      }, done);
    },
  });
}

/** Reads to the end; what is beyond the limit is not kept. */
async function collect(stream: SMTPServerDataStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function envelopeOf({ envelope }: SMTPServerSession): Omit<RawMail, "raw"> {
  return {
    sender: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
    recipients: envelope.rcptTo.map(({ address }) => address),
  };
}
