// A place in a text of many lines, shown with a pointer under it.

/** A longer line is cut around the place. */
const maxLine = 120;

/** "line 2, column 5:", the line, and `^` under the place. */
export function pointAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end === -1 ? undefined : end).replace(/\r$/, "");
  const lineNumber = text.slice(0, start).split("\n").length;
  const column = offset - start;
  const from = line.length <= maxLine ? 0 : Math.max(0, column - maxLine / 2);
  const shown = line.slice(from, from + maxLine);
  // Tabs stay tabs, so that the pointer stands where the eye looks.
  const indent = shown.slice(0, column - from).replace(/[^\t]/g, " ");
  return `line ${lineNumber}, column ${column + 1}:\n  ${shown}\n  ${indent}^`;
}
