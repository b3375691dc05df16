// One feature file as a value: why it exists (intent), its rules and scenarios, and the tags that hold for each.
// It knows what was written, not what the tags mean and not what any run found.

/** Where a tag was written; a nearer one comes later: feature, rule, scenario, examples. */
export type TagLevel = "feature" | "rule" | "scenario" | "examples";

export interface Tag {
  /** With its `@`. */
  readonly name: string;
  readonly level: TagLevel;
  readonly line: number;
  readonly column: number;
}

/** "As … I want … so that …": each part without these words, such as `a customer` and `to sign in`; or absent. */
export interface Intent {
  readonly role?: string;
  readonly want?: string;
  readonly benefit?: string;
}

/** What the keyword says in its language; `*` says nothing, and a conjunction goes on with what came before. */
export type StepKind = "context" | "action" | "outcome" | "conjunction" | "unknown";

export interface Step {
  /** The id that gherkin gave it in this run; pickles refer to it. */
  readonly nodeId: string;
  /** As written, without the space behind it: `Given`, `*`, `Wenn`. */
  readonly keyword: string;
  readonly kind: StepKind;
  readonly text: string;
  readonly line: number;
  /** Where the text begins, from 1; more than one space behind the keyword is not counted. */
  readonly textColumn: number;
  readonly argument?: StepArgument;
}

export type StepArgument =
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly string[])[];
      /** A doc string beside the table, which gherkin allows since 40. */
      readonly text?: DocString;
    }
  | ({ readonly kind: "text" } & DocString);

export interface DocString {
  readonly content: string;
  readonly mediaType?: string;
}

/** One run of a scenario: the scenario itself, or one row of its examples. */
export interface Case {
  /** The same in every run and on every machine, wherever the row stands in its table. */
  readonly id: string;
  /** The ids that gherkin gave to scenario and row in this run, joined as a pickle names them. */
  readonly nodeKey: string;
  readonly line: number;
  /** What the row says, by column; absent when the scenario is no outline. */
  readonly values?: Readonly<Record<string, string>>;
  /** All tags that hold for it, the farthest first. */
  readonly tags: readonly Tag[];
  readonly contentHash: string;
}

/** Steps that come before those of every scenario beside it. */
export interface Background {
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  readonly steps: readonly Step[];
  readonly contentHash: string;
}

/** One table of examples below an outline. */
export interface Examples {
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  /** Its own, without the inherited ones. */
  readonly tags: readonly Tag[];
  /** Empty, like the rows, when the table was left out. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A line of the file that begins with `#`. */
export interface Comment {
  readonly line: number;
  /** With its `#`, without the space around it. */
  readonly text: string;
}

export interface Scenario {
  readonly id: string;
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  /** All tags that hold for it, the farthest first; those of its examples are in the cases. */
  readonly tags: readonly Tag[];
  /** The backgrounds' steps first. */
  readonly steps: readonly Step[];
  /** How many of the steps come from backgrounds. */
  readonly backgroundSteps: number;
  /** Empty when the scenario is no outline. */
  readonly examples: readonly Examples[];
  /** At least one; an outline without rows has itself, and nothing to run. */
  readonly cases: readonly Case[];
  readonly contentHash: string;
}

export interface Rule {
  readonly id: string;
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  readonly tags: readonly Tag[];
  readonly background?: Background;
  readonly scenarios: readonly Scenario[];
  readonly contentHash: string;
}

export interface Story {
  /** What its `@story:` tag says, else made from its path. */
  readonly id: string;
  /** The path as cucumber names it, with forward slashes. */
  readonly uri: string;
  /** Gherkin's name of the language, such as `en`. */
  readonly language: string;
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly intent?: Intent;
  readonly line: number;
  readonly tags: readonly Tag[];
  readonly background?: Background;
  readonly comments: readonly Comment[];
  /** Those that stand outside any rule. */
  readonly scenarios: readonly Scenario[];
  readonly rules: readonly Rule[];
  /** Changes when anything it says changes; layout, comments and the order of parts do not count. */
  readonly contentHash: string;
}
