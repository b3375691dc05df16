// Lints feature files in one pass, or joins the parts of one whose files were shared out. What is done with one file,
// lint-part.ts knows. It reads no files but for a late finding's line, and prints nothing.
import type { Finding } from "./finding.ts";
import { FindingList } from "./finding-list.ts";
import { type FeatureFile, type LintPart, PartLinter, type PassOptions } from "./lint-part.ts";
import type { RuleFinding } from "./rule.ts";
import { nearPhrase } from "./rules/language/near-phrase.ts";
import { undefinedStep } from "./rules/steps/undefined.ts";
import type { SilencedFinding } from "./silenced.ts";
import { compareFindings } from "./sort.ts";
import { SourceLines } from "./source-lines.ts";
import { findUnused } from "./suppression-problems.ts";

export interface LintOptions extends PassOptions {
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
  const linter = new PartLinter(options);
  let order = 0;
  for await (const file of files) {
    linter.lintFile(file, order);
    order += 1;
  }
  return await joinParts([linter.end()], options);
}

/** The result of all parts, the same however the files were shared out; with what only shows when all are read. */
export async function joinParts(
  parts: readonly LintPart[],
  options: LintOptions,
): Promise<LintResult> {
  const list = new FindingList(options.rules);
  for (const part of parts) list.absorb(part);
  for (const [uri, group] of groupByFile(finishGathering(parts, options))) {
    const text = await options.readText?.(uri);
    const lines = text === undefined ? undefined : new SourceLines(text);
    for (const { rule, found } of group) list.add(rule, found, (line) => lines?.at(line));
  }
  const running = listJudged(options);
  for (const [uri, suppressions] of list.suppressions) {
    for (const { rule, found } of findUnused(uri, suppressions, running)) {
      list.add(rule, found, () => undefined);
    }
  }
  return {
    findings: leaveOutSaid(list.findings).sort(compareFindings),
    silenced: list.silenced.sort((a, b) => compareFindings(a.finding, b.finding)),
    files: parts.reduce((sum, { files }) => sum + files, 0),
    stories: parts.reduce((sum, { stories }) => sum + stories, 0),
  };
}

function* finishGathering(
  parts: readonly LintPart[],
  { rules, context }: LintOptions,
): Generator<LateFinding, void> {
  for (const { rule } of rules) {
    if (rule.scope !== "gathering") continue;
    const facts = parts.map((part) => part.facts.get(rule.id));
    for (const found of rule.finish(facts, context)) yield { rule: rule.id, found };
  }
}

/** The rules that would have found something if there were something to silence. */
function listJudged({ rules, context }: LintOptions): readonly string[] {
  // What is only seen beside the files that were not read, may still be there.
  const judged = rules.filter(({ rule }) => !context.isPartial || rule.scope !== "gathering");
  return judged.flatMap(({ rule }) => (rule.fixed === undefined ? [rule.id] : []));
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
