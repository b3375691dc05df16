// What ends in any order, given on in the order of the intended starts, of one or several who each start a part.

interface Part<T> {
  /** Ended before one that was started earlier. */
  readonly early: Map<number, { readonly atMs: number; readonly value: T }>;
  next: number;
  isOver: boolean;
}

/**
 * Each part numbers its starts from 0 on, without a gap, by ascending time. Of several parts the earliest start comes
 * first, and is waited for as long as its part goes on: the quick ones alone would make any product look quick.
 */
export class InStartOrder<T> {
  readonly #parts: readonly Part<T>[];
  readonly #give: (value: T) => void;

  constructor(parts: number, give: (value: T) => void) {
    this.#parts = Array.from({ length: parts }, () => ({
      early: new Map(),
      next: 0,
      isOver: false,
    }));
    this.#give = give;
  }

  add(part: number, index: number, atMs: number, value: T): void {
    this.#parts[part]?.early.set(index, { atMs, value });
  }

  /** That part starts nothing more, and what it has started has been added. */
  endPart(part: number): void {
    const over = this.#parts[part];
    if (over !== undefined) over.isOver = true;
  }

  /** Gives on what is certain to be next. */
  drain(): void {
    for (let part = this.#findNext(); part !== undefined; part = this.#findNext()) {
      const head = part.early.get(part.next);
      part.early.delete(part.next);
      part.next += 1;
      if (head !== undefined) this.#give(head.value);
    }
  }

  #findNext(): Part<T> | undefined {
    let first: Part<T> | undefined;
    let firstMs = Infinity;
    for (const part of this.#parts) {
      const atMs = part.early.get(part.next)?.atMs;
      if (atMs === undefined && !part.isOver) return undefined;
      if (atMs !== undefined && atMs < firstMs) {
        first = part;
        firstMs = atMs;
      }
    }
    return first;
  }
}
