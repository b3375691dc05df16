/** The page for what cannot be shown or done, and why. */
import type { FastifyReply } from "fastify";
import type { Refusal } from "../domain/refusal.ts";
import { html } from "./html.ts";
import { sendPlainPage } from "./layout.ts";

export function sendRefusalPage(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, message } = refusal;
  const title = titleOf(refusal);
  return sendPlainPage(reply, {
    title,
    status,
    shape: "card",
    content: html`<div class="card centered">
  <p class="big-number" aria-hidden="true">${status}</p>
  <h1>${title}</h1>
  <p>${message}</p>
  <p><a class="button" href="/workspace">Go to your workspace</a></p>
</div>`,
  });
}

function titleOf({ status, title }: Refusal): string {
  if (status === 404) return "Page not found";
  if (status === 403) return "You may not do this";
  return status >= 500 ? "Something went wrong" : title;
}
