// Runs the rules over some of the files, one after the other. It keeps neither stories nor texts: what is left of them
// are findings and what rules gathered for the end of the pass, as plain data that a thread can send. It reads no files.
import type { FeatureReading } from "../story/feature-reading.ts";
import type { Story } from "../story/story.ts";
import { makeTagParser } from "../tags/parse-tag.ts";
import type { ActiveRule } from "./active-rules.ts";
import { readDirectives } from "./directive.ts";
import { FindingList, type ListedFindings } from "./finding-list.ts";
import type { FileRule, Gathering, Rule, RuleContext, RuleFinding, StoryRule } from "./rule.ts";
import { emptyFile } from "./rules/structure/empty-file.ts";
import { unreadableFile } from "./rules/structure/unreadable-file.ts";
import { SourceLines } from "./source-lines.ts";
import { readSuppressions } from "./suppression.ts";
import { findMistakes } from "./suppression-problems.ts";

/** A file of the project, as it was read. */
export interface FeatureFile {
  readonly uri: string;
  /** Absent when its bytes are no text. */
  readonly text?: string | undefined;
  readonly reading: FeatureReading;
}

/** The same for all parts of a pass. */
export interface PassOptions {
  /** Those that are not here are off. */
  readonly rules: readonly ActiveRule[];
  /** Every rule there is: names that a comment may hold. */
  readonly allRules: readonly Rule[];
  readonly context: RuleContext;
}

/** What lint knows when it has seen some of the files; joinParts makes a result of all parts. */
export interface LintPart extends ListedFindings {
  /** What each gathering rule needs for its end, by the rule's id. */
  readonly facts: ReadonlyMap<string, unknown>;
  readonly files: number;
  readonly stories: number;
}

export class PartLinter {
  readonly #allRules: readonly Rule[];
  readonly #context: RuleContext;
  readonly #list: FindingList;
  readonly #storyRules: readonly StoryRule[];
  readonly #fileRules: readonly FileRule[];
  readonly #gatherings: readonly { readonly id: string; readonly gathering: Gathering<unknown> }[];
  #fileCount = 0;
  #storyCount = 0;

  constructor(options: PassOptions) {
    const rules = options.rules.map(({ rule }) => rule);
    this.#allRules = options.allRules;
    this.#context = { parseTag: makeTagParser(), ...options.context };
    this.#list = new FindingList(options.rules);
    this.#storyRules = rules.filter((rule) => rule.scope === "story");
    this.#fileRules = rules.filter((rule) => rule.scope === "file");
    this.#gatherings = rules.flatMap((rule) =>
      rule.scope === "gathering" ? [{ id: rule.id, gathering: rule.begin(this.#context) }] : [],
    );
  }

  /** @param order where the file stands among all files of the pass; rises from call to call */
  lintFile({ uri, text = "", reading }: FeatureFile, order: number): void {
    this.#fileCount += 1;
    const lines = new SourceLines(text);
    if (reading.kind === "story") this.#lintStory(reading.story, { text, lines, order });
    else if (reading.kind === "empty") this.#add(emptyFile.id, emptyFinding(uri), lines);
    else for (const problem of reading.problems) this.#add(unreadableFile.id, problem, lines);
  }

  /** What came of the files. */
  end(): LintPart {
    const { findings, silenced, suppressions } = this.#list;
    return {
      findings,
      silenced,
      suppressions,
      facts: new Map(this.#gatherings.map(({ id, gathering }) => [id, gathering.facts()])),
      files: this.#fileCount,
      stories: this.#storyCount,
    };
  }

  #lintStory(story: Story, { text, lines, order }: OpenFile): void {
    this.#storyCount += 1;
    this.#readSuppressions(story, text, lines);
    const context = this.#context;
    for (const rule of this.#storyRules) {
      for (const found of rule.check(story, context)) this.#add(rule.id, found, lines);
    }
    for (const { gathering } of this.#gatherings) gathering.see(story, order);
    if (this.#fileRules.length === 0) return;
    const file = { story, text, lines: () => lines.all() };
    for (const rule of this.#fileRules) {
      for (const found of rule.check(file, context)) this.#add(rule.id, found, lines);
    }
  }

  #readSuppressions(story: Story, text: string, lines: SourceLines): void {
    const directives = readDirectives(story, text, () => lines.all());
    if (directives.length === 0) return;
    for (const { rule, found } of findMistakes(story.uri, directives, this.#allRules)) {
      this.#add(rule, found, lines);
    }
    this.#list.suppressions.set(story.uri, readSuppressions(story, directives));
  }

  #add(rule: string, found: RuleFinding, lines: SourceLines): void {
    this.#list.add(rule, found, (line) => lines.at(line));
  }
}

interface OpenFile {
  readonly text: string;
  readonly lines: SourceLines;
  readonly order: number;
}

function emptyFinding(uri: string): RuleFinding {
  const message = "this file holds no feature.";
  return { uri, line: 1, message, wayOut: "Write the story, or remove the file." };
}
