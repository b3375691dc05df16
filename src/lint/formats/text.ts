// Findings for people: by file, each with the line, a pointer under what is meant, and what would be right.
import { showExcerpt, showPlain } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { summariseSilenced } from "../silenced.ts";
import type { Palette } from "./palette.ts";
import { countFindings, isFixable, type LintReport } from "./report.ts";

/** The findings and a summary; ends with a line end. */
export function renderText(report: LintReport, palette: Palette): string {
  let file: string | undefined;
  const blocks = report.findings.map((finding) => {
    const heading = finding.uri === file ? "" : `${palette.strong(showPlain(finding.uri))}\n`;
    file = finding.uri;
    return `${heading}${renderFinding(finding, palette)}\n`;
  });
  return [...blocks, `${renderSummary(report, palette)}\n`].join("\n");
}

function renderFinding(finding: Finding, palette: Palette): string {
  const { line, column, severity, rule, message, wayOut, related = [] } = finding;
  const paint = palette[severity];
  const fixable = isFixable(finding) ? palette.dim(" (--fix)") : "";
  return [
    `  ${line}:${column}  ${paint(severity)}  ${showPlain(message)}  ${palette.dim(rule)}${fixable}`,
    ...renderExcerpt(finding, palette),
    ...related.map((one) => `      ${showPlain(`${one.uri}:${one.line}: ${one.message}`)}`),
    `      ${palette.dim(showPlain(wayOut))}`,
  ].join("\n");
}

function renderExcerpt(finding: Finding, palette: Palette): readonly string[] {
  const { excerpt, column, length, severity } = finding;
  if (excerpt === undefined || excerpt.trim() === "") return [];
  // The indentation of a deep line tells nothing here.
  const indent = Math.min(excerpt.length - excerpt.trimStart().length, column - 1);
  const shown = showExcerpt(excerpt.slice(indent), column - indent, length);
  const [text = "", pointer = ""] = shown.split("\n");
  const mark = pointer.indexOf("^");
  const painted = `${pointer.slice(0, mark)}${palette[severity](pointer.slice(mark))}`;
  return [`      ${text}`, `      ${painted}`];
}

/** One line, such as `2 errors and 1 warning in 2 of 14 files. --fix mends 1 of them. 2 silenced by comments (1 error).` */
export function renderSummary(report: LintReport, palette: Palette): string {
  const silenced = summariseSilenced(report.silenced);
  return [summariseFindings(report, palette), ...(silenced === undefined ? [] : [silenced])].join(
    " ",
  );
}

function summariseFindings({ findings, files, mended }: LintReport, palette: Palette): string {
  const fixed = mended === 0 ? "" : `Mended ${many(mended, "problem")}. `;
  if (findings.length === 0) return `${fixed}Nothing to say about ${many(files, "file")}.`;
  const counts = countFindings(findings);
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => palette[severity](many(counts[severity], severity)));
  // A policy's findings may stand in the configuration, which is none of the files that were read.
  const concerned = Math.min(new Set(findings.map(({ uri }) => uri)).size, files);
  const places = `in ${concerned} of ${many(files, "file")}`;
  const fixable = counts.fixable === 0 ? "" : ` --fix mends ${counts.fixable} of them.`;
  return `${fixed}${joinWords(parts)} ${places}.${fixable}`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
