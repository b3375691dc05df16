// The parser of Gherkin as this folder needs it. Which copy of the library stands behind it is not known here.
import type * as messages from "@cucumber/messages";

type DialectWords =
  | "feature"
  | "background"
  | "rule"
  | "scenario"
  | "scenarioOutline"
  | "examples"
  | "given"
  | "when"
  | "then"
  | "and"
  | "but";

/** The words of one language, as gherkin lists them. */
export interface Dialect extends Readonly<Record<DialectWords, readonly string[]>> {
  /** In English. */
  readonly name: string;
  readonly native: string;
}

export interface ParseOptions {
  readonly isMarkdown: boolean;
  /** Gherkin's name of the language of a file that names none. */
  readonly language: string;
}

/** One copy of gherkin, ready to parse one file after the other. */
export interface Gherkin {
  /** Such as `38.0.0`. */
  readonly version: string;
  /** By gherkin's name of the language, such as `en`. */
  readonly dialects: Readonly<Record<string, Dialect>>;
  /** Throws gherkin's own errors, all of a file in one, each with its place. */
  readonly parse: (text: string, options: ParseOptions) => messages.GherkinDocument;
}
