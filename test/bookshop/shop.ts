// The bookshop that the examples of the documentation talk to: small, real, and as they describe it.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { startProduct } from "../e2e/product.ts";
import {
  type Answer,
  type Asked,
  type Book,
  books,
  type Order,
  type Route,
  readForm,
  type Shop,
} from "./answers.ts";
import { formatRoutes } from "./format-routes.ts";
import { gadgetRoutes } from "./gadget-routes.ts";
import { listRoutes } from "./list-routes.ts";
import { goLive, liveRoutes } from "./live-routes.ts";
import { accountPage, bookPage, booksPage, signInPage, thanksPage } from "./pages.ts";

/** Starts a bookshop of its own until the test is over; answers its address. */
export function startBookshop(): Promise<string> {
  const shop: Shop = {
    orders: new Map(),
    customers: new Map([["ada@example.com", "correct horse battery"]]),
  };
  return startProduct(
    (request, response) => void answer(request, response, shop),
    (request, socket, head) => goLive(request, socket, head, customerOf({ request, shop })),
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  shop: Shop,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://shop");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const asked = { url, request, body: Buffer.concat(chunks), shop };
  const { status = 200, headers = {}, json, html, content = html, stream } = await handle(asked);
  const type = html === undefined ? "application/json" : "text/html; charset=utf-8";
  const sent = content ?? (json === undefined ? "" : JSON.stringify(json));
  response.writeHead(status, { ...(sent.length > 0 && { "content-type": type }), ...headers });
  if (stream === undefined) response.end(sent);
  else stream(response);
}

function handle(asked: Asked): Answer | Promise<Answer> {
  const { method } = asked.request;
  for (const [pattern, handler] of routes) {
    const [wanted, path] = pattern.split(" ");
    const match = new RegExp(`^${path}$`).exec(asked.url.pathname);
    if (wanted === method && match) return handler(asked, match[1] ?? "");
  }
  return { status: 404, json: { problem: "There is nothing here" } };
}

const routes: readonly Route[] = [
  ["GET /api/books", ({ url }) => listBooks(url)],
  ["GET /api/books/(\\d+)", (_, id) => showBook(Number(id))],
  ["GET /catalogue", () => ({ status: 301, headers: { location: "/api/books" } })],
  ["POST /api/orders", placeOrder],
  ["GET /api/orders/([\\w-]+)", ({ shop }, id) => showOrder(shop, id)],
  ["DELETE /api/orders/([\\w-]+)", ({ shop }, id) => removeOrder(shop, id)],
  ["POST /api/customers", register],
  ["POST /api/sessions", signIn],
  ["GET /api/account", (asked) => showAccount(asked)],
  ["POST /api/reviews", ({ body }) => ({ status: 201, json: readForm(body) })],
  ["POST /api/covers", (asked) => receiveCover(asked)],
  ["PUT /api/covers/(\\d+)", ({ body }) => ({ status: 201, json: { bytes: body.length } })],
  ["GET /", ({ url }) => ({ html: booksPage(findBooks(url)) })],
  ["GET /books/(\\d+)", (_, id) => ({ html: bookPage(bookOf(Number(id)) ?? books[0]) })],
  ["POST /books/\\d+", ({ body }) => ({ html: thanksPage(readForm(body)) })],
  ["GET /sign-in", () => ({ html: signInPage("") })],
  ["POST /sign-in", signInOnPage],
  ["GET /account", (asked) => openAccount(asked)],
  ...formatRoutes,
  ...gadgetRoutes,
  ...listRoutes,
  ...liveRoutes,
];

function findBooks(url: URL): readonly Book[] {
  const words = (url.searchParams.get("search") ?? "").toLowerCase();
  const limit = Number(url.searchParams.get("limit") ?? books.length);
  return books.filter(({ title }) => title.toLowerCase().includes(words)).slice(0, limit);
}

function listBooks(url: URL): Answer {
  const found = findBooks(url);
  return { headers: { "x-total-count": String(books.length) }, json: found };
}

function bookOf(id: number): Book | undefined {
  return books.find((book) => book.id === id);
}

function showBook(id: number): Answer {
  const book = bookOf(id);
  if (book === undefined) return { status: 404, json: { problem: "There is no such book" } };
  return { headers: { etag: '"v1"' }, json: book };
}

function placeOrder({ body, shop }: Asked): Answer {
  const { book = 1, quantity = 1 } = JSON.parse(String(body)) as Partial<Order>;
  if (quantity < 1) return { status: 422, json: { problem: "Order at least one" } };
  const order: Order = { id: randomUUID(), book, quantity, seen: 0 };
  shop.orders.set(order.id, order);
  const headers = { location: `/api/orders/${order.id}` };
  return { status: 201, headers, json: describeOrder(order) };
}

function describeOrder({ id, book, quantity, seen }: Order): object {
  const total = (bookOf(book)?.price ?? 0) * quantity;
  const placedAt = new Date().toISOString();
  return { id, status: seen < 3 ? "open" : "paid", book, quantity, total, placedAt };
}

/** The payment is there when somebody looks for the third time. */
function showOrder({ orders }: Shop, id: string): Answer {
  const order = orders.get(id);
  if (order === undefined) return { status: 404, json: { problem: "There is no such order" } };
  order.seen += 1;
  return { json: describeOrder(order) };
}

function removeOrder({ orders }: Shop, id: string): Answer {
  return { status: orders.delete(id) ? 204 : 404 };
}

function register({ body, shop }: Asked): Answer {
  const { email, password } = JSON.parse(String(body)) as { email: string; password: string };
  shop.customers.set(email, password);
  return { status: 201, json: { email } };
}

function signIn({ body, shop }: Asked): Answer {
  const { email, password } = JSON.parse(String(body)) as { email: string; password: string };
  if (shop.customers.get(email) !== password) {
    return { status: 401, json: { problem: "Email or password is wrong" } };
  }
  const headers = { "set-cookie": sessionCookie(email) };
  return { status: 201, headers, json: { token: tokenOf(email) } };
}

function tokenOf(email: string): string {
  return Buffer.from(email).toString("base64url");
}

function sessionCookie(email: string): string {
  return `session=${tokenOf(email)}; Path=/; HttpOnly`;
}

/** Whoever shows a session, a bearer token, a password or a key of the shop. */
function customerOf({ request, shop }: Pick<Asked, "request" | "shop">): string | undefined {
  const { cookie = "", authorization = "" } = request.headers;
  const [scheme = "", credentials = ""] = authorization.split(" ");
  const token = /session=([\w-]+)/.exec(cookie)?.[1] ?? (scheme === "Bearer" ? credentials : "");
  if (scheme === "ApiKey" && credentials === "shop-key-123") return "ada@example.com";
  if (scheme === "Basic") {
    const [user = "", password] = Buffer.from(credentials, "base64").toString().split(":");
    return shop.customers.get(user) === password ? user : undefined;
  }
  const email = Buffer.from(token, "base64url").toString();
  return shop.customers.has(email) ? email : undefined;
}

function showAccount(asked: Asked): Answer {
  const email = customerOf(asked);
  if (email !== undefined) return { json: { email } };
  return { status: 401, json: { problem: "Sign in first" } };
}

function receiveCover({ body, request }: Asked): Answer {
  const text = body.toString("latin1");
  const title = /name="title"\r\n\r\n(.*)\r\n/.exec(text)?.[1];
  const fileName = /filename="([^"]+)"/.exec(text)?.[1];
  const type = request.headers["content-type"]?.split(";")[0];
  return { status: 201, json: { title, fileName, type } };
}

function signInOnPage({ body, shop }: Asked): Answer {
  const { email = "", password } = readForm(body);
  if (shop.customers.get(email) !== password) {
    return { status: 401, html: signInPage("Email or password is wrong") };
  }
  const headers = { location: "/account", "set-cookie": sessionCookie(email) };
  return { status: 303, headers };
}

function openAccount(asked: Asked): Answer {
  const email = customerOf(asked);
  if (email === undefined) return { status: 303, headers: { location: "/sign-in" } };
  return { html: accountPage(email) };
}
