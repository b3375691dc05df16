// Gates in Markdown: a line each with the numbers, and of a refuted one what failed and how to repeat it.
import { whole } from "../gates/quantity.ts";
import { listGateNumbers } from "../gates/show-gate-line.ts";
import { type Finding, listFindings } from "./findings.ts";
import { marks, nameFinding, placeOf } from "./markdown-finding.ts";
import { codeBlock, codeSpan, escapeMarkdown } from "./markdown-text.ts";
import type { FailureEvidence } from "./measured-gates.ts";
import type { Guarantee, TruthReport } from "./truth-report.ts";

const mostFailures = 5;
const longestError = 1_000;

/** Those with numbers, the worst first. */
export function listMeasured(report: TruthReport): readonly Finding[] {
  return (["refuted", "unproven", "proven"] as const)
    .flatMap((verdict) => listFindings(report, verdict))
    .filter(({ guarantee }) => guarantee.numbers !== undefined);
}

export function renderGate(finding: Finding): string {
  const { guarantee } = finding;
  const numbers = showNumbers(guarantee);
  return `- ${marks[guarantee.verdict]} ${nameFinding(finding)} ${codeSpan(guarantee.text)}: ${numbers}`;
}

/** `p95 212 ms (198 ms to 240 ms), 0 of 74 beyond, at 600/min`, without Markdown of others. */
function showNumbers({ gate, numbers }: Guarantee): string {
  if (gate === undefined || numbers === undefined) return "";
  return listGateNumbers({ ...numbers, kind: gate }).join(", ");
}

export function renderRefutedGate(finding: Finding): string {
  const { guarantee, one } = finding;
  const { measured } = one;
  const numbers = showNumbers(guarantee);
  const facts = [numbers, guarantee.reason?.text ?? ""].filter((fact) => fact !== "");
  return [
    `#### ${nameFinding(finding)} ${codeSpan(guarantee.text)}`,
    `${codeSpan(placeOf(finding))} · ${facts.map(escapeMarkdown).join(" · ")}`,
    // Once is enough, where several gates of one case are refuted.
    ...(isFirstRefuted(finding) ? renderFailures(measured?.measurement?.failures ?? []) : []),
    ...(measured === undefined ? [] : [`To repeat it: ${codeSpan(measured.command)}`]),
  ].join("\n\n");
}

function isFirstRefuted({ one, guarantee }: Finding): boolean {
  const refuted = one.guarantees.find(
    ({ kind, verdict }) => kind === "gate" && verdict === "refuted",
  );
  return refuted === guarantee;
}

function renderFailures(failures: readonly FailureEvidence[]): readonly string[] {
  const [first] = failures;
  if (first === undefined) return [];
  const rows = failures
    .slice(0, mostFailures)
    .map(({ count, title }) => `| ${whole(count)} | ${escapeMarkdown(title)} |`);
  const more = failures.length - rows.length;
  const error = first.first.error?.message;
  return [
    [
      "| Failed journeys | How |",
      "|--:|---|",
      ...rows,
      ...(more > 0 ? [`| … | ${more} more kinds |`] : []),
    ].join("\n"),
    ...(error === undefined ? [] : [codeBlock(error, longestError)]),
  ];
}
