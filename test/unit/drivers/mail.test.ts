import { type AddressInfo, createServer } from "node:net";
import { createTransport } from "nodemailer";
import { describe, expect, onTestFinished, test } from "vitest";
import { htmlToText, linksOfHtml } from "../../../src/drivers/mail/html.ts";
import { readMail } from "../../../src/drivers/mail/read-mail.ts";
import { startMailServer } from "../../../src/drivers/mail.ts";
import type { MailArrival, MailServer } from "../../../src/journey/mail-port.ts";

const host = "127.0.0.1";

async function start(port = 0): Promise<{ server: MailServer; arrivals: MailArrival[] }> {
  const server = await startMailServer({ host, port });
  onTestFinished(() => server.close());
  const arrivals: MailArrival[] = [];
  server.listen((arrival) => arrivals.push(arrival));
  return { server, arrivals };
}

async function send(port: number, options: object = {}, transport: object = {}): Promise<void> {
  const mailer = createTransport({ host, port, secure: false, ...transport });
  const mail = { from: "shop@example.com", to: "Ada@example.com", subject: "Hello", text: "Hi" };
  await mailer.sendMail({ ...mail, ...options });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const subjects = (arrivals: readonly MailArrival[]): readonly string[] =>
  arrivals.map((one) => (one.kind === "mail" ? one.mail.subject : one.text));

describe("the mail server", () => {
  test("has a mail when the product is told that it was taken, hidden copies included", async () => {
    const { server, arrivals } = await start();
    await send(server.port, {
      from: "The Shop <Shop@example.com>",
      bcc: "bob@example.com",
      replyTo: "help@example.com",
      subject: "Grüße",
      html: '<p>Hi <a href="http://x.test/?a=1&amp;b=2">Go</a></p>',
      attachments: [{ filename: "a.txt", content: "abc" }],
    });
    expect(arrivals).toMatchObject([
      {
        kind: "mail",
        mail: {
          recipients: ["ada@example.com", "bob@example.com"],
          sender: "shop@example.com",
          senderName: "The Shop",
          replyTo: ["help@example.com"],
          subject: "Grüße",
          text: "Hi",
          htmlText: "Hi Go",
          links: [{ text: "Go", url: "http://x.test/?a=1&b=2" }],
          attachments: [{ name: "a.txt", mediaType: "text/plain" }],
        },
      },
    ]);
  });

  test("takes any sign-in, and offers no encryption that nobody would trust", async () => {
    const { server, arrivals } = await start();
    await send(server.port, {}, { auth: { user: "any", pass: "thing" } });
    expect(subjects(arrivals)).toEqual(["Hello"]);
  });

  test("refuses a mail that is too large, tells of it, and goes on", async () => {
    const { server, arrivals } = await start();
    const large = { content: Buffer.alloc(20 * 1024 * 1024, "x"), filename: "large.bin" };
    await expect(send(server.port, { attachments: [large] })).rejects.toThrow(/552/);
    await send(server.port);
    expect(subjects(arrivals)).toEqual([
      "a mail to Ada@example.com was refused: it is larger than 25 MB",
      "Hello",
    ]);
  });

  test("is gone when closed, though a client hangs on", async () => {
    const { server } = await start();
    const mailer = createTransport({ host, port: server.port, pool: true });
    await mailer.verify();
    await server.close();
    mailer.close();
    await expect(send(server.port)).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe("a port of its own", () => {
  test("is shared by workers: all of them see what arrives, until the last is done", async () => {
    const port = await freePort();
    const all = [await start(port), ...(await Promise.all([start(port), start(port)]))];
    await send(port, { subject: "One" });
    for (const { arrivals } of all) await expect.poll(() => subjects(arrivals)).toEqual(["One"]);
    const [first, second, third] = all;
    const closing = first?.server.close();
    await third?.server.close();
    await send(port, { subject: "Two" });
    await expect.poll(() => subjects(second?.arrivals ?? [])).toEqual(["One", "Two"]);
    await second?.server.close();
    await closing;
    await expect(send(port)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("is taken over from a worker that does not wait", async () => {
    const port = await freePort();
    const first = await startMailServer({ host, port }, { lingerMs: 0 });
    const { arrivals } = await start(port);
    await first.close();
    await expect.poll(() => send(port).then(() => "taken", String)).toBe("taken");
    expect(subjects(arrivals)).toEqual(["Hello"]);
  });

  test("that another program has is an error with its greeting and a way out", async () => {
    const other = createServer((socket) => socket.write("220 mx.other ESMTP\r\n"));
    await new Promise<void>((resolve) => other.listen(0, host, resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(startMailServer({ host, port })).rejects.toThrow(
      `The mail server cannot listen on port ${port} of ${host} (mail.port in cucumber.js): ` +
        'it is taken by another program, which says "220 mx.other ESMTP".\n' +
        "End that program, or set mail.port to another one; 0 lets the system choose.",
    );
  });

  test("at an address that this machine has not is an error too", async () => {
    await expect(startMailServer({ host: "192.0.2.1", port: 0 })).rejects.toThrow(
      /this machine has no such address/,
    );
  });
});

test("the HTML of a mail as a person reads it", () => {
  const html = `<html><head><title>No</title><style>p{}</style></head><body>
    <!-- hidden --><p>Dear&nbsp;<b>Ada</b>,</p>  <p>1 &lt; 2 &amp; &#8364;&#x21;<br>Bye</p></body></html>`;
  expect(htmlToText(html)).toBe("Dear Ada,\n1 < 2 & €!\nBye");
  expect(htmlToText("<p>&constructor; &AMP;</p>")).toBe("&constructor; &");
});

test("the links of HTML, in whatever way they are written", () => {
  const html = `<a class="b" href='/one'>One <b>more</b></a> <A HREF=/two>Two</A>
    <a href="/three"><img alt="Three"></a> <a name="x">none</a> <a href="">none</a> <a href="/four">open`;
  expect(linksOfHtml(html)).toEqual([
    { text: "One more", url: "/one" },
    { text: "Two", url: "/two" },
    { text: "Three", url: "/three" },
    { text: "open", url: "/four" },
  ]);
});

test("HTML that was made to be slow is read in time", () => {
  const nasty = ["<a ", "<!--", "<style>", "<a href='", "&#", "<"].map((piece) =>
    piece.repeat(50_000),
  );
  for (const html of nasty) {
    linksOfHtml(html);
    htmlToText(html);
  }
});

test("addresses in plain text end where their sentence does", async () => {
  const raw = Buffer.from(
    "Subject: x\r\n\r\nGo to http://x.test/a?b=1. (See http://x.test/c.)\r\n",
  );
  const mail = await readMail({ sender: "s@x.test", recipients: ["a@x.test"], raw });
  expect(mail.links).toEqual([
    { text: "", url: "http://x.test/a?b=1" },
    { text: "", url: "http://x.test/c" },
  ]);
  expect(mail.sender).toBe("s@x.test");
});
