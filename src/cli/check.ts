// `storyproof check`: lint and policy together, for CI.
import { resolve } from "node:path";
import { writeReportFile } from "../evidence/report-output.ts";
import { listSignals } from "../gaps/read-signals.ts";
import { findUnknownRules } from "../lint/active-rules.ts";
import type { Severity } from "../lint/finding.ts";
import { renderGithub } from "../lint/formats/github.ts";
import { coloured, plain } from "../lint/formats/palette.ts";
import { countFindings } from "../lint/formats/report.ts";
import { renderSarif } from "../lint/formats/sarif.ts";
import { renderSummary, renderText } from "../lint/formats/text.ts";
import { unreadableFile } from "../lint/rules/structure/unreadable-file.ts";
import { rules as lintRules } from "../lint/rules.ts";
import { judgePolicy } from "../policy/judge-policy.ts";
import type { Policy } from "../policy/policy.ts";
import type { Story } from "../story/story.ts";
import { readArguments } from "./arguments.ts";
import { readSavedDurations } from "./check-evidence.ts";
import { renderCheckJson } from "./check-json.ts";
import { renderCheckMarkdown } from "./check-markdown.ts";
import { findPolicyProblems, makePolicyHome, readProjectPolicy } from "./check-policy.ts";
import { type CheckReport, mergeReports, waiverRuleIds } from "./check-report.ts";
import { summarisePolicy } from "./check-summary.ts";
import { wantsColour } from "./colour.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";
import { lintProject, readLintSettings, readText } from "./lint-project.ts";
import { readPackage } from "./package-file.ts";
import { type ProjectConfig, readProjectConfig } from "./project-config.ts";

const usage = `Usage: storyproof check [PATH...] [options]

Judges the stories by the rules of lint and by the policy of the configuration, without running them: for CI.
PATH is a feature file, a folder or a glob. Default: the features of the configuration. Rules of the policy that need
all stories are left out when paths are named.

Options:
  --format FORMAT     text, json, sarif, github or markdown. Default: text.
  --output FILE       Write it to a file, and only the summary to the terminal.
  --evidence FILE     What a run saved: a truth report or cucumber messages, for running times. May be given several
                      times. Default: the report that the configuration names, when it is there.
  --rule ID           Only this rule, or this group as 'policy/*' or 'language/*' (in quotes, or the shell reads
                      the star). May be given several times.
  --severity LEVEL    Leave out what weighs less than note, warning or error. Default: note.
  --quiet             The same as --severity error.
  --max-warnings N    Fail when there are more than N warnings. Default: what the configuration says, else any number.
  --config FILE       The configuration to read. Default: cucumber.js, .cjs or .mjs in this folder.
  --help, -h          Show this.

Exit codes: 0 when nothing weighs as an error; 1 when something does, a waiver has expired, or there are too many
warnings; 2 for wrong usage, configuration or policy, or when there is no feature file; 130 when stopped.
`;

const options = {
  format: { type: "string", default: "text" },
  output: { type: "string", short: "o" },
  evidence: { type: "string", multiple: true },
  rule: { type: "string", multiple: true },
  severity: { type: "string" },
  quiet: { type: "boolean", default: false },
  "max-warnings": { type: "string" },
  config: { type: "string", short: "c" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Checks what the arguments name; resolves to the exit code.
 * @param now the day that waivers are held against
 * @throws UsageError or ConfigError for what is wrong in the command line, the configuration or the policy
 */
export async function runCheck(
  args: readonly string[],
  io: CommandIo,
  now: () => Date = () => new Date(),
): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage, true);
  if (values.help) {
    io.stdout.write(usage);
    return exitCodes.ok.code;
  }
  const format = pick("--format", values.format, formats);
  const severity = values.severity ?? (values.quiet ? "error" : "note");
  const atLeast = pick("--severity", severity, severities);
  const config = await readProjectConfig(io.cwd, values.config, (written, problems) =>
    findPolicyProblems(io.cwd, written, problems),
  );
  const most = readCount(values["max-warnings"]) ?? readLintSettings(config).maxWarnings;
  const policy = await readProjectPolicy(io.cwd, config);
  const wanted = choosePolicy(policy, values.rule ?? []);
  if (policy.rules.length === 0) tellNoPolicy(config, io);
  const choice = { paths: positionals, only: values.rule ?? [] };
  const evidence = values.evidence ?? [];
  // Warnings that are counted are looked for, even where they are not shown.
  const needed = atLeast === "error" && most !== undefined ? "warning" : atLeast;
  const whole = { ...choice, atLeast: needed, config, policy: wanted, evidence, now: now() };
  const report = await check(io, whole);
  const isShown = atLeastAs(atLeast);
  const shown = {
    ...report,
    findings: report.findings.filter(isShown),
    silenced: report.silenced.filter(({ finding }) => isShown(finding)),
  };
  write(shown, format, values.output, io);
  return judge(report, most, io);
}

const formats = ["text", "json", "sarif", "github", "markdown"] as const;
type Format = (typeof formats)[number];
const severities = ["error", "warning", "note"] as const;

function atLeastAs(limit: Severity): (finding: { readonly severity: Severity }) => boolean {
  const weights = severities.slice(0, severities.indexOf(limit) + 1);
  return ({ severity }) => weights.includes(severity);
}

function pick<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  throw new UsageError(`${option} ${text}: there are ${known.join(", ")}.\n\n${usage}`);
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? text : Number(text);
  throw new UsageError(`--max-warnings ${text}: this is no whole number.\n\n${usage}`);
}

/** The rules that the names mean, and the waivers when there are any. */
function choosePolicy(policy: Policy, names: readonly string[]): Policy {
  if (names.length === 0) return policy;
  const known = [...policy.rules.map(({ id }) => `policy/${id}`), ...waiverRuleIds];
  const all = [...lintRules, ...known.map((id) => ({ id }))];
  const unknown = findUnknownRules(names, all);
  if (unknown.length > 0) {
    throw new UsageError(
      unknown
        .map(({ name, nearest }) => `there is no rule ${name}. Did you mean ${nearest}?`)
        .join("\n"),
    );
  }
  const rules = policy.rules.filter(
    ({ id }) => names.includes("policy/*") || names.includes(`policy/${id}`),
  );
  const isAsked = rules.length > 0 || names.some((name) => name.startsWith("waiver/"));
  return { rules, waivers: isAsked ? policy.waivers : [] };
}

function tellNoPolicy(config: ProjectConfig, { stderr }: CommandIo): void {
  const why =
    config.kind === "read"
      ? `${config.file} states no policy`
      : "no configuration made with defineConfig is in this folder";
  stderr.write(`storyproof: ${why}, so only the rules of lint are checked.\n`);
}

interface CheckChoice {
  readonly paths: readonly string[];
  readonly only: readonly string[];
  readonly atLeast: Severity;
  readonly config: ProjectConfig;
  readonly policy: Policy;
  readonly evidence: readonly string[];
  readonly now: Date;
}

async function check(io: CommandIo, choice: CheckChoice): Promise<CheckReport> {
  const { config, policy, only, now } = choice;
  const saved = await readSavedDurations(io, choice.evidence, config, policy);
  const stories: Story[] = [];
  const lint = await lintProject(io, {
    ...choice,
    // Else what is in an unreadable file would seem to keep every rule.
    config: demandReadable(config),
    only: only.length === 0 ? only : [...only, unreadableFile.id],
    onStory: (story) => stories.push(story),
  });
  const judgement = judgePolicy(policy, {
    stories,
    isWhole: choice.paths.length === 0,
    today: now.toISOString().slice(0, 10),
    saved,
    signals: listSignals((config.kind === "read" ? config.options.gaps : undefined) ?? {}),
    home: makePolicyHome(io.cwd, config),
  });
  const findings = judgement.findings.filter(atLeastAs(choice.atLeast));
  const read = (uri: string) => readText(resolve(io.cwd, uri));
  return await mergeReports(lint, { ...judgement, findings }, read);
}

/** The same settings, but that an unreadable file cannot be switched off: it is left out of `features` instead. */
function demandReadable(config: ProjectConfig): ProjectConfig {
  if (config.kind !== "read") return config;
  const { lint } = config.settings;
  const wanted = lint.rules[unreadableFile.id] ?? lint.rules["structure/*"];
  if (wanted !== "off") return config;
  const rules = { ...lint.rules, [unreadableFile.id]: unreadableFile.severity };
  return { ...config, settings: { ...config.settings, lint: { ...lint, rules } } };
}

function write(
  report: CheckReport,
  format: Format,
  output: string | undefined,
  io: CommandIo,
): void {
  const summary = [renderSummary(report, plain), ...summarisePolicy(report)].join("\n");
  if (output === undefined) {
    io.stdout.write(render(report, format, wantsColour(io.stdout, io.env)));
    if (format === "github") io.stderr.write(`${summary}\n`);
    return;
  }
  const failure = writeReportFile(resolve(io.cwd, output), render(report, format, false));
  if (failure !== undefined) throw new UsageError(failure);
  io.stderr.write(`${summary}\nWritten to ${output}.\n`);
}

function render(report: CheckReport, format: Format, isColoured: boolean): string {
  if (format === "json") return renderCheckJson(report);
  if (format === "github") return renderGithub(report);
  if (format === "markdown") return renderCheckMarkdown(report);
  if (format === "sarif") return renderSarif(report, { version: readPackage().version });
  const text = renderText(report, isColoured ? coloured : plain);
  return [text, ...summarisePolicy(report).map((line) => `${line}\n`)].join("");
}

function judge(report: CheckReport, most: number | undefined, io: CommandIo): number {
  const broken = report.policy.rules.filter(({ state }) => state === "broken");
  if (broken.length > 0) {
    const names = broken.map(({ rule }) => rule.id).join(", ");
    io.stderr.write(`storyproof: rules that could not be judged: ${names}.\n`);
    return exitCodes.usage.code;
  }
  const { error, warning } = countFindings(report.findings);
  const tooMany = most !== undefined && warning > most;
  if (tooMany) io.stderr.write(`storyproof: ${warning} warnings are more than ${most}.\n`);
  return error > 0 || tooMany ? exitCodes.refuted.code : exitCodes.ok.code;
}
