// Values in a JSON document by path: RFC 9535 (`$.items[*].id`), and the short forms that people type
// (`items[0].id`, `items.0.id`). A path that can mean one place only is walked here, which tells how far it leads.
import { runBounded } from "./bounded.ts";
import { memberPath } from "./json-mismatch.ts";
import { loadJsonPath } from "./libraries.ts";
import { tellAbsence } from "./path-absence.ts";
import { readSegments, type Segment } from "./path-segments.ts";

export type JsonPathResult =
  /** For a path that can mean many places, the list of all values there. */
  | { readonly kind: "found"; readonly value: unknown }
  /** There is nothing; the message says what is there instead. */
  | { readonly kind: "absent"; readonly message: string }
  /** The path itself is wrong. */
  | { readonly kind: "error"; readonly message: string };

/** What stands at the path. `null` is something; only what is not there at all is absent. */
export function readJsonPath(document: unknown, path: string): JsonPathResult {
  const segments = readSegments(path);
  return segments === undefined ? queryAll(document, path.trim()) : walk(document, segments);
}

function walk(document: unknown, segments: readonly Segment[]): JsonPathResult {
  let value = document;
  let reached = "$";
  for (const segment of segments) {
    const key = keyOf(value, segment);
    if (key === undefined) return { kind: "absent", message: tellAbsence(value, reached, segment) };
    value = (value as Record<string | number, unknown>)[key];
    reached = memberPath(reached, key);
  }
  return value === undefined
    ? { kind: "absent", message: "there is no JSON at all" }
    : { kind: "found", value };
}

/** The member that a segment means there, if it is there. */
function keyOf(value: unknown, segment: Segment): string | number | undefined {
  if (Array.isArray(value)) {
    const index =
      /^-?\d+$/.test(segment.text) && !segment.quoted ? Number(segment.text) : Number.NaN;
    const at = index < 0 ? value.length + index : index;
    return at in value ? at : undefined;
  }
  if (typeof value !== "object" || value === null || segment.bracketed) return undefined;
  return Object.hasOwn(value, segment.text) ? segment.text : undefined;
}

function queryAll(document: unknown, path: string): JsonPathResult {
  const whole = toRooted(path);
  try {
    // The library wants its own type for what any JSON value is.
    const json = document as Parameters<ReturnType<typeof loadJsonPath>["query"]>[0];
    const result = runBounded(() => loadJsonPath().query(json, whole));
    if (result.kind === "too-slow") {
      return {
        kind: "error",
        message: `The path ${path} took more than ${result.limitMs} ms and was stopped.`,
      };
    }
    if (result.value.length > 0) return { kind: "found", value: result.value };
    return { kind: "absent", message: `nothing matches the path ${path}` };
  } catch (error) {
    return { kind: "error", message: tellBadPath(path, whole, error) };
  }
}

function toRooted(path: string): string {
  if (path.startsWith("$")) return path;
  return path.startsWith("[") || path.startsWith(".") ? `$${path}` : `$.${path}`;
}

function tellBadPath(path: string, whole: string, error: unknown): string {
  const at = (error as { location?: { start?: { offset?: number } } }).location?.start?.offset;
  const added = whole.length - path.length;
  const pointer = at === undefined ? "" : `\n  ${" ".repeat(Math.max(0, at - added))}^`;
  return `This is not a JSONPath:\n  ${path}${pointer}\nPaths look like items[0].name, $.items[*].name or $.items[?@.price > 5].`;
}
