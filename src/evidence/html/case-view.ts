// One case on the page: its guarantees, its steps with what became of each, its tries and its evidence.
import { lastAttemptOf } from "../findings.ts";
import { tellsOfGates } from "../judge.ts";
import type {
  AttemptReport,
  CaseReport,
  Guarantee,
  SpecifiedStep,
  StepReport,
} from "../truth-report.ts";
import { showDuration } from "../visible-text.ts";
import { viewEvidence } from "./evidence-view.ts";
import { tellOnce, viewGateLine, viewMeasurement } from "./gates-view.ts";
import { viewTried } from "./invariant-view.ts";
import { lookOf, stepWord, verdictBadge } from "./marks.ts";
import { type Html, html, nothing, userBlock, userText } from "./template.ts";

/** What stands inside a scenario or a row of its examples. `uri` is where its lines are counted. */
export function viewCase(one: CaseReport, uri: string): Html {
  const last = lastAttemptOf(one);
  const earlier = one.attempts.slice(0, -1);
  const place = html`<p class="place"><code>${userText(`${uri}:${one.line}`)}</code></p>`;
  return html`${place}${viewReason(one)}${viewMeasures(one)}${
    last === undefined ? viewSpecified(one.specified ?? []) : viewAttempt(last)
  }${earlier.length === 0 ? nothing : viewEarlier(earlier)}`;
}

function viewReason({ guarantees }: CaseReport): Html {
  const reason = guarantees[0]?.reason;
  if (reason === undefined) return nothing;
  return html`<p class="reason">${userText(capitalise(reason.text))}.</p>`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Gates and invariants; the behaviour's verdict stands in the heading. */
function viewMeasures({ guarantees, measured, invariant }: CaseReport): Html {
  const measures = guarantees.filter(({ kind }) => kind !== "behaviour");
  if (measures.length === 0) return nothing;
  return html`<ul class="measures" aria-label="Gates and invariants">${measures.map(
    (guarantee, at) => html`<li>${viewMeasure(guarantee, measures[at - 1])}</li>`,
  )}</ul>${measured === undefined ? nothing : viewMeasurement(measured)}${
    invariant === undefined ? nothing : viewTried(invariant)
  }`;
}

function viewMeasure(guarantee: Guarantee, before: Guarantee | undefined): Html {
  const { kind, text, verdict, reason, gate, numbers } = guarantee;
  const told = tellOnce(reason?.text ?? numbers?.explanation ?? "", before?.reason?.text);
  if (gate !== undefined && numbers !== undefined) {
    return viewGateLine({ ...numbers, kind: gate, text, verdict, explanation: told });
  }
  const name = kind === "gate" ? html`<code>${userText(text)}</code>` : "invariant";
  return html`${verdictBadge(verdict)} ${name}${reason === undefined ? nothing : viewWhy(told)}`;
}

/** Why a scenario cannot be run again takes lines: it quotes, and says what to do. */
function viewWhy(reason: string): Html {
  return reason.includes("\n")
    ? html`<p class="note" dir="auto">${reason}</p>`
    : html`: ${userText(reason)}`;
}

function viewAttempt({ steps, evidence }: AttemptReport): Html {
  return html`<ol class="steps">${steps.filter(isShown).map(viewStep)}</ol>${viewEvidence(evidence)}`;
}

/** What the hook that fails a scenario for its gates has to say stands at the gates. */
function isShown({ kind, status, error }: StepReport): boolean {
  return !(kind === "hook" && tellsOfGates({ status, ...(error && { error }) }));
}

function viewStep(step: StepReport): Html {
  const { status, durationMs } = step;
  const time = durationMs >= 1 ? html`<span>${showDuration(durationMs)}</span>` : nothing;
  const passed = status === "passed";
  const word = passed ? nothing : stepWord(status);
  const note =
    passed && time === nothing ? nothing : html`<span class="time">${word}${time}</span>`;
  return html`<li class="step ${lookOf(status)}"><div dir="auto">${
    passed ? html`<span class="unseen">passed: </span>` : nothing
  }${viewSentence(step)}${viewError(step)}</div>${note}</li>`;
}

function viewSentence({ keyword, text, argument }: SpecifiedStep): Html {
  return html`<b>${keyword}</b> ${userText(text)}${
    argument === undefined ? nothing : viewArgument(argument)
  }`;
}

function viewArgument(argument: NonNullable<SpecifiedStep["argument"]>): Html {
  if (argument.kind === "text") return userBlock(argument.content, "Text of the step");
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Table of the step"><table>${argument.rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`,
  )}</table></div>`;
}

function viewError({ error }: StepReport): Html {
  if (error === undefined) return nothing;
  const { message, stack } = error;
  const more =
    stack === undefined || stack.trim() === message.trim()
      ? nothing
      : html`<details class="stack"><summary>Stack</summary>${userBlock(stack, "Stack")}</details>`;
  return html`<div class="error">${userBlock(message, "Error")}${more}</div>`;
}

function viewSpecified(steps: readonly SpecifiedStep[]): Html {
  if (steps.length === 0) return nothing;
  return html`<ol class="steps">${steps.map(
    (step) => html`<li class="step unrun"><div dir="auto">${viewSentence(step)}</div></li>`,
  )}</ol>`;
}

function viewEarlier(attempts: readonly AttemptReport[]): Html {
  return html`${attempts.map(
    (attempt) =>
      html`<details class="attached"><summary>Try ${attempt.attempt}: ${stepWord(
        attempt.status,
      )}</summary>${viewAttempt(attempt)}</details>`,
  )}`;
}
