// Journeys that failed while they were measured: how many in which way, and the first of each as it went.
import { showTime, whole } from "../../gates/quantity.ts";
import type { FailedJourney, FailureEvidence } from "../measured-gates.ts";
import { viewExchanges } from "./exchanges-view.ts";
import { type Html, html, nothing, userBlock, userText } from "./template.ts";

export function viewFailures(failures: readonly FailureEvidence[]): Html {
  if (failures.length === 0) return nothing;
  return html`<div class="failures"><p class="chart-title">Failed journeys</p><ul>${failures.map(
    (failure, at) => viewFailure(failure, at === 0),
  )}</ul></div>`;
}

function viewFailure({ title, count, journey, wayOut, first }: FailureEvidence, isOpen: boolean) {
  return html`<li><details class="attached" ${isOpen ? html`open` : nothing}><summary><b>${whole(count)} ×</b> ${userText(title)}</summary>
<p>${tellEnd(first)} The first was journey ${whole(journey)}.</p>
${wayOut === undefined ? nothing : html`<p class="way-out">${wayOut}</p>`}
${viewJourney(first)}</details></li>`;
}

/** How one journey failed, for which nothing else tells it. */
export function viewFailedJourney(failed: FailedJourney): Html {
  return html`<p>${tellEnd(failed)}</p>${viewJourney(failed)}`;
}

function viewJourney({ error, steps, exchanges, exchangesLeftOut }: FailedJourney): Html {
  const leftOut =
    exchangesLeftOut === undefined
      ? nothing
      : html`<p class="note">${exchangesLeftOut} earlier ${exchangesLeftOut === 1 ? "exchange is" : "exchanges are"} left out.</p>`;
  return html`${error === undefined ? nothing : viewError(error)}
${steps.length === 0 ? nothing : html`<p class="note">Steps that ended: ${steps.map(({ text, durationMs }, at) => html`${at === 0 ? "" : " · "}${userText(text)} ${showTime(durationMs)}`)}</p>`}
${exchanges.length === 0 ? nothing : viewExchanges(exchanges)}${leftOut}`;
}

function tellEnd({ kind, step, deadlineMs }: FailureEvidence["first"]): Html {
  const at = step === undefined ? nothing : html` at ${userText(step)}`;
  if (kind === "timed-out") return html`It did not end within ${showTime(deadlineMs ?? 0)}${at}.`;
  return html`It ${kind === "failed" ? "failed" : "was ended"}${at}.`;
}

function viewError({ message, stack }: NonNullable<FailureEvidence["first"]["error"]>): Html {
  const more =
    stack === undefined || ["", message.trim()].includes(stack.trim())
      ? nothing
      : html`<details class="stack"><summary>Stack</summary>${userBlock(stack, "Stack")}</details>`;
  return html`<div class="error">${userBlock(message, "Error of the first")}${more}</div>`;
}
