// Replaces many literal texts in one pass. Texts can be added at any time at no cost: a run learns a
// session's token after every sign-in, and one big regular expression would be compiled anew each time.

/** No shorter text can be added; the length of the beginning by which texts are looked up. */
export const shortestText = 6;

const filterSize = 0x10000;

export class TextFinder {
  readonly #textsByHead = new Map<string, string[]>();
  /** Marks the hash of every text's first three units, so that most positions cost no look-up. */
  #filter: Uint8Array | undefined;

  get isEmpty(): boolean {
    return this.#filter === undefined;
  }

  /** Adds a text of at least `shortestText` units. */
  add(text: string): void {
    const head = text.slice(0, shortestText);
    const sameHead = this.#textsByHead.get(head) ?? [];
    if (head.length < shortestText || sameHead.includes(text)) return;
    sameHead.push(text);
    // The longest first: of two secrets at one place, the longer one hides more.
    sameHead.sort((a, b) => b.length - a.length);
    this.#textsByHead.set(head, sameHead);
    this.#filter ??= new Uint8Array(filterSize);
    this.#filter[hashAt(text, 0)] = 1;
  }

  /** The text with every added text replaced, from left to right, the longest at each place. */
  replaceIn(text: string, replacement: string): string {
    const filter = this.#filter;
    if (filter === undefined) return text;
    let result = "";
    let copied = 0;
    for (let at = 0; at <= text.length - shortestText; at += 1) {
      if (filter[hashAt(text, at)] === 0) continue;
      const found = this.#findAt(text, at);
      if (found === undefined) continue;
      result += text.slice(copied, at) + replacement;
      copied = at + found.length;
      at = copied - 1;
    }
    return copied === 0 ? text : result + text.slice(copied);
  }

  #findAt(text: string, at: number): string | undefined {
    const candidates = this.#textsByHead.get(text.slice(at, at + shortestText));
    return candidates?.find((candidate) => text.startsWith(candidate, at));
  }
}

function hashAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  return ((first * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)) & (filterSize - 1);
}
