// Reading numbers and moments from text.

/**
 * The number that a text is: "42", " -1.5 ", "1e3". Undefined when it holds anything more ("3 items", "1,000", "")
 * or has no finite value.
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return undefined;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : undefined;
}

/** Milliseconds since the epoch of an ISO 8601 date or date and time; a date alone begins in UTC. */
export function readMoment(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d.*)?$/.test(text.trim())) return undefined;
  const ms = Date.parse(text.trim());
  return Number.isNaN(ms) ? undefined : ms;
}
