// HTML that is escaped unless it was made here: a text can come into the page as text only.
import { showText } from "../visible-text.ts";

/** A piece of finished HTML. Only `html` makes it. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Content = Html | string | number | undefined | readonly Content[];

/** A template whose texts are escaped and whose pieces of HTML are kept; lists are joined, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let source = strings[0] ?? "";
  for (let index = 0; index < contents.length; index += 1) {
    source += toSource(contents[index]) + (strings[index + 1] ?? "");
  }
  return new Html(source);
}

function toSource(content: Content): string {
  if (typeof content === "string") return escapeHtml(content);
  if (content instanceof Html) return content.source;
  if (content === undefined) return "";
  if (typeof content === "number") return String(content);
  let source = "";
  for (const item of content) source += toSource(item);
  return source;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  const shown = showText(text);
  // Most texts hold none of them.
  return /[&<>"']/.test(shown)
    ? shown.replace(/[&<>"']/g, (found) => entities[found] ?? found)
    : shown;
}

/** Text of others within a line: its direction stays its own. */
export function userText(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** Text of others in its own lines. */
export function userBlock(text: string, name: string): Html {
  return html`<pre dir="auto" role="group" tabindex="0" aria-label="${name}">${text}</pre>`;
}

export const nothing: Html = html``;
