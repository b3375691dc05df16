// Strings that outlive the file they were cut from.

/** The same text in memory of its own: a part of a text keeps the whole of it in memory, a copy does not. */
export function copyText(part: string): string {
  return Buffer.from(part).toString();
}
