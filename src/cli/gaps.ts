// `storyproof gaps`: story by story, which kinds of guarantee are there and which are missing.
import { resolve } from "node:path";
import type { GapsOptions, GuaranteeKind } from "../config/gaps-options.ts";
import { writeReportFile } from "../evidence/report-output.ts";
import { findIdleExceptions, type IdleException, type StoryName } from "../gaps/exceptions.ts";
import { type GapsChoice, makeStoryLook, reportGaps } from "../gaps/find-gaps.ts";
import type { GapReport, StoryGaps } from "../gaps/gap-report.ts";
import { guaranteeKinds, kindGroups, kindIds } from "../gaps/kinds.ts";
import { showPlain } from "../lint/excerpt.ts";
import { findNearest, readArguments } from "./arguments.ts";
import { wantsColour } from "./colour.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import { renderGapsJson, type UnreadFile } from "./gaps-json.ts";
import { renderGapsMarkdown } from "./gaps-markdown.ts";
import { coloured, plain } from "./gaps-palette.ts";
import { sayTotal } from "./gaps-summary.ts";
import { renderGapsTable } from "./gaps-table.ts";
import type { CommandIo } from "./io.ts";
import { showProgress } from "./lint-progress.ts";
import { type ProjectConfig, readProjectConfig } from "./project-config.ts";
import { type FeatureChoice, readProjectFeatures } from "./project-features.ts";
import { readTagFilter, tagsOf, tellNothingTagged } from "./tag-filter.ts";

const usage = `Usage: storyproof gaps [PATH...] [options]

Shows, story by story, which kinds of guarantee the scenarios stand for and which are missing, without running them.
PATH is a feature file, a folder or a glob. Default: the features of the configuration.

Options:
  --kind KIND         Only this kind, such as unhappy-path or "retry and repetition"; the groups unhappy and permission are
                      several. May be given several times.
  --missing           Only stories that lack one of the kinds shown.
  --tags EXPRESSION   Only scenarios with these tags: storyproof gaps --tags @risk:high
  --why               Every mark with the scenario, the place, and the words that it was given for.
  --format FORMAT     table, json or markdown. Default: table.
  --output FILE       Write it to a file, and only the number of gaps to the terminal.
  --kinds             List the kinds with the questions that they answer, and do nothing else.
  --config FILE       The configuration to read. Default: cucumber.js, .cjs or .mjs in this folder.
  --help, -h          Show this.

Exit codes: 0 whatever is missing, for the project's policy says what must be there (storyproof check); 2 for wrong
usage or configuration, or when there is no feature file; 130 when stopped.
`;

const options = {
  kind: { type: "string", multiple: true },
  missing: { type: "boolean", default: false },
  tags: { type: "string", short: "t" },
  why: { type: "boolean", default: false },
  format: { type: "string", default: "table" },
  output: { type: "string", short: "o" },
  kinds: { type: "boolean", default: false },
  config: { type: "string", short: "c" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Shows what the arguments ask for; resolves to the exit code. Throws a UsageError or ConfigError for what is wrong. */
export async function runGaps(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage, true);
  if (values.help) return print(usage, io);
  if (values.kinds) return print(listKinds(), io);
  const format = readFormat(values.format);
  const kinds = readKinds(values.kind);
  const tags = (await readTagFilter(values.tags))?.expression;
  const config = await readProjectConfig(io.cwd, values.config);
  const choice: GapsChoice = {
    ...readGapsOptions(config),
    ...(tags === undefined ? {} : { tags }),
    ...(kinds === undefined ? {} : { kinds }),
  };
  const { stories, unread, seen } = await lookAtStories(io, { paths: positionals, config }, choice);
  const report = reportGaps(values.missing ? stories.filter(lacksSome) : stories, choice);
  write({ report, unread }, { format, why: values.why, output: values.output }, io);
  tellUnread(unread, io);
  if (tags !== undefined && stories.length === 0) tellNothingTagged(tags, seen.tags, io.stderr);
  if (positionals.length === 0) tellIdle(findIdleExceptions(choice, seen.stories), seen, io);
  return exitCodes.ok.code;
}

function print(text: string, io: CommandIo): number {
  io.stdout.write(text);
  return exitCodes.ok.code;
}

function listKinds(): string {
  const width = Math.max(...kindIds.map((id) => id.length));
  const kinds = guaranteeKinds.map(({ id, question }) => `${id.padEnd(width)}  ${question}`);
  const groups = [...kindGroups].map(([name, members]) => `${name}: ${members.join(", ")}`);
  return `${[...kinds, "", ...groups].join("\n")}\n`;
}

const formats = ["table", "json", "markdown"] as const;
type Format = (typeof formats)[number];

function readFormat(text: string): Format {
  const format = formats.find((one) => one === text);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${text}: there are table, json and markdown.\n\n${usage}`);
}

function readKinds(names: readonly string[] | undefined): readonly GuaranteeKind[] | undefined {
  return names?.flatMap((name) => {
    const group = kindGroups.get(name);
    if (group !== undefined) return group;
    const kind = guaranteeKinds.find(({ id, title }) => id === name || title === name);
    if (kind !== undefined) return kind.id;
    const titles = guaranteeKinds.map(({ title }) => title);
    const nearest = findNearest(name, [...kindIds, ...kindGroups.keys(), ...titles]);
    const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
    throw new UsageError(
      `--kind ${name}: there is no such kind.${hint} \`storyproof gaps --kinds\` lists them all.`,
    );
  });
}

function readGapsOptions(config: ProjectConfig): GapsOptions {
  if (config.kind === "unreadable") {
    throw new UsageError(`${config.file} cannot be read:\n${config.problem}`);
  }
  return config.kind === "read" ? (config.options.gaps ?? {}) : {};
}

interface Looked {
  readonly stories: readonly StoryGaps[];
  readonly unread: readonly UnreadFile[];
  readonly seen: Seen;
}

/** What is there at all, also of stories that were not asked for. */
interface Seen {
  readonly stories: StoryName[];
  readonly tags: Set<string>;
}

async function lookAtStories(
  io: CommandIo,
  features: FeatureChoice,
  choice: GapsChoice,
): Promise<Looked> {
  const look = makeStoryLook(choice);
  const stories: StoryGaps[] = [];
  const unread: UnreadFile[] = [];
  const seen: Seen = { stories: [], tags: new Set() };
  for await (const { reading } of showProgress(readProjectFeatures(io, features), io.stderr)) {
    if (reading.kind === "story") {
      const { id, uri } = reading.story;
      seen.stories.push({ id, uri });
      if (choice.tags !== undefined) for (const name of tagsOf(reading.story)) seen.tags.add(name);
      const found = look(reading.story);
      if (found !== undefined) stories.push(found);
    } else if (reading.kind === "unreadable") {
      for (const { uri, line, message } of reading.problems.slice(0, 1)) {
        unread.push({ uri, line, message });
      }
    }
  }
  return { stories, unread, seen };
}

function lacksSome({ kinds }: StoryGaps): boolean {
  return kinds.some(({ state }) => state === "missing" || state === "planned");
}

interface Result {
  readonly report: GapReport;
  readonly unread: readonly UnreadFile[];
}

interface Form {
  readonly format: Format;
  readonly why: boolean;
  readonly output: string | undefined;
}

function write(result: Result, form: Form, io: CommandIo): void {
  const { output } = form;
  if (output === undefined) {
    io.stdout.write(render(result, form, io));
    return;
  }
  const failure = writeReportFile(resolve(io.cwd, output), render(result, form));
  if (failure !== undefined) throw new UsageError(failure);
  io.stderr.write(`${sayTotal(result.report)} ${output}\n`);
}

/** @param io given when a person may read along */
function render({ report, unread }: Result, { format, why }: Form, io?: CommandIo): string {
  if (format === "json") return renderGapsJson(report, unread);
  if (format === "markdown") return renderGapsMarkdown(report, { why });
  const isColoured = io !== undefined && wantsColour(io.stdout, io.env);
  const columns = io?.stdout.columns;
  const palette = isColoured ? coloured : plain;
  return renderGapsTable(report, { why, palette, ...(columns && { width: columns }) });
}

function tellUnread(unread: readonly UnreadFile[], { stderr }: CommandIo): void {
  for (const { uri, line, message } of unread) {
    const text = `${uri}:${line}: ${message}; of this file nothing is known.`;
    stderr.write(`storyproof: ${showPlain(text)}\n`);
  }
  if (unread.length > 0) stderr.write("storyproof: `storyproof lint` says how to mend them.\n");
}

/** A name with a typing error would let a gap be told as one, or hide none. */
function tellIdle(idle: readonly IdleException[], { stories }: Seen, { stderr }: CommandIo): void {
  for (const { path, name } of idle) {
    const known = stories.map(({ id }) => id);
    const nearest = findNearest(name.replaceAll("*", ""), known);
    const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
    const text = `${path}: no story has an id or a path like ${JSON.stringify(name)}.${hint}`;
    stderr.write(`storyproof: ${showPlain(text)}\n`);
  }
}
