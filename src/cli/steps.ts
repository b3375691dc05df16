// `storyproof steps`: the phrases that a run in this project knows, the team's own included.
import { type Catalogue, makeCatalogue } from "../catalogue/catalogue.ts";
import { readPackagedTopics } from "../catalogue/packaged-topics.ts";
import { makePatternReader } from "../catalogue/pattern-words.ts";
import { renderPhrasesJson } from "../catalogue/render-json.ts";
import { renderCatalogueMarkdown } from "../catalogue/render-markdown.ts";
import { renderCatalogueText, renderFindings } from "../catalogue/render-text.ts";
import { type Finding, searchCatalogue } from "../catalogue/search.ts";
import { readArguments } from "./arguments.ts";
import { UsageError } from "./errors.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CommandIo, TextSink } from "./io.ts";
import { writeEditorFiles } from "./steps-editor.ts";
import { loadStepsProject, type StepsProject, stepsFolder } from "./steps-project.ts";

const usage = `Usage: storyproof steps [WORD...] [--all | --markdown | --json]
       storyproof steps --editor

Shows the phrases that can be written in this project's features, your own included, each with an example.
With words only those that have them, the best first; slips of the pen are forgiven: storyproof steps fill email

Options:
  --all        All that is found: on a terminal the best 15 are shown.
  --markdown   As Markdown, with a heading for each topic.
  --json       As JSON: { "phrases": [{ "pack", "topic", "pattern", "reading", "example", "place" }] }.
  --editor     Write what the Cucumber extensions of VS Code and IntelliJ need to complete and check the packaged
               phrases: .storyproof/steps.js, and cucumber.glue in .vscode/settings.json.
  --help, -h   Show this.

Exit codes: 0 when the phrases were shown, even if none was found; 2 when the configuration or a step file of the
project cannot be loaded.
`;

/** On a terminal: what a person looks through. */
const mostFindings = 15;

const options = {
  all: { type: "boolean" },
  markdown: { type: "boolean" },
  json: { type: "boolean" },
  editor: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Shows or writes what the arguments ask for; resolves to the exit code. Throws a UsageError for a broken project. */
export async function runSteps(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage, true);
  if (values.help === true) {
    io.stdout.write(usage);
    return exitCodes.ok.code;
  }
  const chosen = (["markdown", "json", "editor"] as const).filter((name) => values[name] === true);
  if (chosen.length > 1) {
    const names = chosen.map((name) => `--${name}`).join(" and ");
    throw new UsageError(`${names} cannot be had at once.\n\n${usage}`);
  }
  if (chosen[0] === "editor" && positionals.length > 0) {
    throw new UsageError(`--editor takes no words: it writes all phrases.\n\n${usage}`);
  }
  const project = await loadStepsProject(io);
  if (chosen[0] === "editor") return writeEditorFiles(project, io);
  tellWhenUnconfigured(project, io);
  const catalogue = readCatalogue(project, io.cwd);
  if (positionals.length === 0) showAll(catalogue, chosen[0], io);
  else {
    const readPattern = makePatternReader(project.parameterTypes);
    const found = searchCatalogue(catalogue, positionals, readPattern);
    const most = io.stdout.isTTY === true && values.all !== true ? mostFindings : undefined;
    showFound(found, positionals, { form: chosen[0], most }, io);
  }
  return exitCodes.ok.code;
}

function readCatalogue(project: StepsProject, cwd: string): Catalogue {
  const { definitions, arbitraries, prefix, parameterTypes } = project;
  const packaged = readPackagedTopics();
  return makeCatalogue([...definitions, ...arbitraries], {
    cwd,
    stepsFolder,
    prefix,
    packaged,
    parameterTypes,
  });
}

function tellWhenUnconfigured({ isConfigured }: StepsProject, { stderr }: CommandIo): void {
  if (isConfigured) return;
  stderr.write(
    "storyproof: no configuration made with defineConfig is in this folder, so settings of yours do not count here.\n",
  );
}

type Form = "markdown" | "json" | undefined;

function showAll(catalogue: Catalogue, form: Form, { stdout }: CommandIo): void {
  if (form === "markdown") stdout.write(renderCatalogueMarkdown(catalogue));
  else if (form === "json") stdout.write(renderPhrasesJson(pairsOf(catalogue)));
  else stdout.write(renderCatalogueText(catalogue, { width: widthOf(stdout) }));
}

/** A terminal may be narrower than anybody can read. */
function widthOf({ columns }: TextSink): number | undefined {
  return columns === undefined ? undefined : Math.max(40, columns);
}

function pairsOf(catalogue: Catalogue) {
  return catalogue.flatMap((topic) => topic.phrases.map((phrase) => ({ topic, phrase })));
}

function showFound(
  findings: readonly Finding[],
  words: readonly string[],
  { form, most }: { readonly form: Form; readonly most: number | undefined },
  { stdout, stderr }: CommandIo,
): void {
  if (findings.length === 0) {
    stderr.write(`storyproof: no phrase has "${words.join(" ")}"; without words, all are shown.\n`);
  }
  if (form === "json") stdout.write(renderPhrasesJson(findings));
  else if (form === "markdown") {
    const topics = findings.map(({ topic, phrase }) => ({ ...topic, phrases: [phrase] }));
    stdout.write(renderCatalogueMarkdown(mergeNeighbours(topics)));
  } else {
    stdout.write(renderFindings(findings, { width: widthOf(stdout), most }));
  }
}

/** Under one heading what stands together; the best stay first. */
function mergeNeighbours(topics: Catalogue): Catalogue {
  const merged = new Map<string, Catalogue[number]>();
  for (const topic of topics) {
    const key = `${topic.pack}/${topic.name}`;
    const known = merged.get(key);
    const phrases = [...(known?.phrases ?? []), ...topic.phrases];
    merged.set(key, { ...topic, phrases, description: "" });
  }
  return [...merged.values()];
}
