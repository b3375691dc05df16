// Invariants in Markdown: a line each with what was tried, and of a refuted one the smallest values and where it failed.
import { whole } from "../gates/quantity.ts";
import { type Finding, listFindings } from "./findings.ts";
import { marks, nameFinding, placeOf } from "./markdown-finding.ts";
import { codeBlock, codeSpan, escapeMarkdown } from "./markdown-text.ts";
import type { TruthReport } from "./truth-report.ts";

const longestError = 1_000;
const mostKinds = 5;

/** Those that were tried, the worst first. */
export function listTried(report: TruthReport): readonly Finding[] {
  return (["refuted", "unproven", "proven"] as const)
    .flatMap((verdict) => listFindings(report, verdict))
    .filter(({ guarantee, one }) => guarantee.kind === "invariant" && one.invariant !== undefined);
}

export function renderInvariant(finding: Finding): string {
  const { guarantee, one } = finding;
  const { runs = 0, discards = 0, generated = [], seed = 0 } = one.invariant ?? {};
  const discarded = discards === 0 ? [] : [`${whole(discards)} discarded`];
  const values = generated.map(({ name, distinct, kinds }) => {
    const shown = kinds.slice(0, mostKinds).map(({ kind, count }) => `${count} ${kind}`);
    return `${codeSpan(name)} ${whole(distinct)} distinct (${shown.map(escapeMarkdown).join(", ")})`;
  });
  const facts = [`${whole(runs)} runs`, ...discarded, ...values, `seed ${seed}`];
  return `- ${marks[guarantee.verdict]} ${nameFinding(finding)}: ${facts.join("; ")}`;
}

export function renderRefutedInvariant(finding: Finding): string {
  const { guarantee, one } = finding;
  const { counterexample, command = "" } = one.invariant ?? {};
  const error = counterexample?.failure.error?.message;
  const step = counterexample?.failure.step;
  return [
    `#### ${nameFinding(finding)} for every input`,
    `${codeSpan(placeOf(finding))} · ${escapeMarkdown(guarantee.reason?.text ?? "")}`,
    ...(counterexample === undefined
      ? []
      : [codeBlock(counterexample.examples.join("\n"), longestError)]),
    ...(step === undefined ? [] : [`It fails at ${codeSpan(step)}`]),
    ...(error === undefined ? [] : [codeBlock(error, longestError)]),
    ...(counterexample?.file === undefined ? [] : [`Kept in ${codeSpan(counterexample.file)}`]),
    ...(command === "" ? [] : [`To repeat it: ${codeSpan(command)}`]),
  ].join("\n\n");
}
