// Evidence on the page: what was attached, shown as what it is, with nothing of it able to act.
import type { FileEvidence, PageEvidence } from "../attachment-kinds.ts";
import type { Evidence } from "../evidence.ts";
import { showSize } from "../visible-text.ts";
import { viewExchanges } from "./exchanges-view.ts";
import { viewGates } from "./gates-view.ts";
import { viewInvariant } from "./invariant-view.ts";
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
    case "gates":
      return viewGates(evidence.gates);
    case "invariants":
      return viewInvariant(evidence.invariant);
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
