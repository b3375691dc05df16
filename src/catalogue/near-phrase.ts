// A guess at what a sentence was meant to be.

/** A phrase that a sentence was probably meant to be. */
export interface NearPhrase {
  readonly pattern: string;
  /** The sentence as the pattern takes it, where mending a word or two is all that it needs. */
  readonly mended?: string;
}
