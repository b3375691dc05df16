// What the parts of a pass gathered, put together as one pass over all files would have seen it.

export interface Ordered {
  /** Of the file where it was seen. */
  readonly order: number;
}

/** All of them by file; those of one file stay as they were seen, since a file is seen by one part only. */
export function inFileOrder<T extends Ordered>(parts: readonly (readonly T[])[]): readonly T[] {
  return parts.length === 1 ? (parts[0] ?? []) : parts.flat().sort((a, b) => a.order - b.order);
}
