// Puts edits into a text. Everything that no edit names stays as it is, to the byte.
import type { Edit } from "./finding.ts";

export interface EditedText {
  readonly text: string;
  /** Those that were left out, because another one reaches into the same place. */
  readonly left: readonly Edit[];
}

/**
 * The text with the edits made, the first of those that overlap.
 * @param text as the file has it, with its byte-order mark and line ends
 */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  const starts = findLineStarts(text);
  const ranges = edits
    .map((edit) => ({
      edit,
      from: offsetOf(edit.start, starts, text),
      to: offsetOf(edit.end, starts, text),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const left: Edit[] = [];
  let edited = "";
  let done = 0;
  for (const { edit, from, to } of ranges) {
    if (from < done || to < from) {
      left.push(edit);
      continue;
    }
    edited += text.slice(done, from) + edit.text;
    done = to;
  }
  return { text: edited + text.slice(done), left };
}

/** Of each line; a byte-order mark is not part of the first. */
function findLineStarts(text: string): readonly number[] {
  const starts = [text.startsWith("\ufeff") ? 1 : 0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Behind the end of a line, its end; behind the last line, the end of the text. */
function offsetOf(
  { line, column }: Edit["start"],
  starts: readonly number[],
  text: string,
): number {
  const start = starts[line - 1];
  if (start === undefined) return text.length;
  const next = starts[line];
  const end = next === undefined ? text.length : next - (text[next - 2] === "\r" ? 2 : 1);
  return Math.min(start + column - 1, Math.max(start, end));
}
