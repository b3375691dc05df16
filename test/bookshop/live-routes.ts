// The bookshop's WebSocket, server-sent events and mail.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { createTransport } from "nodemailer";
import { WebSocket, WebSocketServer } from "ws";
import { type Answer, type Asked, books, type Route } from "./answers.ts";

export const liveRoutes: readonly Route[] = [
  ["GET /api/events", ({ url }) => tellEvents(url)],
  ["POST /api/suppliers", addSupplier],
  ["GET /api/suppliers/prices", () => ({ json: Object.fromEntries(supplierPrices) })],
  ["POST /api/newsletter", subscribe],
  ["GET /newsletter", ({ url }) => confirm(url)],
];

const sockets = new WebSocketServer({ noServer: true });

/** `/live` is for everybody, `/account/live` for customers. */
export function goLive(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  customer: string | undefined,
): void {
  const path = new URL(request.url ?? "/", "http://shop").pathname;
  if (path === "/account/live" && customer === undefined) {
    socket.end("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\nSign in first");
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => {
    if (path === "/account/live") client.send(JSON.stringify({ type: "welcome", customer }));
    client.on("message", (data) => answer(client, String(data)));
  });
}

function answer(client: WebSocket, text: string): void {
  const say = (message: object): void => client.send(JSON.stringify(message));
  if (text === "ping") client.send("pong");
  else if (!text.startsWith("{")) client.close(1008, "Only JSON is understood here");
  else answerJson(JSON.parse(text), say);
}

function answerJson(
  { type, book }: { readonly type?: string; readonly book?: number },
  say: (message: object) => void,
): void {
  const found = books.find(({ id }) => id === book);
  if (type !== "watch" || found === undefined) {
    say({ type: "unknown", book });
    return;
  }
  say({ type: "watching", book, title: found.title });
  say({ type: "price", book, price: found.price });
}

const events = [
  'id: 1\nevent: price\ndata: {"book": 2, "price": 7}\n\n',
  'id: 2\nevent: stock\ndata: {"book": 1, "left": 3}\n\n',
  "data: The shop is open\n\n",
];

/** With `?once` it ends after that, else it stays open. */
function tellEvents(url: URL): Answer {
  return {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    stream: (response) => {
      for (const event of events) response.write(event);
      if (url.searchParams.has("once")) response.end();
    },
  };
}

const supplierPrices = new Map<number, number>();

/** The shop listens to the supplier's feed, and thanks for every price. */
function addSupplier({ body }: Asked): Answer {
  const { feed } = JSON.parse(String(body)) as { feed: string };
  const socket = new WebSocket(feed);
  socket.on("open", () => socket.send(JSON.stringify({ type: "hello", shop: "Bookshop" })));
  socket.on("error", () => {});
  socket.on("message", (data) => {
    const { book, price } = JSON.parse(String(data)) as { book: number; price: number };
    supplierPrices.set(book, price);
    socket.send(JSON.stringify({ type: "thanks", book }));
  });
  return { status: 202, json: { feed } };
}

interface Subscription {
  readonly email: string;
  readonly name?: string;
  readonly copy?: string;
  readonly smtp: { readonly host: string; readonly port: number };
}

async function subscribe({ body, request }: Asked): Promise<Answer> {
  const { email, name = "reader", copy, smtp } = JSON.parse(String(body)) as Subscription;
  const link = `http://${request.headers.host}/newsletter?code=482913`;
  const transport = createTransport({ ...smtp, secure: false });
  await transport.sendMail({
    from: "The Bookshop <shop@example.com>",
    replyTo: "help@example.com",
    to: email,
    ...(copy !== undefined && { cc: copy }),
    headers: { "x-shop": "Bookshop" },
    subject: "Please confirm your subscription",
    text: `Dear ${name},\n\nyour code is 482913. Confirm here: ${link}.\n\nThe Bookshop`,
    html: `<p>Dear <b>${name}</b>,</p><p>your code is 482913. <a href="${link.replace("?", "?from=mail&amp;")}">Confirm</a></p>`,
    attachments: [{ filename: "books.txt", content: books.map(({ title }) => title).join("\n") }],
  });
  return { status: 202, json: { email } };
}

function confirm(url: URL): Answer {
  const told = url.searchParams.get("code") === "482913" ? "You will hear from us" : "Wrong code";
  return {
    html: `<!doctype html><html lang="en"><title>Newsletter</title><h1>${told}</h1></html>`,
  };
}
