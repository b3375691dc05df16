// What a lint rule is: something it looks for, why that matters, and an example of each.
import type { Story } from "../story/story.ts";
import type { TagParser } from "../tags/parse-tag.ts";
import type { Finding, Severity } from "./finding.ts";
import type { KnownSteps } from "./known-steps.ts";

/** What a rule finds; the engine adds the rule's name, its severity and the line's text. */
export interface RuleFinding extends Omit<Finding, "rule" | "severity" | "column"> {
  /** Absent: where `words` stand in the line, else where its text begins. With both, the words from there on. */
  readonly column?: number;
  /** What is meant of the line, as it stands there; the engine finds its column and length. */
  readonly words?: string;
  /** The title that the words are in, and at which place of it, from 0: the keyword before it may hold them too. */
  readonly inTitle?: { readonly title: string; readonly at: number };
}

/** A feature file's text, or several by their paths where one does not show it. */
export type RuleExample = string | Readonly<Record<string, string>>;

export interface RuleTexts {
  /** `<group>/<name>`, such as `structure/no-outcome`. */
  readonly id: string;
  /** What it looks for, in half a sentence: "a scenario without an outcome step". */
  readonly summary: string;
  /** Why that matters, for the person who reads the finding. */
  readonly reason: string;
  readonly severity: Severity;
  /** Feature files; the bad one gives this finding and the good one does not (a test runs both). */
  readonly bad: RuleExample;
  readonly good: RuleExample;
  /** Lays step definitions on steps where there are any; those of `steps/*` do nothing without. */
  readonly usesSteps?: true;
  /** Why neither a comment nor the configuration can take its weight; absent where they can. */
  readonly fixed?: string;
  /** Patterns of the step definitions that both examples are run with. */
  readonly exampleDefinitions?: readonly string[];
}

/** Looks at one story at a time. */
export interface StoryRule extends RuleTexts {
  readonly scope: "story";
  readonly check: (story: Story, context: RuleContext) => Iterable<RuleFinding>;
}

/**
 * Needs something of every story and keeps none of them. The files may be seen in parts, each in a thread of its own:
 * what is gathered of a part is plain data, and the parts meet in `finish`.
 */
export interface GatheringRule<Facts = unknown> extends RuleTexts {
  readonly scope: "gathering";
  /** Called once for each part. */
  begin(context: RuleContext): Gathering<Facts>;
  /** Called once, with what was gathered of every part; see inFileOrder. */
  finish(parts: readonly Facts[], context: RuleContext): Iterable<RuleFinding>;
}

export interface Gathering<Facts> {
  /** @param order where its file stands among all files of the pass; rises within a part, and no two parts share one */
  readonly see: (story: Story, order: number) => void;
  /** As little as `finish` needs, of what can be sent from thread to thread: no functions, no stories. */
  readonly facts: () => Facts;
}

/** Looks at the text of one file, for what its story does not tell: white space, comments. */
export interface FileRule extends RuleTexts {
  readonly scope: "file";
  readonly check: (file: SourceFile, context: RuleContext) => Iterable<RuleFinding>;
}

export interface SourceFile {
  readonly story: Story;
  /** As decoded, without byte-order mark. */
  readonly text: string;
  /** Without their ends, as gherkin counts lines. */
  readonly lines: () => readonly string[];
}

/** Reported by the engine itself, such as an unreadable file. */
export interface EngineRule extends RuleTexts {
  readonly scope: "engine";
}

export type Rule = StoryRule | GatheringRule | FileRule | EngineRule;

export interface RuleContext {
  /** Words of the team beside the built-in ones, by rule. */
  readonly vagueWords: readonly string[];
  /** The step definitions of the project; absent where none could be loaded. */
  readonly steps?: KnownSteps;
  /** Remembers the tags of the whole run; absent: each is read anew. */
  readonly parseTag?: TagParser;
  /** Only some files of the project are looked at, so what they lack may stand in another. */
  readonly isPartial?: boolean;
}
