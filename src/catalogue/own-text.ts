// A guess with the reader's own values: who mistyped a step wants to copy it, and not to fill it in again.

const quoted = /"(?:[^"\\]|\\.)*"/g;

/** An example with the sentence's own text, where each has one and it is clear which goes where. */
export function withTextOf(sentence: string, example: string): string {
  const [text, ...more] = sentence.match(quoted) ?? [];
  const isClear = text !== undefined && more.length === 0 && example.match(quoted)?.length === 1;
  return isClear ? example.replace(quoted, () => text) : example;
}
