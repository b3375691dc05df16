// What earlier runs measured, read from what they saved: truth reports, or cucumber messages.
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readMessageFile } from "../evidence/message-file.ts";
import { RunCollector } from "../evidence/run-collector.ts";
import type { CaseReport, TruthReport } from "../evidence/truth-report.ts";
import type { Demand, Policy } from "../policy/policy.ts";
import type { SavedDuration, SavedDurations } from "../policy/running-time.ts";
import { UsageError } from "./errors.ts";
import type { CommandIo } from "./io.ts";
import { readPackage } from "./package-file.ts";
import type { ProjectConfig } from "./project-config.ts";

/**
 * The durations of all cases in the named files; without any, in the report that a run of this project leaves.
 * A later file counts more than an earlier one. A report that nobody named and that holds no evidence hides nothing of
 * what is found: its running times are not known, which is told on the standard error.
 * @throws UsageError for a named file that is not there or holds no evidence
 */
export async function readSavedDurations(
  io: Pick<CommandIo, "cwd" | "stderr">,
  named: readonly string[],
  config: ProjectConfig,
  { rules }: Policy,
): Promise<SavedDurations> {
  // What nobody asks for is not read, unless somebody names it.
  const isAsked = rules.some((rule) => rule.kind === "data" && rule.demands.some(isTimeLimit));
  if (!isAsked && named.length === 0) return new Map();
  return named.length > 0 ? await readNamed(io.cwd, named) : await readUsual(io, config);
}

async function readNamed(cwd: string, files: readonly string[]): Promise<SavedDurations> {
  const durations = new Map<string, SavedDuration>();
  for (const file of files) {
    const report = await readEvidence(`--evidence ${file}`, resolve(cwd, file));
    for (const one of listCases(report)) durations.set(one.id, readDuration(one));
  }
  return durations;
}

async function readUsual(
  { cwd, stderr }: Pick<CommandIo, "cwd" | "stderr">,
  config: ProjectConfig,
): Promise<SavedDurations> {
  const file = findUsual(cwd, config);
  if (file === undefined) return new Map();
  try {
    const report = await readEvidence(file, resolve(cwd, file));
    return new Map(listCases(report).map((one) => [one.id, readDuration(one)]));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [problem] = error.message.split("\n");
    stderr.write(`storyproof: running times are not known. ${problem}\n`);
    return new Map();
  }
}

function isTimeLimit({ kind }: Demand): boolean {
  return kind === "time-limit";
}

function findUsual(cwd: string, config: ProjectConfig): string | undefined {
  if (config.kind !== "read") return undefined;
  const { folder, json, messages } = config.settings.reports;
  const usual = [json, messages].flatMap((name) => (name === false ? [] : [join(folder, name)]));
  return usual.find((path) => existsSync(resolve(cwd, path)));
}

async function readEvidence(file: string, path: string): Promise<TruthReport> {
  try {
    return (await holdsMessages(path)) ? await readMessages(file, path) : await readReport(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof UsageError) throw error;
    const why = code === "ENOENT" ? "there is no such file" : message;
    throw new UsageError(
      `${file}: ${why}.\nName a truth report (reports/truth.json), or a file that cucumber wrote with --format message:FILE.`,
    );
  }
}

/** A line of messages is a document of its own, with one field. */
async function holdsMessages(path: string): Promise<boolean> {
  const lines = createInterface({ input: createReadStream(path, { encoding: "utf8" }) });
  try {
    for await (const line of lines) {
      if (line.trim() !== "") return isMessage(line);
    }
    throw new Error("the file is empty");
  } finally {
    lines.close();
  }
}

function isMessage(line: string): boolean {
  try {
    const fields = Object.keys(Object(JSON.parse(line.replace(/^\uFEFF/, ""))));
    return fields.length === 1;
  } catch {
    return false;
  }
}

async function readMessages(file: string, path: string): Promise<TruthReport> {
  const collector = new RunCollector();
  const { problems } = await readMessageFile(path, collector);
  const [first] = problems;
  if (first === undefined) return collector.finish();
  throw new UsageError(
    `${file}:${first.line}: this line is no cucumber message: ${first.problem}.`,
  );
}

async function readReport(path: string): Promise<TruthReport> {
  const report: unknown = parseJson((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  const schema = join(readPackage().folder, "schemas/truth-report.schema.json");
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile<TruthReport>(JSON.parse(await readFile(schema, "utf8")));
  if (validate(report)) return report;
  const [problem] = validate.errors ?? [];
  throw new Error(`this is no truth report: ${problem?.instancePath || "it"} ${problem?.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("this is neither a truth report nor cucumber messages");
  }
}

function listCases({ stories }: TruthReport): readonly CaseReport[] {
  return stories
    .flatMap((story) => [...story.scenarios, ...story.rules.flatMap((rule) => rule.scenarios)])
    .flatMap((scenario) => scenario.cases);
}

function readDuration({ attempts, contentHash, guarantees }: CaseReport): SavedDuration {
  const held = attempts.findLast(({ status }) => status === "passed");
  const measurable = guarantees.filter(({ kind }) => kind !== "behaviour");
  return {
    ...(held === undefined ? {} : { durationMs: held.durationMs }),
    contentHash,
    isMeasured:
      measurable.length > 0 && measurable.every(({ reason }) => reason?.kind !== "not-measured"),
  };
}
