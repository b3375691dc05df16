// Strings that outlive the file they were cut from.

/** The same text in memory of its own: a part of a text keeps the whole of it in memory, a copy does not. */
export function copyText(part: string): string {
  // Two parts joined are no part of anything any more; cutting makes V8 write them down as one.
  return ` ${part}`.slice(1);
}
