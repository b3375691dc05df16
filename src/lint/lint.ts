// Runs the rules over feature files, one file after the other. It keeps stories only for the rules that need all of
// them, and no text; it reads no files and prints nothing.
import type { FeatureReading } from "../story/feature-reading.ts";
import type { Story } from "../story/story.ts";
import { makeTagParser } from "../tags/parse-tag.ts";
import type { ActiveRule } from "./active-rules.ts";
import { readDirectives } from "./directive.ts";
import type { Finding, Severity } from "./finding.ts";
import { locateFinding } from "./locate.ts";
import type {
  FileRule,
  Gathering,
  ProjectRule,
  Rule,
  RuleContext,
  RuleFinding,
  StoryRule,
} from "./rule.ts";
import { nearPhrase } from "./rules/language/near-phrase.ts";
import { undefinedStep } from "./rules/steps/undefined.ts";
import { emptyFile } from "./rules/structure/empty-file.ts";
import { unreadableFile } from "./rules/structure/unreadable-file.ts";
import { describeSilenced, type SilencedFinding } from "./silenced.ts";
import { compareFindings } from "./sort.ts";
import { splitLines } from "./source-lines.ts";
import { readSuppressions, type Suppression, silence } from "./suppression.ts";
import { findMistakes, findUnused } from "./suppression-problems.ts";

/** A file of the project, as it was read. */
export interface FeatureFile {
  readonly uri: string;
  /** Absent when its bytes are no text. */
  readonly text?: string | undefined;
  readonly reading: FeatureReading;
}

export interface LintOptions {
  /** Those that are not here are off. */
  readonly rules: readonly ActiveRule[];
  /** Every rule there is: names that a comment may hold. */
  readonly allRules: readonly Rule[];
  readonly context: RuleContext;
  /** Gives a file's text once more, for what is only found when all files were read. */
  readonly readText?: (uri: string) => Promise<string | undefined>;
}

export interface LintResult {
  /** By file, line and column. */
  readonly findings: readonly Finding[];
  /** What comments took out of the findings; in the same order. */
  readonly silenced: readonly SilencedFinding[];
  readonly files: number;
  readonly stories: number;
}

/** Every finding of every rule in every file. An unreadable file is a finding and hides no other. */
export async function lintFeatures(
  files: Iterable<FeatureFile> | AsyncIterable<FeatureFile>,
  options: LintOptions,
): Promise<LintResult> {
  const pass = new LintPass(options);
  for await (const file of files) pass.lintFile(file);
  return await pass.finish();
}

class LintPass {
  readonly #options: LintOptions;
  readonly #context: RuleContext;
  readonly #severities: ReadonlyMap<string, Severity>;
  /** Rules that no comment silences. */
  readonly #fixed: ReadonlySet<string>;
  readonly #storyRules: readonly StoryRule[];
  readonly #fileRules: readonly FileRule[];
  readonly #projectRules: readonly ProjectRule[];
  readonly #gatherings: readonly { readonly id: string; readonly gathering: Gathering }[];
  readonly #findings: Finding[] = [];
  readonly #silenced: SilencedFinding[] = [];
  /** Empty when no rule needs them. */
  readonly #stories: Story[] = [];
  readonly #suppressions = new Map<string, readonly Suppression[]>();
  #fileCount = 0;
  #storyCount = 0;

  constructor(options: LintOptions) {
    const rules = options.rules.map(({ rule }) => rule);
    this.#options = options;
    this.#context = { parseTag: makeTagParser(), ...options.context };
    this.#severities = new Map(options.rules.map(({ rule, severity }) => [rule.id, severity]));
    this.#fixed = new Set(rules.flatMap(({ id, fixed }) => (fixed === undefined ? [] : [id])));
    this.#storyRules = rules.filter((rule) => rule.scope === "story");
    this.#fileRules = rules.filter((rule) => rule.scope === "file");
    this.#projectRules = rules.filter((rule) => rule.scope === "project");
    this.#gatherings = rules.flatMap((rule) =>
      rule.scope === "gathering" ? [{ id: rule.id, gathering: rule.begin(this.#context) }] : [],
    );
  }

  lintFile({ uri, text = "", reading }: FeatureFile): void {
    this.#fileCount += 1;
    let split: readonly string[] | undefined;
    const lines = (): readonly string[] => {
      split ??= splitLines(text);
      return split;
    };
    if (reading.kind === "story") this.#lintStory(reading.story, text, lines);
    else if (reading.kind === "empty") this.#add(emptyFile.id, emptyFinding(uri), lines);
    else for (const problem of reading.problems) this.#add(unreadableFile.id, problem, lines);
  }

  #lintStory(story: Story, text: string, lines: Lines): void {
    this.#storyCount += 1;
    if (this.#projectRules.length > 0) this.#stories.push(story);
    for (const { gathering } of this.#gatherings) gathering.see(story);
    this.#readSuppressions(story, text, lines);
    const context = this.#context;
    for (const rule of this.#storyRules) {
      for (const found of rule.check(story, context)) this.#add(rule.id, found, lines);
    }
    if (this.#fileRules.length === 0) return;
    const file = { story, text, lines };
    for (const rule of this.#fileRules) {
      for (const found of rule.check(file, context)) this.#add(rule.id, found, lines);
    }
  }

  #readSuppressions(story: Story, text: string, lines: Lines): void {
    const directives = readDirectives(story, text, lines);
    if (directives.length === 0) return;
    for (const { rule, found } of findMistakes(story.uri, directives, this.#options.allRules)) {
      this.#add(rule, found, lines);
    }
    this.#suppressions.set(story.uri, readSuppressions(story, directives));
  }

  /** Ends the pass with what only shows when all files were read. */
  async finish(): Promise<LintResult> {
    for (const [uri, group] of groupByFile(this.#findInProject())) {
      const text = await this.#options.readText?.(uri);
      const lines = text === undefined ? [] : splitLines(text);
      for (const { rule, found } of group) this.#add(rule, found, () => lines);
    }
    const running = this.#listJudged();
    for (const [uri, suppressions] of this.#suppressions) {
      for (const { rule, found } of findUnused(uri, suppressions, running)) {
        this.#add(rule, found, () => []);
      }
    }
    const findings = leaveOutSaid(this.#findings).sort(compareFindings);
    const silenced = this.#silenced.sort((a, b) => compareFindings(a.finding, b.finding));
    return { findings, silenced, files: this.#fileCount, stories: this.#storyCount };
  }

  /** The rules that would have found something if there were something to silence. */
  #listJudged(): readonly string[] {
    const { rules, context } = this.#options;
    // What is only seen beside the files that were not read, may still be there.
    const judged = rules.filter(({ rule }) => !context.isPartial || !needsAllFiles(rule));
    return judged.flatMap(({ rule }) => (rule.fixed === undefined ? [rule.id] : []));
  }

  *#findInProject(): Generator<LateFinding, void> {
    for (const { id, gathering } of this.#gatherings) {
      for (const found of gathering.finish()) yield { rule: id, found };
    }
    for (const rule of this.#projectRules) {
      for (const found of rule.check(this.#stories, this.#options.context)) {
        yield { rule: rule.id, found };
      }
    }
  }

  #add(rule: string, found: RuleFinding, lines: Lines): void {
    const severity = this.#severities.get(rule);
    if (severity === undefined) return;
    // Comments cannot excuse themselves, and some things nobody can.
    const isFirm = rule.startsWith("suppression/") || this.#fixed.has(rule);
    const by = isFirm ? undefined : silence(this.#suppressions.get(found.uri), rule, found.line);
    const finding = locateFinding({ ...found, rule, severity }, lines());
    if (by === undefined) this.#findings.push(finding);
    else this.#silenced.push(describeSilenced(finding, by));
  }
}

/** A mistyped step that has no definition is one mistake, and the error says more of it. */
function leaveOutSaid(findings: readonly Finding[]): Finding[] {
  const isUndefined = new Set<string>();
  for (const { rule, uri, line, related = [] } of findings) {
    if (rule !== undefinedStep.id) continue;
    for (const place of [{ uri, line }, ...related]) isUndefined.add(`${place.line} ${place.uri}`);
  }
  return findings.filter(
    ({ rule, uri, line }) => rule !== nearPhrase.id || !isUndefined.has(`${line} ${uri}`),
  );
}

function needsAllFiles({ scope }: Rule): boolean {
  return scope === "project" || scope === "gathering";
}

type Lines = () => readonly string[];

interface LateFinding {
  readonly rule: string;
  readonly found: RuleFinding;
}

function groupByFile(late: Iterable<LateFinding>): ReadonlyMap<string, readonly LateFinding[]> {
  const groups = new Map<string, LateFinding[]>();
  for (const one of late) {
    const group = groups.get(one.found.uri);
    if (group === undefined) groups.set(one.found.uri, [one]);
    else group.push(one);
  }
  return groups;
}

function emptyFinding(uri: string): RuleFinding {
  const message = "this file holds no feature.";
  return { uri, line: 1, message, wayOut: "Write the story, or remove the file." };
}
