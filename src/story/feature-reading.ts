// What comes of reading one feature file: its story, nothing, or every place where it is not Gherkin.
import type { Story } from "./story.ts";

/** One thing that keeps a file from being read. */
export interface ReadingProblem {
  readonly uri: string;
  /** From 1; a file that is not text at all has its problem at 1:1. */
  readonly line: number;
  readonly column: number;
  /** One sentence without place, such as `expected a tag, a comment or "Feature:", got "hello"`. */
  readonly message: string;
  /** What would be right. */
  readonly wayOut: string;
}

export type FeatureReading =
  | { readonly kind: "story"; readonly story: Story }
  /** The file holds nothing but comments and white space. */
  | { readonly kind: "empty"; readonly uri: string }
  | {
      readonly kind: "unreadable";
      readonly uri: string;
      /** At least one, in the order of the file. */
      readonly problems: readonly ReadingProblem[];
    };
