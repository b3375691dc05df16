/** What every page has around its content: head, navigation, the place for messages, footer. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Customer } from "../domain/customers.ts";
import { takeFlash } from "./flash.ts";
import { type Html, html } from "./html.ts";
import { icons, logo } from "./icons.ts";

export interface Page {
  readonly title: string;
  readonly content: Html;
  readonly status?: number;
  /** How the content is laid out: a reading width, or a single card in the middle. */
  readonly shape?: "wide" | "card";
  readonly searchWords?: string;
}

export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const customer = request.session?.customer ?? null;
  const { markup } = document(page, customer, takeFlash(request, reply));
  // Never kept: after signing out, the back button must not show what only the customer may see.
  return reply
    .code(page.status ?? 200)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(markup);
}

/** A page for when nothing is known of who asks, such as an error before the session was read. */
export function sendPlainPage(reply: FastifyReply, page: Page): FastifyReply {
  const { markup } = document(page, reply.request.session?.customer ?? null, null);
  return reply
    .code(page.status ?? 200)
    .type("text/html; charset=utf-8")
    .send(markup);
}

function document(
  { title, content, shape = "wide", searchWords = "" }: Page,
  customer: Customer | null,
  flash: string | null,
): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Workspace</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
<script type="module" src="/assets/enhance.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
${customer === null ? visitorHeader() : customerHeader(customer, searchWords)}
<main id="content" class="${shape}" tabindex="-1">${content}</main>
<div id="toast" class="toast" role="status">${flash}</div>
<footer class="footer"><p>Workspace is an example product of storyproof. <a href="/openapi.json">API description</a></p></footer>
</body>
</html>`;
}

function visitorHeader(): Html {
  return html`<header class="header">
  <div class="header-inner">
    <a class="brand" href="/">${logo}<span>Workspace</span></a>
    <nav class="nav" aria-label="Main">
      <a href="/sign-in">Sign in</a>
      <a class="button small" href="/register">Register</a>
    </nav>
  </div>
</header>`;
}

function customerHeader(customer: Customer, searchWords: string): Html {
  return html`<header class="header">
  <div class="header-inner">
    <a class="brand" href="/workspace">${logo}<span>Workspace</span></a>
    <form class="search" role="search" action="/search">
      ${icons.search}<label class="hidden" for="q">Search</label>
      <input id="q" name="q" type="search" value="${searchWords}" placeholder="Search" autocomplete="off" maxlength="100">
    </form>
    <nav class="nav" aria-label="Main">
      <a href="/workspace">Projects</a>
      <a href="/settings">Settings</a>
      <form method="post" action="/sign-out"><button class="button quiet small">Sign out</button></form>
      ${avatar(customer.email, customer.name)}
    </nav>
  </div>
</header>`;
}

/** A round mark with initials; only decoration, so the text beside it must say who it is. */
export function avatar(email: string, name = ""): Html {
  const words = (name || email.split("@")[0] || "?").split(/[\s._-]+/).filter(Boolean);
  const initials = words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
  return html`<span class="avatar hue-${hueOf(email)}" aria-hidden="true">${initials}</span>`;
}

/** One of six colours, always the same one for the same text. */
export function hueOf(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 997, 7) % 6;
}
