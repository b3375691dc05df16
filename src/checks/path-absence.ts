// Why there is nothing at a path: how far it leads, and what is there.
import { closest, distance } from "fastest-levenshtein";
import type { Segment } from "./path-segments.ts";
import { nameKind, showValue } from "./shown-value.ts";

const maxKeys = 20;

/** "$.user has no "nmae"; there are: id, name. Did you mean "name"?" */
export function tellAbsence(value: unknown, reached: string, segment: Segment): string {
  const { text } = segment;
  if (value === undefined) return "there is no JSON at all";
  if (Array.isArray(value)) return tellList(value, reached, text);
  if (typeof value !== "object" || value === null) {
    return `${reached} is ${showValue(value)}, and ${nameKind(value)} has no "${text}"`;
  }
  const keys = Object.keys(value);
  if (segment.bracketed) return `${reached} is an object, and [${text}] is for lists`;
  if (keys.length === 0) return `${reached} has no "${text}": it is an empty object`;
  const more = keys.length > maxKeys ? `, … (${keys.length} keys)` : "";
  return `${reached} has no "${text}"; there are: ${keys.slice(0, maxKeys).join(", ")}${more}.${tellNearest(text, keys)}`;
}

function tellNearest(text: string, keys: readonly string[]): string {
  const nearest = closest(
    text.toLowerCase(),
    keys.map((key) => key.toLowerCase()),
  );
  const key = keys.find((known) => known.toLowerCase() === nearest);
  // Two letters that changed places are two edits.
  const isNear = distance(text.toLowerCase(), nearest) <= (text.length < 4 ? 1 : 2);
  return isNear && key !== undefined ? ` Did you mean "${key}"?` : "";
}

function tellList(list: readonly unknown[], reached: string, text: string): string {
  const size = list.length === 1 ? "1 item" : `${list.length} items`;
  const place = `${reached} is a list of ${size}`;
  if (/^-?\d+$/.test(text)) return `${place}, and has no [${text}]; the first is [0]`;
  const hint = /^(?:length|size|count)$/.test(text)
    ? `check the list itself: should have ${list.length} items`
    : `name one of them (${reached}[0].${text}) or all (${reached}[*].${text})`;
  return `${place}, and has no "${text}": ${hint}`;
}
