// What of a file can go into a report: not too much of it, and as text wherever it is text.

/** A report that nobody can open proves nothing. */
const mostAttachedMb = 20;

/** Undefined when a file of that size can be attached. */
export function judgeSize(name: string, sizeBytes: number): string | undefined {
  if (sizeBytes <= mostAttachedMb * 1024 * 1024) return undefined;
  const size = (sizeBytes / 1024 / 1024).toFixed(1);
  return `The downloaded file "${name}" has ${size} MB, too much for a report, which takes ${mostAttachedMb} MB. Have a sentence check what matters in it instead.`;
}

/** The text, whatever its name says it is; undefined when the bytes are no UTF-8. */
export function textIn(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
