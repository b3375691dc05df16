// One way to say what values are made up: "an integer from 1 to 10". The forms of a kind stand together in a file.
import type { Arbitrary } from "fast-check";
import type { OwnArbitrary } from "../../journey/team-definitions.ts";
import type { FastCheck } from "../fast-check.ts";

/** Values that are no texts of their own: what they are is known only where they are used. */
export type Values = Arbitrary<unknown>;

export interface Surroundings {
  readonly fc: FastCheck;
  /** A team's own, by their names in small letters. */
  readonly own: ReadonlyMap<string, Pick<OwnArbitrary, "name" | "make">>;
  /** The text of a file of the project. Throws what explains itself when there is none. */
  readonly readFile: (path: string) => string;
}

export interface Form {
  /** How it can be written, for lists of what there is. */
  readonly example: string;
  /** Of the whole words, in small letters but for what is in quotes. */
  readonly pattern: RegExp;
  /** Throws a StoryError where the words ask for what cannot be. */
  readonly make: (groups: Groups, surroundings: Surroundings) => Values;
}

/** The named groups of the pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;
