// The project's stories linted with the project's own settings: what `lint` and `check` have in common.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { glob } from "tinyglobby";
import { ConfigError } from "../config/errors.ts";
import { defaultLint, type LintSettings } from "../config/settings.ts";
import type { ConfigProblem } from "../config/validate.ts";
import {
  type ActiveRule,
  chooseRules,
  findUnknownRules,
  type UnknownRule,
} from "../lint/active-rules.ts";
import type { Severity } from "../lint/finding.ts";
import type { LintReport } from "../lint/formats/report.ts";
import { joinParts } from "../lint/lint.ts";
import { type LintPart, PartLinter } from "../lint/lint-part.ts";
import { rules as allRules } from "../lint/rules.ts";
import { decodeFeature } from "../story/read-feature.ts";
import type { Story } from "../story/story.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import type { CommandIo } from "./io.ts";
import { type KnownStepsReading, loadKnownSteps } from "./known-steps.ts";
import { makeProgress } from "./lint-progress.ts";
import { countTaken, type SharedFiles, shareFiles, takeFew } from "./lint-share.ts";
import { countThreads, startThreads, type ThreadChoice, type ThreadWork } from "./lint-threads.ts";
import type { ProjectConfig } from "./project-config.ts";
import { type FeatureFiles, findFeatureFiles, type ProjectFeature } from "./project-features.ts";

export interface LintChoice {
  /** Files, folders, globs; none: what the configuration names. */
  readonly paths: readonly string[];
  readonly config: ProjectConfig;
  /** Only these rules or groups; none: all that are not off. */
  readonly only?: readonly string[];
  /** Findings that weigh less are left out. */
  readonly atLeast?: Severity;
  /** The step definitions, for a further pass over the same project; absent: they are loaded when a rule needs them. */
  readonly definitions?: DefinitionsSource;
  /** How many threads there are; absent: as many as the files are worth. */
  readonly threads?: ThreadChoice;
  /** Is given every story that is read. */
  readonly onStory?: (story: Story) => void;
  /** Is given every file that is read. */
  readonly onFile?: (file: ProjectFeature) => void;
}

/** Gives the step definitions, the same at every call. */
export type DefinitionsSource = () => Promise<KnownStepsReading>;

/** Loads the project's definitions at the first call: modules that were loaded once register nothing again. */
export function makeDefinitionsSource(io: CommandIo, config: ProjectConfig): DefinitionsSource {
  let reading: Promise<KnownStepsReading> | undefined;
  return () => {
    reading ??= readSteps(io, config);
    return reading;
  };
}

/**
 * Lints the chosen files in one pass.
 * @throws UsageError when there are no files, or the configured step files cannot be loaded; ConfigError when the configuration names a rule that does not exist;
 *   InterruptedError when the command is stopped
 */
export async function lintProject(io: CommandIo, choice: LintChoice): Promise<LintReport> {
  const settings = readLintSettings(choice.config);
  const chosen = chooseRules(allRules, settings.rules, choice.only);
  const heavy = chosen.filter(({ severity }) => isAtLeast(severity, choice.atLeast ?? "note"));
  const { rules, known } = await loadSteps(io, heavy, choice);
  const context = { vagueWords: settings.vagueWords, isPartial: choice.paths.length > 0 };
  const pass: Pass = { io, choice, rules, context, known };
  const options = {
    rules,
    allRules,
    context: { ...context, ...(known && { steps: known.steps }) },
    readText: (uri: string) => readText(resolve(io.cwd, uri)),
  };
  const parts = await lintParts(pass, new PartLinter(options));
  return { ...(await joinParts(parts, options)), rules, mended: 0 };
}

interface Pass {
  readonly io: CommandIo;
  readonly choice: LintChoice;
  readonly rules: readonly ActiveRule[];
  readonly context: ThreadWork["context"];
  readonly known: Extract<KnownStepsReading, { readonly kind: "known" }> | undefined;
}

/** What this thread finds, and others beside it where there are many files. */
async function lintParts(
  { io, choice, rules, context, known }: Pass,
  linter: PartLinter,
): Promise<readonly LintPart[]> {
  const found = await findFeatureFiles(io, choice);
  const files = shareFiles(io.cwd, found);
  const work = {
    files,
    severities: Object.fromEntries(rules.map(({ rule, severity }) => [rule.id, severity])),
    context,
    ...(known && { steps: known.plain }),
  };
  const threads = startThreads(work, { ...choice.threads, count: countOthers(found, choice) });
  try {
    await lintShare(found, files, { io, choice, linter });
    return [linter.end(), ...(await threads.parts(io.signal))];
  } finally {
    await threads.end();
  }
}

/** None where somebody wants to see the files: they would be in another thread. */
function countOthers({ uris }: FeatureFiles, { threads, onFile, onStory }: LintChoice): number {
  if (onFile !== undefined || onStory !== undefined) return 0;
  return (threads?.count ?? countThreads(uris.length)) - 1;
}

async function lintShare(
  { unreadable, gherkin }: FeatureFiles,
  files: SharedFiles,
  { io, choice, linter }: Pick<Pass, "io" | "choice"> & { readonly linter: PartLinter },
): Promise<void> {
  const lintFile = (file: ProjectFeature, place: number): void => {
    choice.onFile?.(file);
    if (file.reading.kind === "story") choice.onStory?.(file.reading.story);
    linter.lintFile(file, place);
  };
  for (const [index, file] of unreadable.entries()) lintFile(file, index - unreadable.length);
  const progress = makeProgress(io.stderr);
  try {
    do {
      progress.tell(countTaken(files));
      await setImmediate();
      if (io.signal.aborted) throw new InterruptedError("stopped");
    } while (takeFew(files, { gherkin, lintFile }));
  } finally {
    progress.end();
  }
}

/** The settings of the project, or the defaults where it has none. */
export function readLintSettings(config: ProjectConfig): LintSettings {
  if (config.kind === "unreadable") {
    throw new UsageError(`${config.file} cannot be read:\n${config.problem}`);
  }
  const settings = config.kind === "read" ? config.settings.lint : defaultLint;
  const unknown = findUnknownRules(Object.keys(settings.rules), allRules);
  const problems = [...unknown.map(describeUnknown), ...findLowered(settings)];
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

function describeUnknown({ name, nearest }: UnknownRule): ConfigProblem {
  const form = name.includes("/") ? "" : "; rules are named group/name";
  return {
    path: `lint.rules[${JSON.stringify(name)}]`,
    found: "a rule that does not exist",
    allowed: `the rules of docs/lint.md${form}. Did you mean ${JSON.stringify(nearest)}?`,
  };
}

/** Settings of rules whose weight is fixed; a group's setting does not reach those. */
function findLowered({ rules }: LintSettings): readonly ConfigProblem[] {
  return allRules.flatMap(({ id, fixed, severity }) => {
    const wanted = rules[id];
    if (fixed === undefined || wanted === undefined || wanted === severity) return [];
    const path = `lint.rules[${JSON.stringify(id)}]`;
    return [
      { path, found: JSON.stringify(wanted), allowed: `${JSON.stringify(severity)}: ${fixed}` },
    ];
  });
}

const weights: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Whether one weighs as much as the other, or more. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return weights[severity] >= weights[limit];
}

/** Loading definitions runs the project's own files, so it is left out where no rule asks for them. */
async function loadSteps(io: CommandIo, rules: readonly ActiveRule[], choice: LintChoice) {
  if (!rules.some(({ rule }) => rule.usesSteps)) return { rules, known: undefined };
  const reading = await (choice.definitions ?? makeDefinitionsSource(io, choice.config))();
  if (reading.kind === "known") return { rules, known: reading };
  const left = rules.filter((rule) => !isAboutSteps(rule));
  if (left.length === rules.length) return { rules, known: undefined };
  // Left out in silence, a run of cucumber-js that is sure to fail would be green here.
  if (reading.kind === "broken" && choice.config.kind === "read") {
    throw new UsageError(`${reading.problem}\n${wayOutOfBroken}`);
  }
  const reason = reading.kind === "none" ? reading.reason : inOneLine(reading.problem);
  io.stderr.write(`storyproof: the rules steps/* were left out: ${reason}\n`);
  return { rules: left, known: undefined };
}

const wayOutOfBroken =
  'Without them nobody can say which steps have a definition. To go without those rules, write lint: { rules: { "steps/*": "off" } } in the configuration.';

function inOneLine(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
}

/** Where cucumber would load nothing, cucumber itself need not be loaded to see that. */
async function readSteps(io: CommandIo, config: ProjectConfig): Promise<KnownStepsReading> {
  if (config.kind === "none") {
    const patterns = ["cucumber.{js,cjs,mjs,json,yaml,yml}", "features/**/*.{js,cjs,mjs}"];
    const found = await glob(patterns, {
      cwd: io.cwd,
      signal: io.signal,
      // Links that lead to each other are a maze.
      followSymbolicLinks: false,
      ignore: ["**/node_modules/**"],
    });
    const reason = "there are no step definitions and no configuration in this folder.";
    if (found.length === 0) return { kind: "none", reason };
  }
  return await loadKnownSteps(io);
}

function isAboutSteps({ rule }: ActiveRule): boolean {
  return rule.id.startsWith("steps/");
}

/** A file's text as features are read; undefined when it is not there or no text. */
export async function readText(path: string): Promise<string | undefined> {
  const content = await readFile(path).catch(() => undefined);
  const text = content === undefined ? undefined : decodeFeature(content);
  return typeof text === "string" ? text : undefined;
}
