// Counts the phrases of hundreds of thousands of steps. It keeps one text of each phrase and builds no others: a phrase
// is known by 64 bits of its shape, which are made of the text directly. What a shape is, phrase-shape.ts says.
import { shapeOf, valueMark } from "./phrase-shape.ts";
import { copyWritten, type WrittenStep } from "./written-steps.ts";

export interface PhraseUse {
  readonly shape: string;
  /** How many steps are written so. */
  readonly count: number;
  /** The first of them. */
  readonly first: WrittenStep;
  readonly uri: string;
}

interface FirstUse {
  readonly first: WrittenStep;
  readonly uri: string;
}

export class PhraseTable {
  /** Places of phrases in the lists below, from 1; 0 is free. A power of two, at most half full. */
  #slots = new Int32Array(1024);
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  readonly #counts: number[] = [];
  readonly #uses: FirstUse[] = [];

  count(written: WrittenStep, uri: string): void {
    const { text } = written.step;
    const isPlain = !takesExpression.test(text);
    const said = isPlain ? text : shapeOf(text);
    let low = 0x811c9dc5 | 0;
    let high = 0x2545f491;
    for (let at = 0; at < said.length; ) {
      const end = isPlain ? endOfValue(said, at) : at;
      const code = end > at ? mark : said.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(((high << 5) | (high >>> 27)) ^ code, 0x9e3779b1);
      at = end > at ? end : at + 1;
    }
    const slot = this.#find(low, high);
    const place = this.#slots[slot] ?? 0;
    if (place > 0) this.#counts[place - 1] = (this.#counts[place - 1] ?? 0) + 1;
    else this.#keep(slot, low, high, { first: copyWritten(written), uri });
  }

  /** In the order in which they were first seen. */
  list(): readonly PhraseUse[] {
    return this.#uses.map(({ first, uri }, index) => ({
      shape: shapeOf(first.step.text),
      count: this.#counts[index] ?? 0,
      first,
      uri,
    }));
  }

  /** Where these bits are, or would be. */
  #find(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    let slot = (low ^ (high >>> 11)) & mask;
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) return slot;
      if (this.#lows[place - 1] === low && this.#highs[place - 1] === high) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #keep(slot: number, low: number, high: number, use: FirstUse): void {
    this.#lows.push(low);
    this.#highs.push(high);
    this.#counts.push(1);
    this.#slots[slot] = this.#uses.push(use);
    if (this.#uses.length * 2 > this.#slots.length) this.#grow();
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    for (let at = 0; at < this.#uses.length; at += 1) {
      this.#slots[this.#find(this.#lows[at] ?? 0, this.#highs[at] ?? 0)] = at + 1;
    }
  }
}

const mark = valueMark.charCodeAt(0);

/** Most texts have values only in double quotes, or numbers; those are found without an expression. */
const takesExpression = /['{`“«\\<]/;

/** Behind the value that begins here; the same place when none does. */
function endOfValue(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 34) return text.indexOf('"', at + 1) + 1 || at;
  const isSign = code === 43 || code === 45;
  if (isSign) return isDigit(text.charCodeAt(at + 1)) ? endOfNumber(text, at + 1) : at;
  return isDigit(code) && !isWord(text.charCodeAt(at - 1)) ? endOfNumber(text, at) : at;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) {
    at += 1;
    if (isJoint(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) at += 1;
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
