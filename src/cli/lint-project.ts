// The project's stories linted with the project's own settings: what `lint` and `check` have in common.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { glob } from "tinyglobby";
import { ConfigError } from "../config/errors.ts";
import { defaultLint, type LintSettings } from "../config/settings.ts";
import { type ActiveRule, chooseRules, findUnknownRules } from "../lint/active-rules.ts";
import type { Severity } from "../lint/finding.ts";
import type { LintReport } from "../lint/formats/report.ts";
import { lintFeatures } from "../lint/lint.ts";
import { rules as allRules } from "../lint/rules.ts";
import { decodeFeature } from "../story/read-feature.ts";
import type { Story } from "../story/story.ts";
import { UsageError } from "./errors.ts";
import type { CommandIo } from "./io.ts";
import { type KnownStepsReading, loadKnownSteps } from "./known-steps.ts";
import { showProgress } from "./lint-progress.ts";
import type { ProjectConfig } from "./project-config.ts";
import { type ProjectFeature, readProjectFeatures } from "./project-features.ts";

export interface LintChoice {
  /** Files, folders, globs; none: what the configuration names. */
  readonly paths: readonly string[];
  readonly config: ProjectConfig;
  /** Only these rules or groups; none: all that are not off. */
  readonly only?: readonly string[];
  /** Findings that weigh less are left out. */
  readonly atLeast?: Severity;
  /** Is given every story that is read. */
  readonly onStory?: (story: Story) => void;
}

/**
 * Lints the chosen files in one pass.
 * @throws UsageError when there are no files; ConfigError when the configuration names a rule that does not exist;
 *   InterruptedError when the command is stopped
 */
export async function lintProject(io: CommandIo, choice: LintChoice): Promise<LintReport> {
  const settings = readLintSettings(choice.config);
  const chosen = chooseRules(allRules, settings.rules, choice.only);
  const heavy = chosen.filter(({ severity }) => isAtLeast(severity, choice.atLeast ?? "note"));
  const { rules, steps } = await loadSteps(io, heavy, choice.config);
  const features = watchStories(readProjectFeatures(io, choice), choice.onStory);
  const result = await lintFeatures(showProgress(features, io.stderr), {
    rules,
    allRules,
    context: {
      vagueWords: settings.vagueWords,
      isPartial: choice.paths.length > 0,
      ...(steps === undefined ? {} : { steps }),
    },
    readText: (uri) => readText(resolve(io.cwd, uri)),
  });
  return { ...result, rules, mended: 0 };
}

async function* watchStories(
  features: AsyncIterable<ProjectFeature>,
  onStory: LintChoice["onStory"],
): AsyncGenerator<ProjectFeature, void> {
  for await (const feature of features) {
    if (feature.reading.kind === "story") onStory?.(feature.reading.story);
    yield feature;
  }
}

/** The settings of the project, or the defaults where it has none. */
export function readLintSettings(config: ProjectConfig): LintSettings {
  if (config.kind === "unreadable") {
    throw new UsageError(`${config.file} cannot be read:\n${config.problem}`);
  }
  const settings = config.kind === "read" ? config.settings.lint : defaultLint;
  const unknown = findUnknownRules(Object.keys(settings.rules), allRules);
  if (unknown.length === 0) return settings;
  throw new ConfigError(
    unknown.map(({ name, nearest }) => ({
      path: `lint.rules[${JSON.stringify(name)}]`,
      found: "a rule that does not exist",
      allowed: `the rules of docs/lint.md. Did you mean ${JSON.stringify(nearest)}?`,
    })),
  );
}

const weights: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

function isAtLeast(severity: Severity, limit: Severity): boolean {
  return weights[severity] >= weights[limit];
}

/** Loading definitions runs the project's own files, so it is left out where no rule asks for them. */
async function loadSteps(io: CommandIo, rules: readonly ActiveRule[], config: ProjectConfig) {
  if (!rules.some(asksForSteps)) return { rules, steps: undefined };
  const reading = await readSteps(io, config);
  if (reading.kind === "known") return { rules, steps: reading.steps };
  io.stderr.write(`storyproof: the rules steps/* were left out: ${reading.reason}\n`);
  return { rules: rules.filter((rule) => !asksForSteps(rule)), steps: undefined };
}

/** Where cucumber would load nothing, cucumber itself need not be loaded to see that. */
async function readSteps(io: CommandIo, config: ProjectConfig): Promise<KnownStepsReading> {
  if (config.kind === "none") {
    const patterns = ["cucumber.{js,cjs,mjs,json,yaml,yml}", "features/**/*.{js,cjs,mjs}"];
    const found = await glob(patterns, { cwd: io.cwd, ignore: ["**/node_modules/**"] });
    const reason = "there are no step definitions and no configuration in this folder.";
    if (found.length === 0) return { kind: "none", reason };
  }
  return await loadKnownSteps(io);
}

function asksForSteps({ rule }: ActiveRule): boolean {
  return rule.id.startsWith("steps/");
}

/** A file's text as features are read; undefined when it is not there or no text. */
export async function readText(path: string): Promise<string | undefined> {
  const content = await readFile(path).catch(() => undefined);
  const text = content === undefined ? undefined : decodeFeature(content);
  return typeof text === "string" ? text : undefined;
}
