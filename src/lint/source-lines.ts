// A file's text as lines, the way gherkin counts them.

const byteOrderMark = "\ufeff";

/** Lines without their ends; a byte-order mark is not part of the first. */
export function splitLines(text: string): readonly string[] {
  const lines = (text.startsWith(byteOrderMark) ? text.slice(1) : text).split("\n");
  // An expression that takes both ends would be five times as slow.
  if (!text.includes("\r")) return lines;
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}

/** The same lines, when few are asked for: the text is split only when all are. */
export class SourceLines {
  readonly #text: string;
  #all: readonly string[] | undefined;
  /** Where the line begins that was asked for last: most ask from the top down. */
  #line = 1;
  #start = 0;

  constructor(text: string) {
    this.#text = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  }

  all(): readonly string[] {
    this.#all ??= splitLines(this.#text);
    return this.#all;
  }

  /** From 1; undefined behind the last. */
  at(line: number): string | undefined {
    if (this.#all !== undefined) return this.#all[line - 1];
    if (line < this.#line) {
      this.#line = 1;
      this.#start = 0;
    }
    while (this.#line < line) {
      const end = this.#text.indexOf("\n", this.#start);
      if (end < 0) return undefined;
      this.#start = end + 1;
      this.#line += 1;
    }
    const end = this.#text.indexOf("\n", this.#start);
    const text = this.#text.slice(this.#start, end < 0 ? undefined : end);
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }
}
