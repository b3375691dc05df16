// What a check needs beside its words: the clock, the language of numbers, and the kinds of value that a team defined.

/** A kind of value that the team defined. */
export interface OwnKind {
  /** As the team spells it. */
  readonly name: string;
  /** Answers whether a value is of that kind, or says in words what is wrong with it. */
  readonly test: (value: unknown) => boolean | string;
}

export interface Surroundings {
  readonly now: () => Date;
  /** How numbers are written: BCP 47. */
  readonly locale: string;
  /** By their names in small letters. */
  readonly own: ReadonlyMap<string, OwnKind>;
}

export const plainSurroundings: Surroundings = {
  now: () => new Date(),
  locale: "en-GB",
  own: new Map(),
};
