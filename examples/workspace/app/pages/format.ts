/** Dates, sizes and counts as people read them. */
import { type Html, html } from "./html.ts";

// UTC, because the server cannot know where the reader is; the exact time is in the attribute.
const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

export function date(atMs: number): Html {
  const at = new Date(atMs);
  return html`<time datetime="${at.toISOString()}">${DATE.format(at)}</time>`;
}

export function size(bytes: number): string {
  if (bytes < 1024) return count(bytes, "byte");
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
