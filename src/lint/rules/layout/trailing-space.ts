import { findDocStringLines } from "../../doc-string-lines.ts";
import type { Edit } from "../../finding.ts";
import type { FileRule } from "../../rule.ts";

export const trailingSpace: FileRule = {
  id: "layout/trailing-space",
  scope: "file",
  severity: "note",
  summary: "space at the end of lines",
  reason: "Nobody sees it, and it makes differences between versions that mean nothing.",
  bad: "Feature: Sign in  \n",
  good: "Feature: Sign in\n",
  *check({ story, text, lines: readLines }) {
    // In Markdown two spaces at the end of a line break it.
    if (/\.md$/i.test(story.uri)) return;
    if (!endsInSpace(text)) return;
    const lines = readLines();
    const found = lines.flatMap((text, index) => (/[ \t]$/.test(text) ? [index + 1] : []));
    if (found.length === 0) return;
    const kept = findDocStringLines(story, lines);
    const edits = found.filter((line) => !kept.has(line)).map((line) => trim(line, lines));
    const [first] = edits;
    if (first === undefined) return;
    const { line, column } = first.start;
    yield {
      uri: story.uri,
      line,
      column,
      length: first.end.column - column,
      message:
        edits.length === 1
          ? "this line ends with space."
          : `${edits.length} lines end with space; this is the first.`,
      wayOut: "Remove it.",
      edits,
    };
  },
};

/** Whether any line does, at a fraction of the time that an expression takes. */
function endsInSpace(text: string): boolean {
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    if (isSpace(text.charCodeAt(text.charCodeAt(end - 1) === 13 ? end - 2 : end - 1))) return true;
  }
  return isSpace(text.charCodeAt(text.length - (text.endsWith("\r") ? 2 : 1)));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

function trim(line: number, lines: readonly string[]): Edit {
  const text = lines[line - 1] ?? "";
  const column = text.replace(/[ \t]+$/, "").length + 1;
  return { start: { line, column }, end: { line, column: text.length + 1 }, text: "" };
}
