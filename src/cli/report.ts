// `storyproof report`: makes the reports of a run, or of several runs together, from saved cucumber messages.
import { relative, resolve } from "node:path";
import { type MessageFileReading, readMessageFile } from "../evidence/message-file.ts";
import { renderHtml } from "../evidence/render-html.ts";
import { renderJson } from "../evidence/render-json.ts";
import { renderMarkdown } from "../evidence/render-markdown.ts";
import { writeReportFile } from "../evidence/report-output.ts";
import { RunCollector } from "../evidence/run-collector.ts";
import { summariseCounts } from "../evidence/summary.ts";
import type { TruthReport } from "../evidence/truth-report.ts";
import { readArguments } from "./arguments.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";

const usage = `Usage: storyproof report FILE... [--html PATH] [--json PATH] [--markdown PATH]

Makes reports from files that cucumber wrote with --format message:FILE.
Several files (shards, re-runs, in any order) become one report: the latest result of each scenario counts.

Options:
  --html PATH       Write the report as one HTML file.
  --json PATH       Write it as JSON (schema: storyproof/schemas/truth-report.schema.json).
  --markdown PATH   Write it as Markdown, fit for a pull request.
  --help, -h        Show this.

Without a PATH the Markdown goes to the standard output.
Exit codes: 0 when the report was made, whatever its verdict; 2 when a file is missing or holds no messages.
`;

const options = {
  html: { type: "string" },
  json: { type: "string" },
  markdown: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const renderers = { html: renderHtml, json: renderJson, markdown: renderMarkdown } as const;
type Format = keyof typeof renderers;

/** Makes what the arguments ask for; resolves to the exit code. Throws a UsageError for files that are no messages. */
export async function runReport(
  args: readonly string[],
  io: Pick<CommandIo, "cwd" | "stdout" | "stderr">,
): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage, true);
  if (values.help === true) {
    io.stdout.write(usage);
    return exitCodes.ok.code;
  }
  if (positionals.length === 0) throw new UsageError(`no message file was named.\n\n${usage}`);
  const report = await readReport(positionals, io);
  const formats = Object.keys(renderers) as Format[];
  const targets = formats.flatMap((format) => {
    const path = values[format];
    return path === undefined ? [] : [{ format, path: resolve(io.cwd, path) }];
  });
  if (targets.length === 0) io.stdout.write(renderMarkdown(report));
  else writeReports(report, targets, io);
  return exitCodes.ok.code;
}

async function readReport(
  files: readonly string[],
  { cwd, stderr }: Pick<CommandIo, "cwd" | "stderr">,
): Promise<TruthReport> {
  const collector = new RunCollector();
  const complaints: string[] = [];
  for (const file of files) {
    const reading = await readOrExplain(resolve(cwd, file), collector);
    if (typeof reading === "string") complaints.push(`${file}: ${reading}`);
    else {
      complaints.push(...complain(file, reading));
      if (reading.cutAtLine === undefined) continue;
      stderr.write(
        `storyproof: ${file}:${reading.cutAtLine} is cut off; the run was stopped there.\n`,
      );
    }
  }
  if (complaints.length > 0) {
    const remedy = "Name files that cucumber wrote with --format message:FILE.";
    throw new UsageError(`${complaints.join("\n")}\n${remedy}`);
  }
  return collector.finish();
}

async function readOrExplain(
  path: string,
  collector: RunCollector,
): Promise<MessageFileReading | string> {
  try {
    return await readMessageFile(path, collector);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === "ENOENT") return "there is no such file";
    return code === "EISDIR" ? "that is a folder" : `it cannot be read (${code})`;
  }
}

/** As much of a line as tells what it is. */
const longestExcerpt = 100;

function complain(file: string, { messages, problems }: MessageFileReading): readonly string[] {
  if (messages === 0 && problems.length === 0) return [`${file}: the file is empty`];
  return problems.map(({ line, text, problem }) => {
    const excerpt = text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text;
    return `${file}:${line}: this line is no cucumber message: ${problem}\n  ${excerpt}\n  ^`;
  });
}

function writeReports(
  report: TruthReport,
  targets: readonly { readonly format: Format; readonly path: string }[],
  { cwd, stderr }: Pick<CommandIo, "cwd" | "stderr">,
): void {
  const failures = targets.flatMap(
    ({ format, path }) => writeReportFile(path, renderers[format](report)) ?? [],
  );
  if (failures.length > 0) throw new UsageError(failures.join("\n"));
  const places = targets.map(({ path }) => relative(cwd, path) || path).join(", ");
  stderr.write(`storyproof: ${summariseCounts(report.counts)} · ${places}\n`);
}
