// A file's text as lines, the way gherkin counts them.

const byteOrderMark = "\ufeff";

/** Lines without their ends; a byte-order mark is not part of the first. */
export function splitLines(text: string): readonly string[] {
  const lines = (text.startsWith(byteOrderMark) ? text.slice(1) : text).split("\n");
  // An expression that takes both ends would be five times as slow.
  if (!text.includes("\r")) return lines;
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}
