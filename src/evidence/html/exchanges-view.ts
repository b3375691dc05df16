// Exchanges on the page: one line each, the whole of it below.
import type { Exchange, HeaderList } from "../../journey/exchange.ts";
import { showDuration } from "../visible-text.ts";
import { type Html, html, nothing, userBlock, userText } from "./template.ts";

export function viewExchanges(exchanges: readonly Exchange[]): Html {
  const count = exchanges.length === 1 ? "1 exchange" : `${exchanges.length} exchanges`;
  return html`<details class="attached"><summary>${count} with the API</summary>
<ol class="exchanges">${exchanges.map(viewExchange)}</ol></details>`;
}

function viewExchange({ actor, request, response, error, durationMs }: Exchange): Html {
  const outcome = response === undefined ? (error ?? "no response") : String(response.status);
  return html`<li><details><summary><code>${userText(
    `${request.method} ${request.url}`,
  )}</code> → <strong>${userText(outcome)}</strong>, ${showDuration(durationMs)}, ${userText(actor)}</summary>
${viewMessage("Request", request.headers, request.body)}${
  response === undefined ? nothing : viewMessage("Response", response.headers, response.body)
}</details></li>`;
}

function viewMessage(name: string, headers: HeaderList, body: string | undefined): Html {
  const lines = headers.map(([header, value]) => `${header}: ${value}`);
  const text = [lines.join("\n"), ...(body === undefined ? [] : [indentJson(body)])].join("\n\n");
  if (text === "") return html`<p>${name} without headers and body</p>`;
  return html`<p>${name}</p>${userBlock(text, name)}`;
}

function indentJson(body: string): string {
  if (!/^\s*[[{]/.test(body) || body.includes("\n")) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
