// Numbers texts in the order in which they are first seen. A text is known by 64 bits, which whoever asks makes of it
// letter by letter, so that none has to be built or kept to be found again.

export class TextIndex {
  /** Places of texts, from 1; 0 is free. A power of two, at most half full. */
  #slots = new Int32Array(1024);
  readonly lows: number[] = [];
  readonly highs: number[] = [];

  /** How many texts there are. */
  get size(): number {
    return this.lows.length;
  }

  /** The place of the text with these bits, from 0; it is the last when the text is new. */
  placeOf(low: number, high: number): number {
    const slot = this.#find(low, high);
    const place = this.#slots[slot] ?? 0;
    if (place > 0) return place - 1;
    this.lows.push(low);
    const count = this.highs.push(high);
    this.#slots[slot] = count;
    if (count * 2 > this.#slots.length) this.#grow();
    return count - 1;
  }

  /** Where these bits are, or would be. */
  #find(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    let slot = (low ^ (high >>> 11)) & mask;
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0) return slot;
      if (this.lows[place - 1] === low && this.highs[place - 1] === high) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    for (let at = 0; at < this.lows.length; at += 1) {
      this.#slots[this.#find(this.lows[at] ?? 0, this.highs[at] ?? 0)] = at + 1;
    }
  }
}
