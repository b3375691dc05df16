// A case's invariant on the page: what was tried, of which kinds, and the counterexample with how it failed.
import { showTime, whole } from "../../gates/quantity.ts";
import type { CheckedInvariant, CounterexampleEvidence } from "../checked-invariant.ts";
import { viewFailedJourney } from "./failures-view.ts";
import { verdictBadge } from "./marks.ts";
import { type Html, html, nothing, userText } from "./template.ts";

/** All of it, for a try whose invariant stands nowhere else. */
export function viewInvariant(checked: CheckedInvariant): Html {
  const { verdict } = checked;
  return html`<p>${verdictBadge(verdict.kind)} invariant: ${userText(verdict.reason)}</p>${viewTried(checked)}`;
}

/** What was tried; open where something is wrong. */
export function viewTried(checked: CheckedInvariant): Html {
  const { counterexample, verdict, command, generated, seed, known } = checked;
  const states = known.map(({ id, state }) => `${id}: ${state.replace("-", " ")}`);
  return html`<details class="measurement" ${verdict.kind === "refuted" ? html`open` : nothing}><summary>${summarise(checked)}</summary>
${counterexample === undefined ? nothing : viewCounterexample(counterexample)}
${generated.length === 0 ? nothing : viewGenerated(generated)}
${states.length === 0 ? nothing : html`<p class="note">Known counterexamples: ${states.join(", ")}</p>`}
<p class="note">Seed ${String(seed)}</p>
<p class="repeat">To repeat it: <code>${userText(command)}</code></p></details>`;
}

function summarise({ runs, wantedRuns, discards, elapsedMs, tier }: CheckedInvariant): string {
  const discarded = discards === 0 ? "" : `, ${whole(discards)} discarded`;
  return `Tried as ${tier}: ${whole(runs)} of ${whole(wantedRuns)} generated inputs in ${showTime(elapsedMs)}${discarded}`;
}

function viewCounterexample({
  values,
  failure,
  file,
  shrinks,
  isSmallest,
}: CounterexampleEvidence): Html {
  const size = isSmallest ? `made smaller ${whole(shrinks)} times` : "there may be a smaller one";
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Counterexample"><table class="times"><caption>Counterexample (${size})</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
<tbody>${values.map(
    ({ name, shown }) =>
      html`<tr><th scope="row" dir="auto">${name}</th><td><code>${userText(shown)}</code></td></tr>`,
  )}</tbody></table></div>
${viewFailedJourney(failure)}${file === undefined ? nothing : html`<p class="note">Kept in <code>${userText(file)}</code></p>`}`;
}

function viewGenerated(generated: CheckedInvariant["generated"]): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Generated values"><table class="times"><caption>Generated values</caption>
<thead><tr><th scope="col">Name</th><th scope="col">What</th><th scope="col">Distinct</th><th scope="col">Kinds</th></tr></thead>
<tbody>${generated.map(
    ({ name, what, distinct, kinds }) =>
      html`<tr><th scope="row" dir="auto">${name}</th><td dir="auto">${userText(what)}</td><td>${whole(distinct)}</td><td>${kinds
        .map(({ kind, count }) => `${whole(count)} ${kind}`)
        .join(", ")}</td></tr>`,
  )}</tbody></table></div>`;
}
