// Evidence on the page: what was attached, shown as what it is, with nothing of it able to act.
import type { Exchange, HeaderList } from "../../journey/exchange.ts";
import type { FileEvidence, PageEvidence } from "../attachment-kinds.ts";
import type { Evidence } from "../evidence.ts";
import { showDuration, showSize } from "../visible-text.ts";
import { type Html, html, nothing, userBlock, userText } from "./template.ts";

export function viewEvidence(evidence: readonly Evidence[]): Html {
  if (evidence.length === 0) return nothing;
  return html`<div class="evidence">${evidence.map(viewOne)}</div>`;
}

function viewOne(evidence: Evidence): Html {
  switch (evidence.kind) {
    case "exchanges":
      return viewExchanges(evidence.exchanges);
    case "page":
      return viewPage(evidence.page);
    case "file":
      return viewFile(evidence.file);
    case "image":
      return viewImage(evidence.mediaType, evidence.base64, evidence.name);
    case "link":
      return html`<p class="attached">Link: ${userText(evidence.url)}</p>`;
    case "text":
      return viewText(evidence.text, evidence.name ?? nameText(evidence.mediaType), evidence.cut);
    case "left-out":
      return html`<p class="attached">${userText(evidence.name ?? evidence.mediaType)}: ${showSize(
        evidence.sizeBytes,
      )}, not shown here (${evidence.why})</p>`;
  }
}

function nameText(mediaType: string): string {
  return mediaType === "text/x.cucumber.log+plain" ? "Log" : mediaType;
}

function viewText(text: string, name: string, cut: boolean): Html {
  const note = cut ? html`<p class="note">Cut: the whole text is in the messages.</p>` : nothing;
  if (text.length < 200 && !text.includes("\n")) {
    return html`<p class="attached">${userText(name)}: <code>${userText(text)}</code></p>`;
  }
  return html`<details class="attached"><summary>${userText(name)}</summary>${userBlock(text, name)}${note}</details>`;
}

function viewImage(mediaType: string, base64: string, name: string | undefined): Html {
  const title = name ?? "Screenshot";
  return html`<details class="attached" open><summary>${userText(title)}</summary>
<img alt="Attached picture: ${title}" src="data:${mediaType};base64,${base64}"></details>`;
}

function viewFile({ role, actor, path, sizeBytes, open }: FileEvidence): Html {
  // Built from parts that are encoded one by one, it can only ever be a path below the report.
  const address = path.split("/").map(encodeURIComponent).join("/");
  return html`<p class="attached"><a href="./${address}">${role === "trace" ? "Trace" : "Video"} of ${userText(
    actor,
  )}</a> (${showSize(sizeBytes)}); open with <code>${userText(open)}</code></p>`;
}

function viewPage(page: PageEvidence): Html {
  const requests = page.failedRequests.map(
    ({ method, url, reason }) => `${method} ${url}: ${reason}`,
  );
  return html`<div class="attached"><p>${userText(page.actor)} was on ${userText(
    page.title === "" ? "a page without title" : page.title,
  )}, <code>${userText(page.url)}</code></p>
${listLines("Console errors", page.consoleErrors)}${listLines("Failed requests", requests)}${listLines(
  "Unexpected dialogs",
  page.dialogs,
)}</div>`;
}

function listLines(title: string, lines: readonly string[]): Html {
  if (lines.length === 0) return nothing;
  return html`<p>${title}:</p><ul>${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>`;
}

function viewExchanges(exchanges: readonly Exchange[]): Html {
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
