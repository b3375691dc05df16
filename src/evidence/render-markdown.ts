// The report as Markdown for a pull request: the verdict, a table of stories, and what is not proven with its reason.
import { decidingStep, type Finding, lastAttemptOf, listFindings, listFlaky } from "./findings.ts";
import { marks, nameFinding, placeOf } from "./markdown-finding.ts";
import { listMeasured, renderGate, renderRefutedGate } from "./markdown-gates.ts";
import { listTried, renderInvariant, renderRefutedInvariant } from "./markdown-invariants.ts";
import { codeBlock, codeSpan, escapeMarkdown } from "./markdown-text.ts";
import { summariseCounts, summariseReport } from "./summary.ts";
import type { RunProblem, StoryReport, TruthReport } from "./truth-report.ts";
import { showDuration } from "./visible-text.ts";

/** A comment on GitHub holds 65,536 characters; the rest is left for what a workflow puts around the report. */
const longestReport = 60_000;
const longestError = 2_000;
/** More guarantees than this with one and the same cause are counted instead. */
const fewEnoughToList = 5;

export function renderMarkdown(report: TruthReport): string {
  const opening = [
    `## ${marks[report.verdict]} ${summariseReport(report)}`,
    describeRun(report),
    ...report.run.problems.map(renderProblem),
  ];
  const table = cutToFit(renderTable(report.stories), longestReport / 2, "stories");
  const used = [...opening, table].join("\n\n").length;
  const findings = [
    ...renderSection("Refuted", listFindings(report, "refuted").map(renderRefuted), "\n\n"),
    ...renderSection("Unproven", renderAllOpen(listOpen(report), report.run.problems), "\n"),
    ...renderSection("Gates", listMeasured(report).map(renderGate), "\n"),
    ...renderSection("Invariants", listTried(report).map(renderInvariant), "\n"),
    ...renderSection("Flaky", listFlaky(report).map(renderFlaky), "\n"),
  ];
  const rest = takeWhileFits(findings, longestReport - used);
  return `${[...opening, table, ...rest].filter((part) => part !== "").join("\n\n")}\n`;
}

function describeRun({ run, counts }: TruthReport): string {
  const { environments, commit } = run;
  return [
    `**${summariseCounts(counts)}**`,
    showDuration(run.durationMs),
    ...(run.runs > 1 ? [`${run.runs} runs`] : []),
    ...environments.map(({ name, baseUrl, apiUrl }) =>
      [escapeMarkdown(name), codeSpan(baseUrl ?? apiUrl ?? "")].join(" ").trim(),
    ),
    ...(commit === undefined ? [] : [codeSpan(commit.revision.slice(0, 10))]),
  ].join(" · ");
}

function renderProblem({ text, place, source }: RunProblem): string {
  const where = place === undefined ? "" : ` ${codeSpan(`${place.uri}:${place.line ?? 1}`)}`;
  const [first = "", ...more] = text.split("\n");
  const details = [...(source === undefined ? [] : [source]), ...more].join("\n");
  const block = details.trim() === "" ? "" : `\n\n${codeBlock(details, longestError)}`;
  return `> ⚠️ ${escapeMarkdown(first)}${where}${block}`;
}

function renderTable(stories: readonly StoryReport[]): readonly string[] {
  if (stories.length === 0) return [];
  const rows = stories.map(({ title, verdict, counts, links, uri }) => {
    const cells = [
      `${marks[verdict]} ${verdict}`,
      escapeMarkdown(title) || codeSpan(uri),
      String(counts.proven),
      String(counts.refuted),
      String(counts.unproven),
      escapeMarkdown(links.owner ?? ""),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| Verdict | Story | Proven | Refuted | Unproven | Owner |",
    "|---|---|--:|--:|--:|---|",
    ...rows,
  ];
}

/** What the run left out is in the counts; listing it would bury what it did find. */
function listOpen(report: TruthReport): readonly Finding[] {
  return listFindings(report, "unproven").filter(
    ({ guarantee }) => guarantee.reason?.kind !== "not-selected",
  );
}

function renderSection(title: string, items: readonly string[], separator: string): string[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  const head = `### ${title}\n\n${first}`;
  if (separator === "\n\n") return [head, ...others];
  return [[head, ...others].join(separator)];
}

function renderRefuted(finding: Finding): string {
  const { one, guarantee } = finding;
  if (guarantee.kind === "gate") return renderRefutedGate(finding);
  if (guarantee.kind === "invariant") return renderRefutedInvariant(finding);
  const step = decidingStep(one);
  const message = step?.error?.message;
  return [
    `#### ${nameFinding(finding)}`,
    `${codeSpan(placeOf(finding))} · ${escapeMarkdown(guarantee.reason?.text ?? "")}${countTries(finding)}`,
    ...(message === undefined ? [] : [codeBlock(message, longestError)]),
  ].join("\n\n");
}

/** When the run as a whole is the reason, one line says it for all. */
function renderAllOpen(
  findings: readonly Finding[],
  problems: readonly RunProblem[],
): readonly string[] {
  const reasonOf = ({ guarantee: { reason } }: Finding) =>
    reason?.kind === "not-run" || reason?.kind === "interrupted"
      ? withoutProblem(reason.text, problems)
      : undefined;
  const shared = new Map<string, number>();
  for (const text of findings.flatMap((finding) => reasonOf(finding) ?? [])) {
    shared.set(text, (shared.get(text) ?? 0) + 1);
  }
  const many = [...shared].filter(([, count]) => count > fewEnoughToList);
  const texts = new Set(many.map(([text]) => text));
  return [
    ...many.map(([text, count]) => `- ${count} guarantees: ${escapeMarkdown(text)}`),
    ...findings
      .filter((finding) => !texts.has(reasonOf(finding) ?? ""))
      .map((finding) => renderOpen(finding, reasonOf(finding) ?? finding.guarantee.reason?.text)),
  ];
}

/** The problems of the run stand above already. */
function withoutProblem(reason: string, problems: readonly RunProblem[]): string {
  const told = problems.find(({ text }) => reason.endsWith(`: ${text}`));
  return told === undefined ? reason : `${reason.slice(0, -told.text.length)}see above`;
}

function renderFlaky(finding: Finding): string {
  const tries = lastAttemptOf(finding.one)?.attempt ?? 1;
  return `- ${nameFinding(finding)}: held at try ${tries} (${codeSpan(placeOf(finding))})`;
}

function renderOpen(finding: Finding, reason = ""): string {
  const { guarantee, one } = finding;
  const subject = guarantee.kind === "behaviour" ? "" : ` ${codeSpan(guarantee.text)}`;
  const message = guarantee.kind === "behaviour" ? decidingStep(one)?.error?.message : undefined;
  // Of an undefined step, the reason tells the nearest phrase, and the message is no more than that.
  const isTold = guarantee.reason?.kind === "undefined" || message === undefined;
  const detail = isTold ? "" : openingOf(message, reason).slice(0, longestError);
  const shown = [reason, detail].filter((text) => text !== "").map(escapeMarkdown);
  return `- ${nameFinding(finding)}${subject}: ${shown.join(" – ")} (${codeSpan(placeOf(finding))})`;
}

/** The first line with the list that it announces, if it does; without what the reason says already. */
function openingOf(message: string, reason: string): string {
  const [first = "", ...more] = message.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const announces = first.endsWith(":");
  const list = announces ? more.slice(0, more.includes("") ? more.indexOf("") : undefined) : [];
  const isTold = reason.includes(announces ? first.slice(0, -1) : first);
  return [...(isTold ? [] : [first]), list.join("; ")].join(" ").trim();
}

function countTries({ one }: Finding): string {
  const tries = lastAttemptOf(one)?.attempt ?? 1;
  return tries > 1 ? ` in each of ${tries} tries` : "";
}

function cutToFit(lines: readonly string[], longest: number, what: string): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > longest)
      return `${kept.join("\n")}\n\n… ${lines.length - kept.length} more ${what}`;
    kept.push(line);
  }
  return kept.join("\n");
}

/** As many parts as fit, and how many did not: one part may be a list, which is cut by its lines. */
function takeWhileFits(parts: readonly string[], longest: number): readonly string[] {
  const kept: string[] = [];
  let left = longest;
  for (const [index, part] of parts.entries()) {
    if (part.length > left) {
      const isList = part.includes("\n- ");
      const shortened = isList ? [cutToFit(part.split("\n"), left, nameItems(part))] : [];
      const missing = parts.length - index - shortened.length;
      const note = missing > 0 ? [`… ${missing} more; the HTML report has them all`] : [];
      return [...kept, ...shortened, ...note];
    }
    kept.push(part);
    left -= part.length + 2;
  }
  return kept;
}

function nameItems(part: string): string {
  return part.startsWith("### Unproven") ? "unproven" : "lines";
}
