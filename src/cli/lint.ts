// `storyproof lint`: everything that can be said about the stories without running them.
import { resolve } from "node:path";
import { writeReportFile } from "../evidence/report-output.ts";
import { findUnknownRules } from "../lint/active-rules.ts";
import type { Severity } from "../lint/finding.ts";
import { renderGithub } from "../lint/formats/github.ts";
import { renderJson } from "../lint/formats/json.ts";
import { coloured, plain } from "../lint/formats/palette.ts";
import { countFindings, type LintReport } from "../lint/formats/report.ts";
import { renderSarif } from "../lint/formats/sarif.ts";
import { renderSummary, renderText } from "../lint/formats/text.ts";
import { rules } from "../lint/rules.ts";
import { loadGherkin } from "../story/load-gherkin.ts";
import { readArguments } from "./arguments.ts";
import { wantsColour } from "./colour.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";
import { mendFiles, rememberTexts } from "./lint-fix.ts";
import {
  isAtLeast,
  type LintChoice,
  lintProject,
  makeDefinitionsSource,
  readLintSettings,
} from "./lint-project.ts";
import { explainRule, listRules } from "./lint-rules.ts";
import { readPackage } from "./package-file.ts";
import { readProjectConfig } from "./project-config.ts";

const usage = `Usage: storyproof lint [PATH...] [options]

Says what is wrong with the stories, without running them: all files, all problems, in one pass.
PATH is a feature file, a folder or a glob. Default: the features of the configuration.

Options:
  --format FORMAT     text, json, sarif or github. Default: text.
  --output FILE       Write it to a file, and only the summary to the terminal.
  --fix               Mend what can be mended safely: see docs/lint.md.
  --rule ID           Only this rule, or this group as 'language/*'. May be given several times.
  --severity LEVEL    Leave out what weighs less than note, warning or error. Default: note.
  --quiet             The same as --severity error.
  --max-warnings N    Fail when there are more than N warnings. Default: what the configuration says, else any number.
  --config FILE       The configuration to read. Default: cucumber.js, .cjs or .mjs in this folder.
  --rules             List the rules with what they weigh, and do nothing else.
  --explain ID        Show why a rule is there, with a bad and a good example, and do nothing else.
  --help, -h          Show this.

Exit codes: 0 when nothing weighs as an error; 1 when something does, or there are too many warnings; 2 for wrong usage
or configuration, step files that cannot be loaded, or no feature file; 130 when stopped.
`;

const options = {
  format: { type: "string", default: "text" },
  output: { type: "string", short: "o" },
  fix: { type: "boolean", default: false },
  rule: { type: "string", multiple: true },
  severity: { type: "string" },
  quiet: { type: "boolean", default: false },
  "max-warnings": { type: "string" },
  config: { type: "string", short: "c" },
  rules: { type: "boolean", default: false },
  explain: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Lints what the arguments name; resolves to the exit code. Throws a UsageError or ConfigError for what is wrong. */
export async function runLint(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage, true);
  if (values.help) return print(usage, io);
  const format = readFormat(values.format);
  const only = values.rule ?? [];
  checkRuleNames([...only, ...(values.explain === undefined ? [] : [values.explain])]);
  if (values.explain !== undefined) return print(explainRule(values.explain), io);
  const atLeast = readSeverity(values.severity ?? (values.quiet ? "error" : "note"));
  const config = await readProjectConfig(io.cwd, values.config);
  const settings = readLintSettings(config);
  if (values.rules) return print(listRules(settings.rules), io);
  const most = readCount(values["max-warnings"]) ?? settings.maxWarnings;
  // Warnings that are counted are looked for, even where they are not shown.
  const needed = atLeast === "error" && most !== undefined ? "warning" : atLeast;
  const choice = { paths: positionals, config, only, atLeast: needed };
  const report = values.fix ? await lintAndMend(io, choice) : await lintProject(io, choice);
  write(leaveOutLighter(report, atLeast), format, values.output, io);
  return judge(report, most, io);
}

function leaveOutLighter(report: LintReport, atLeast: Severity): LintReport {
  const findings = report.findings.filter(({ severity }) => isAtLeast(severity, atLeast));
  return { ...report, findings };
}

function print(text: string, io: CommandIo): number {
  io.stdout.write(text);
  return exitCodes.ok.code;
}

const formats = ["text", "json", "sarif", "github"] as const;
type Format = (typeof formats)[number];

function readFormat(text: string): Format {
  const format = formats.find((one) => one === text);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${text}: there are text, json, sarif and github.\n\n${usage}`);
}

function readSeverity(text: string): Severity {
  const severity = (["error", "warning", "note"] as const).find((one) => one === text);
  if (severity !== undefined) return severity;
  throw new UsageError(`--severity ${text}: there are error, warning and note.\n\n${usage}`);
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? text : Number(text);
  throw new UsageError(`--max-warnings ${text}: this is no whole number.\n\n${usage}`);
}

function checkRuleNames(names: readonly string[]): void {
  const unknown = findUnknownRules(names, rules);
  if (unknown.length === 0) return;
  const lines = unknown.map(
    ({ name, nearest }) => `there is no rule ${name}. Did you mean ${nearest}?`,
  );
  throw new UsageError([...lines, "`storyproof lint --rules` lists them all."].join("\n"));
}

/** What one mend uncovers, the next pass sees: a comment that silenced what is gone, for example. */
const mostPasses = 10;

async function lintAndMend(io: CommandIo, choice: LintChoice): Promise<LintReport> {
  const gherkin = await loadGherkin(io.cwd);
  const linted = rememberTexts();
  const definitions = makeDefinitionsSource(io, choice.config);
  const once = { ...choice, definitions, onFile: linted.see };
  let report = await lintProject(io, once);
  let total = 0;
  let failures: readonly string[] = [];
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const done = await mendFiles(report.findings, io, gherkin, linted);
    // What failed and is still there fails again.
    failures = done.failures;
    if (done.mended === 0) break;
    total += done.mended;
    report = await lintProject(io, once);
  }
  for (const failure of failures) io.stderr.write(`storyproof: ${failure}\n`);
  return { ...report, mended: total };
}

function write(
  report: LintReport,
  format: Format,
  output: string | undefined,
  io: CommandIo,
): void {
  if (output === undefined) {
    io.stdout.write(render(report, format, wantsColour(io.stdout, io.env)));
    if (format === "github") io.stderr.write(`${renderSummary(report, plain)}\n`);
    return;
  }
  const failure = writeReportFile(resolve(io.cwd, output), render(report, format, false));
  if (failure !== undefined) throw new UsageError(failure);
  io.stderr.write(`${renderSummary(report, plain)} Written to ${output}.\n`);
}

function render(report: LintReport, format: Format, isColoured: boolean): string {
  if (format === "json") return renderJson(report);
  if (format === "github") return renderGithub(report);
  if (format === "sarif") return renderSarif(report, { version: readPackage().version });
  return renderText(report, isColoured ? coloured : plain);
}

function judge({ findings }: LintReport, most: number | undefined, io: CommandIo): number {
  const { error, warning } = countFindings(findings);
  const tooMany = most !== undefined && warning > most;
  const counted = warning === 1 ? "1 warning is" : `${warning} warnings are`;
  if (tooMany) io.stderr.write(`storyproof: ${counted} more than ${most}.\n`);
  return error > 0 || tooMany ? exitCodes.refuted.code : exitCodes.ok.code;
}
