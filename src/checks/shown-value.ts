// Values as a failure shows them: JSON, on one line, not longer than a person reads.

const maxShown = 200;

/** The value as JSON, its middle left out when it is long. */
export function showValue(value: unknown, maxLength = maxShown): string {
  const text = toJson(value);
  if (text.length <= maxLength) return text;
  // Ends tell more than the middle: the beginning says what it is, the end whether it is complete.
  const tail = Math.floor(maxLength / 4);
  return `${cut(text, 0, maxLength - tail)}… (${text.length} characters) …${cut(text, text.length - tail, text.length)}`;
}

function toJson(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "bigint" || typeof value === "symbol") return String(value);
  if (value instanceof RegExp) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** A piece of the text that does not begin or end inside a surrogate pair. */
function cut(text: string, from: number, to: number): string {
  const isLow = (at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  return text.slice(isLow(from) ? from + 1 : from, isLow(to) ? to - 1 : to);
}

/** "a number", "text", …: what kind of thing a value is, for "but it was …". */
export function nameKind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "text";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}
