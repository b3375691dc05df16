// A case's gates on the page: one line each, and below it what was measured, for who wants to know why.
import { showShare, showTime, whole } from "../../gates/quantity.ts";
import { type GateCounts, listGateNumbers } from "../../gates/show-gate-line.ts";
import type { WebVital } from "../../tags/tag-value.ts";
import type { MeasuredGates, Measurement, TimeSummary } from "../measured-gates.ts";
import type { Verdict } from "../truth-report.ts";
import { viewFailures } from "./failures-view.ts";
import { type HistogramBound, viewHistogram } from "./histogram.ts";
import { verdictBadge } from "./marks.ts";
import { type Html, html, nothing, userText } from "./template.ts";
import { viewTimeLine } from "./time-line-chart.ts";

type Gate = MeasuredGates["gates"][number];

/** What is to be known of one gate for its line. */
export interface GateLine extends GateCounts {
  readonly text: string;
  readonly verdict: Verdict;
  readonly notes: readonly string[];
  readonly explanation: string;
}

/** All of it, for a try whose gates stand nowhere else. */
export function viewGates(measured: MeasuredGates): Html {
  const told = measured.gates.filter((gate) => !isOnlyImplied(gate));
  return html`<ul class="measures" aria-label="Gates of this try">${told.map(
    (gate, at) => html`<li>${viewGateLine(toLine(gate, told[at - 1]))}</li>`,
  )}</ul>${viewMeasurement(measured)}`;
}

/** Nobody asked for it, and it did not fail. */
function isOnlyImplied({ isImplied, verdict }: Gate): boolean {
  return isImplied && verdict.kind !== "refuted";
}

function toLine(gate: Gate, before?: Gate): GateLine {
  const { verdict, isImplied } = gate;
  const text = `${gate.gate}${isImplied ? " (implied)" : ""}`;
  const explanation = tellOnce(verdict.reason, before?.verdict.reason);
  return { ...gate, text, verdict: verdict.kind, explanation };
}

/** A starved generator is the reason for all gates of a scenario, in many words. */
export function tellOnce(reason: string, before: string | undefined): string {
  return reason === before ? "For the same reason." : reason;
}

/** Verdict, tag, numbers; the reason below, where there is something to say. */
export function viewGateLine(gate: GateLine): Html {
  const { verdict, text, kind, notes, explanation } = gate;
  const isExplained = verdict !== "proven" || kind === "rpm" || notes.length > 0;
  return html`${verdictBadge(verdict)} <code>${userText(text)}</code> <span class="numbers">${listGateNumbers(gate).join(" · ")}</span>${
    isExplained ? html`<p class="note" dir="auto">${explanation}</p>` : nothing
  }`;
}

/** Where the time went, and how far it can be believed; open where something is wrong. */
export function viewMeasurement(measured: MeasuredGates): Html {
  const { measurement, gates, command, tier } = measured;
  const repeat = html`<p class="repeat">To repeat it: <code>${userText(command)}</code></p>`;
  if (measurement === undefined) return repeat;
  const isOpen = gates.some(({ verdict }) => verdict.kind === "refuted");
  const implied = gates.filter(isOnlyImplied);
  return html`<details class="measurement" ${isOpen ? html`open` : nothing}><summary>${summarise(measurement, tier)}</summary>
${implied.map((gate) => html`<div class="implied">${viewGateLine(toLine(gate))}</div>`)}
${viewCharts(gates, measurement)}
${viewFailures(measurement.failures)}
${viewTimes(measurement)}
${viewGenerator(measurement)}${repeat}</details>`;
}

function summarise({ journeys, elapsedMs, ended }: Measurement, tier: string): string {
  const stopped = ended.kind === "aborted" ? ", then stopped" : "";
  const failed = journeys.failed === 0 ? "none" : whole(journeys.failed);
  return `Measured as ${tier}: ${whole(journeys.ended)} journeys in ${showTime(elapsedMs)}${stopped}, ${failed} failed`;
}

const names: Readonly<Record<"latency" | WebVital, string>> = {
  latency: "Latency",
  lcp: "Largest contentful paint",
  inp: "Interaction to next paint",
  cls: "Layout shift",
};

function viewCharts(gates: readonly Gate[], { timeLine }: Measurement): Html {
  const { quantity } = timeLine;
  return html`<div class="charts">${gates.map(({ kind, values }) =>
    values === undefined || !isQuantity(kind)
      ? nothing
      : viewHistogram(names[kind], values, boundsOf(gates, kind)),
  )}${viewTimeLine(names[quantity], timeLine, boundsOf(gates, quantity))}</div>`;
}

function isQuantity(kind: Gate["kind"]): kind is keyof typeof names {
  return Object.hasOwn(names, kind);
}

function boundsOf(gates: readonly Gate[], kind: keyof typeof names): readonly HistogramBound[] {
  return gates.flatMap(({ kind: own, bound, gate }) =>
    own === kind && bound !== undefined ? [{ bound, text: gate.slice(gate.indexOf(":") + 1) }] : [],
  );
}

function viewTimes({ steps, exchanges }: Measurement): Html {
  return html`${viewTable("Time of each step", "Step", steps, ({ text }) => text)}${viewTable(
    `Time of each request, in ${whole(exchanges.journeys)} of the journeys`,
    "Request",
    exchanges.requests,
    ({ request }) => request,
  )}`;
}

function viewTable<Row extends TimeSummary>(
  title: string,
  what: string,
  rows: readonly Row[],
  name: (row: Row) => string,
): Html {
  if (rows.length === 0) return nothing;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${title}"><table class="times"><caption>${title}</caption>
<thead><tr><th scope="col">${what}</th><th scope="col">p50</th><th scope="col">p95</th><th scope="col">max</th><th scope="col">count</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row" dir="auto">${name(row)}</th><td>${showTime(row.p50)}</td><td>${showTime(row.p95)}</td><td>${showTime(row.max)}</td><td>${whole(row.count)}</td></tr>`,
  )}</tbody></table></div>`;
}

function viewGenerator({ generator, journeys, seed, threads, notes }: Measurement): Html {
  const { loopDelay, processorShare } = generator;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Warm-up", `${whole(journeys.warmUp)} journeys`],
    [
      "Generator held up",
      `${showTime(loopDelay.p99Ms)} at p99, ${showTime(loopDelay.maxMs)} at worst`,
    ],
    ["Processor", `${showShare(processorShare)} of a core`],
    ["Threads", threads === undefined ? undefined : whole(threads)],
    ["Seed", seed === undefined ? undefined : String(seed)],
  ];
  return html`<dl class="run">${facts.flatMap(([name, fact]) =>
    fact === undefined ? [] : [html`<div><dt>${name}</dt><dd>${fact}</dd></div>`],
  )}</dl>${notes.map((note) => html`<p class="note" dir="auto">${note}</p>`)}`;
}
