// A path that can mean one place only, as its segments.
//
//   path    = [ "$" ] { segment }
//   segment = "." name | "." index | "[" index "]" | "[" quoted "]"   ; the first "." may be left out
//   name    = { any character but . [ ] " ' * ? @ ( ) : , and space }

export interface Segment {
  readonly text: string;
  /** Between brackets without quotes: an index, never a key. */
  readonly bracketed: boolean;
  /** Between quotes: a key, never an index. */
  readonly quoted: boolean;
}

const segmentPattern =
  /\.([^\s.[\]"'*?@():,]+)|\[(-?\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]/y;

/** The segments, or undefined when the path is of another kind: a query for many places, or a mistake. */
export function readSegments(path: string): readonly Segment[] | undefined {
  const trimmed = path.trim();
  if (trimmed === "") return undefined;
  // Most paths are one name, and journeys that run again read theirs tens of thousands of times a second.
  if (/^[A-Za-z_]\w*$/.test(trimmed)) return [{ text: trimmed, bracketed: false, quoted: false }];
  const steps = trimmed.startsWith("$") ? trimmed.slice(1) : addDot(trimmed);
  const segments: Segment[] = [];
  const pattern = new RegExp(segmentPattern);
  while (pattern.lastIndex < steps.length) {
    const match = pattern.exec(steps);
    if (match === null) return undefined;
    segments.push(toSegment(match));
  }
  return segments;
}

function addDot(path: string): string {
  return path.startsWith("[") || path.startsWith(".") ? path : `.${path}`;
}

function toSegment([, name, index, double, single]: RegExpExecArray): Segment {
  if (index !== undefined) return { text: index, bracketed: true, quoted: false };
  const quoted = double ?? single;
  if (quoted === undefined) return { text: name ?? "", bracketed: false, quoted: false };
  return { text: quoted.replace(/\\(["'\\/])/g, "$1"), bracketed: false, quoted: true };
}
