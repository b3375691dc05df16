// The signs that verdicts and steps are known by: a shape and a word, so that nothing hangs on colour.
import type { Counts, StepStatus, Verdict } from "../truth-report.ts";
import { shapePaths } from "./shapes.ts";
import { type Html, html } from "./template.ts";

/** The shapes, once per page; every verdict's sign refers to one. */
export const shapes: Html = html`<svg width="0" height="0" aria-hidden="true" focusable="false" class="shapes">${Object.entries(
  shapePaths,
).map(
  ([id, path]) =>
    html`<symbol id="${id}" viewBox="0 0 16 16"><path fill-rule="evenodd" d="${path}"/></symbol>`,
)}</svg>`;

function drawShape(shape: string): Html {
  return html`<svg class="shape" aria-hidden="true" focusable="false"><use href="#${shape}"/></svg>`;
}

/** Shape and word. */
export function verdictBadge(verdict: Verdict, word: string = verdict): Html {
  return html`<span class="badge ${verdict}">${drawShape(verdict)}${word}</span>`;
}

const stepLooks: Readonly<Record<StepStatus, { look: Verdict | "skipped"; word: string }>> = {
  passed: { look: "proven", word: "passed" },
  failed: { look: "refuted", word: "failed" },
  undefined: { look: "unproven", word: "undefined" },
  ambiguous: { look: "unproven", word: "ambiguous" },
  pending: { look: "unproven", word: "pending" },
  skipped: { look: "skipped", word: "skipped" },
  unknown: { look: "unproven", word: "unknown" },
  "not-finished": { look: "unproven", word: "not finished" },
};

/** The class that gives a step its shape: style draws it, for a page has tens of thousands of them. */
export function lookOf(status: StepStatus): Verdict | "skipped" {
  return stepLooks[status].look;
}

/** What became of a step, in a word. */
export function stepWord(status: StepStatus): Html {
  const { look, word } = stepLooks[status];
  return html`<span class="mark ${look}">${word}</span>`;
}

/** How the guarantees divide, as a bar; the numbers beside it say the same in words. */
export function countsBar({ proven, refuted, unproven }: Counts): Html {
  const parts = { refuted, unproven, proven };
  const shown = Object.entries(parts).filter(([, count]) => count > 0);
  return html`<span class="bar" aria-hidden="true">${shown.map(
    ([verdict, count]) => html`<i class="${verdict}" style="flex-grow:${count}"></i>`,
  )}</span>`;
}
