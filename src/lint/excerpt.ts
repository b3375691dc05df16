// A line of a file with a pointer under what is meant. It knows columns and characters, no findings.

/** A terminal line holds about this much; what is meant stays in sight. */
const widest = 110;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
const invisible = /[\p{M}\u200b-\u200f\u2060\ufeff]/u;

/**
 * Two lines: the text, and `^~~~` under the part that is meant.
 * Characters that would steer a terminal are shown as signs; a long line is cut on both sides.
 * @param column from 1, in UTF-16 units; beyond the end it points behind the last character
 * @param length in UTF-16 units; absent: to the end of the line
 */
export function showExcerpt(lineText: string, column: number, length?: number): string {
  const end = lineText.trimEnd().length;
  const from = Math.min(Math.max(column - 1, 0), lineText.length);
  const to = Math.min(length === undefined ? end : from + length, lineText.length);
  const { start, stop } = chooseWindow(lineText, from);
  const before = `${start > 0 ? "…" : ""}${showPlain(lineText.slice(start, from))}`;
  const meant = showPlain(lineText.slice(from, Math.min(to, stop)));
  const after = `${showPlain(lineText.slice(Math.min(to, stop), stop))}${stop < end ? "…" : ""}`;
  const pointer = `^${"~".repeat(Math.max(measureWidth(meant) - 1, 0))}`;
  return `${before}${meant}${after}`.trimEnd().concat(`\n${blank(before)}${pointer}`);
}

/** The same text with a sign for every character that would move the cursor or change colours. */
export function showPlain(text: string): string {
  return text.replace(/(?!\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    sign < "\u0020" ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : "\ufffd",
  );
}

function chooseWindow(
  text: string,
  from: number,
): { readonly start: number; readonly stop: number } {
  if (text.length <= widest) return { start: 0, stop: text.length };
  const indent = text.length - text.trimStart().length;
  // The beginning of a line tells most: it is left out only when what is meant would be out of sight.
  const start = from - indent < widest / 2 ? 0 : from - Math.floor(widest / 3);
  return { start, stop: Math.min(text.length, start + widest) };
}

function blank(text: string): string {
  return text.replace(/[^\t]/gu, (one) => " ".repeat(measureWidth(one)));
}

export function measureWidth(text: string): number {
  let width = 0;
  for (const one of text) width += invisible.test(one) ? 0 : wide.test(one) ? 2 : 1;
  return width;
}
