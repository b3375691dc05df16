// `storyproof stories`: what the project's feature files say, as a tree, a table or data.

import { showPlain } from "../lint/excerpt.ts";
import { findDuplicateIds } from "../story/duplicate-ids.ts";
import type { ReadingProblem } from "../story/feature-reading.ts";
import type { Story } from "../story/story.ts";
import { checkTags } from "../tags/check-tags.ts";
import { makeTagParser } from "../tags/parse-tag.ts";
import { readArguments } from "./arguments.ts";
import { wantsColour } from "./colour.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo } from "./io.ts";
import { readProjectConfig } from "./project-config.ts";
import { type FeatureChoice, readProjectFeatures } from "./project-features.ts";
import { listStories, type StoryList } from "./stories-list.ts";
import { renderStoriesTable } from "./stories-table.ts";
import { renderStoriesTree } from "./stories-tree.ts";
import { readTagFilter, tagsOf, tellNothingTagged } from "./tag-filter.ts";

const usage = `Usage: storyproof stories [PATH...] [--tags EXPRESSION] [--table | --json]

Lists the stories: their rules, scenarios and guarantees, with ids and the tags that hold for them.
PATH is a feature file, a folder or a glob. Default: the features of the configuration.

Options:
  --tags EXPRESSION   Only what has these tags: storyproof stories --tags "@smoke and not @planned"
  --table             One line for each scenario, with its id, tier, cases, gates and place.
  --json              As data: see schemas/stories.schema.json.
  --config FILE       The configuration to read. Default: cucumber.js, .cjs or .mjs in this folder.
  --help, -h          Show this.

Exit codes: 0 when every file was read, even if nothing has the tags; 1 when a file or folder cannot be read, a tag is
malformed, or two things have one id, with the rest shown all the same; 2 for wrong usage or configuration, or when there is
no feature file; 3 when the output cannot be written; 130 when stopped.
`;

const options = {
  tags: { type: "string", short: "t" },
  table: { type: "boolean" },
  json: { type: "boolean" },
  config: { type: "string", short: "c" },
  help: { type: "boolean", short: "h" },
} as const;

/** Lists what the arguments ask for; resolves to the exit code. Throws a UsageError for wrong ones. */
export async function runStories(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage, true);
  if (values.help === true) {
    io.stdout.write(usage);
    return exitCodes.ok.code;
  }
  if (values.table === true && values.json === true) {
    throw new UsageError(`--table and --json cannot be had at once.\n\n${usage}`);
  }
  const filter = await readTagFilter(values.tags);
  const config = await readProjectConfig(io.cwd, values.config);
  if (config.kind === "unreadable") {
    throw new UsageError(`${config.file} cannot be read:\n${config.problem}`);
  }
  const { stories, problems } = await readStories(io, { paths: positionals, config });
  const list = listStories(stories, problems, filter);
  if (values.json === true) io.stdout.write(renderJson(list));
  else {
    const render = values.table === true ? renderStoriesTable : renderStoriesTree;
    io.stdout.write(render(list, wantsColour(io.stdout, io.env)));
  }
  tellEmpty(list, stories, io);
  return tellProblems(problems, stories, io) ? exitCodes.refuted.code : exitCodes.ok.code;
}

async function readStories(io: CommandIo, choice: FeatureChoice) {
  const stories: Story[] = [];
  const problems: ReadingProblem[] = [];
  for await (const { reading } of readProjectFeatures(io, choice)) {
    if (reading.kind === "story") stories.push(reading.story);
    else if (reading.kind === "unreadable") problems.push(...reading.problems);
  }
  return { stories, problems };
}

/** Signs that would steer a terminal are written as their codes, which is the same JSON. */
function renderJson(list: StoryList): string {
  const json = JSON.stringify(list, null, 2);
  const steering = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  return `${json.replace(steering, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

function tellEmpty({ counts, tags }: StoryList, all: readonly Story[], io: CommandIo): void {
  if (counts.stories > 0) return;
  if (tags !== undefined) tellNothingTagged(tags, new Set(all.flatMap(tagsOf)), io.stderr);
  else if (counts.unreadable === 0) {
    io.stderr.write("storyproof: there is no story in these files.\n");
  }
}

/** True when there is something to tell. */
function tellProblems(
  problems: readonly ReadingProblem[],
  stories: readonly Story[],
  { stderr }: CommandIo,
): boolean {
  const parse = makeTagParser();
  // A gate that is not understood is none of the guarantees that are listed.
  const malformed = stories.flatMap((story) => checkTags(story, parse));
  for (const { uri, line, column, message, wayOut } of [...problems, ...malformed]) {
    stderr.write(
      `${showPlain(`${uri}:${line}:${column}: ${message}`)}\n    ${showPlain(wayOut)}\n`,
    );
  }
  const duplicates = findDuplicateIds(stories);
  for (const { message, wayOut } of duplicates) {
    stderr.write(`storyproof: ${showPlain(message)}\n    ${showPlain(wayOut)}\n`);
  }
  return problems.length + malformed.length + duplicates.length > 0;
}
