// What a page shows, as roles and names: for messages that say what is there instead of what was looked for.

import type { Locator } from "@playwright/test";
import { distance } from "fastest-levenshtein";

export interface OutlineEntry {
  readonly role: string;
  /** Accessible name, or what it says when it has no name. */
  readonly name: string;
}

/** Listing more would keep the page busy for seconds, after the step has ended. */
const mostElements = 20_000;

/** The visible things below the element, in page order; undefined when they are too many, or not told in time. */
export async function readOutline(
  root: Locator,
  timeoutMs: number,
): Promise<readonly OutlineEntry[] | undefined> {
  try {
    const size = await root.evaluate(countElements, undefined, { timeout: timeoutMs });
    if (size > mostElements) return undefined;
    return parseOutline(await root.ariaSnapshot({ timeout: timeoutMs }));
  } catch {
    return undefined;
  }
}

/** Runs in the page. */
function countElements(root: { getElementsByTagName(name: string): ArrayLike<unknown> }): number {
  return root.getElementsByTagName("*").length;
}

/** Reads Playwright's ARIA snapshot: lines of `- role "name" [state]: text`, in YAML's quotes where needed. */
export function parseOutline(snapshot: string): readonly OutlineEntry[] {
  return snapshot.split("\n").flatMap((line) => {
    const entry = /^\s*- (.*)$/.exec(line)?.[1];
    return entry === undefined ? [] : (parseEntry(unquoteKey(entry)) ?? []);
  });
}

function unquoteKey(entry: string): string {
  const quoted = /^'((?:[^']|'')*)'(.*)$/.exec(entry);
  return quoted === null ? entry : (quoted[1] ?? "").replaceAll("''", "'") + (quoted[2] ?? "");
}

function parseEntry(entry: string): OutlineEntry | undefined {
  const parts = /^([a-z]+)(?: "((?:[^"\\]|\\.)*)")?(?: \[[^\]]*\])*(?::\s*(.*))?$/.exec(entry);
  if (parts === null) return undefined;
  const [, role = "", name, text = ""] = parts;
  return { role, name: name === undefined ? unquoteText(text) : unescapeName(name) };
}

function unquoteText(text: string): string {
  return /^"(.*)"$/.exec(text)?.[1]?.replace(/\\(.)/g, "$1") ?? text;
}

function unescapeName(name: string): string {
  return name.replace(/\\(.)/g, "$1");
}

/** The names that somebody may have meant, nearest first: at most a third of the letters differ. */
export function nearestNames(
  name: string,
  candidates: readonly string[],
  most: number,
): readonly string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(candidates)]
    .filter((candidate) => candidate !== "" && Math.abs(candidate.length - wanted.length) <= limit)
    .map((candidate) => ({ candidate, away: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ away }) => away <= limit)
    .sort((one, other) => one.away - other.away)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
