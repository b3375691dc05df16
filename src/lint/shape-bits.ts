// 64 bits of a phrase's shape, made of the text letter by letter: no other text is built for them. What a shape is,
// phrase-shape.ts says.
import { shapeOf, valueMark } from "./phrase-shape.ts";
import { longestSentence } from "./written-steps.ts";

const mark = valueMark.charCodeAt(0);

/** Reads the bits of one text's shape after the other's. */
export class ShapeBits {
  low = 0;
  high = 0;
  // A step's text is a part of its file's, and asking such a part for one letter after the other takes far longer.
  readonly #bytes = Buffer.alloc(2 * (longestSentence + 1));
  readonly #letters = new Uint16Array(
    this.#bytes.buffer,
    this.#bytes.byteOffset,
    longestSentence + 1,
  );

  /** The bits; they change when it reads another text. */
  read(text: string): Readonly<Pick<ShapeBits, "low" | "high">> {
    if (text.length > longestSentence || !this.#readPlain(text)) this.#readShape(shapeOf(text));
    return this;
  }

  /** False, and nothing done, for a text that takes an expression. */
  #readPlain(text: string): boolean {
    const letters = this.#letters;
    const count = this.#bytes.write(text, "utf16le") >> 1;
    // What was there before must not go on a number or close a quote.
    letters[count] = 0;
    let low = 0x811c9dc5 | 0;
    let high = 0x2545f491;
    for (let at = 0; at < count; ) {
      const letter = letters[at] ?? 0;
      const kind =
        letter < 128 ? (kinds[letter] ?? 0) : letter === 0x201c || letter === 0xab ? 2 : 0;
      if (kind === 2) return false;
      const end = kind === 1 ? endOfValue(letters, at, count) : at;
      if (end < 0) return false;
      const code = end > at ? mark : letter;
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(((high << 5) | (high >>> 27)) ^ code, 0x9e3779b1);
      at = end > at ? end : at + 1;
    }
    this.low = low;
    this.high = high;
    return true;
  }

  #readShape(shape: string): void {
    let low = 0x811c9dc5 | 0;
    let high = 0x2545f491;
    for (let at = 0; at < shape.length; at += 1) {
      const code = shape.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(((high << 5) | (high >>> 27)) ^ code, 0x9e3779b1);
    }
    this.low = low;
    this.high = high;
  }
}

/** Most texts have values only in double quotes, or numbers (1); what begins others takes an expression (2). */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/['{`\\<]/.test(letter)) return 2;
  return /["\d+-]/.test(letter) ? 1 : 0;
});

/** Behind the value that begins here; the same place when none does, below 0 when it takes an expression. */
function endOfValue(letters: Uint16Array, at: number, count: number): number {
  const code = letters[at] ?? 0;
  if (code === 34) return endOfQuote(letters, at, count);
  const isSign = code === 43 || code === 45;
  if (isSign) return isDigit(letters[at + 1] ?? 0) ? endOfNumber(letters, at + 1) : at;
  return isWord(letters[at - 1] ?? 0) ? at : endOfNumber(letters, at);
}

function endOfQuote(letters: Uint16Array, from: number, count: number): number {
  for (let at = from + 1; at < count; at += 1) {
    if (letters[at] === 34) return at + 1;
    if (letters[at] === 92) return -1;
  }
  return from;
}

function endOfNumber(letters: Uint16Array, from: number): number {
  let at = from;
  while (isDigit(letters[at] ?? 0)) {
    at += 1;
    if (isJoint(letters[at] ?? 0) && isDigit(letters[at + 1] ?? 0)) at += 1;
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A comma, a dot or a colon. */
function isJoint(code: number): boolean {
  return code === 44 || code === 46 || code === 58;
}

/** As an expression's `\w`. */
function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}
