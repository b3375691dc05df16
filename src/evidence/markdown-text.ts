// Text of others inside Markdown: it must show as it is, and neither build tables nor call people.
import { showText } from "./visible-text.ts";

const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** One line of text that means nothing to Markdown. */
export function escapeMarkdown(text: string): string {
  const escaped = showText(text)
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    // A name behind an @ would be told that it was mentioned.
    .replace(/(?<![\w.])@(?=\w)/g, "@<!-- -->");
  return isolate(escaped);
}

/** A code span; its content is not read as Markdown. */
export function codeSpan(text: string): string {
  const shown = showText(text).replace(/\s+/g, " ").trim();
  if (shown === "") return "";
  const fence = "`".repeat(longestRun(shown, /`+/g) + 1);
  const padding = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  // Inside tables GitHub splits cells before it looks at code.
  return isolate(`${fence}${padding}${shown.replaceAll("|", "\\|")}${padding}${fence}`);
}

/** A fenced block of at most so many characters, fence chosen so that nothing inside ends it. */
export function codeBlock(text: string, longest: number): string {
  const shown = showText(text).trimEnd();
  const kept = shown.slice(0, longest);
  const cut = kept.length < shown.length ? `\n… ${shown.length - kept.length} more characters` : "";
  const fence = "`".repeat(Math.max(3, longestRun(kept, /`+/g) + 1));
  return `${fence}text\n${kept}${cut}\n${fence}`;
}

function longestRun(text: string, runs: RegExp): number {
  return (text.match(runs) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** Keeps right-to-left text from turning around what stands beside it. */
function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
