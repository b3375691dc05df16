// The feature files of a project, read one after the other. Only one text is held at a time, so that memory does not
// grow with the number of files; what is done with a story is not known here.
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { isAbsolute, relative, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { convertPathToPattern, glob } from "tinyglobby";
import type { FeatureReading } from "../story/feature-reading.ts";
import type { Gherkin } from "../story/gherkin.ts";
import { loadGherkin } from "../story/load-gherkin.ts";
import { decodeFeature, readFeature } from "../story/read-feature.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import type { CommandIo } from "./io.ts";
import type { ProjectConfig } from "./project-config.ts";

export interface ProjectFeature {
  /** Relative to the project's folder, with forward slashes, as cucumber names it. */
  readonly uri: string;
  /** Without byte-order mark; empty when the file is no text. */
  readonly text: string;
  readonly reading: FeatureReading;
}

export interface FeatureChoice {
  /** Files, folders or globs, relative to `io.cwd`; none: what the configuration names. */
  readonly paths: readonly string[];
  readonly config: ProjectConfig;
}

/** Where cucumber looks when nothing is configured. */
const usualFeatures = ["features/**/*.{feature,feature.md}"];

/** After so many files a key or a signal is listened to: some twenty milliseconds of work. */
const filesPerBreath = 32;

/**
 * Reads the chosen feature files, sorted by path.
 * @throws UsageError when a path is not there or no file is found; InterruptedError when the command is stopped
 */
export async function* readProjectFeatures(
  io: Pick<CommandIo, "cwd" | "signal">,
  choice: FeatureChoice,
): AsyncGenerator<ProjectFeature, void, undefined> {
  const uris = await listFeatures(io.cwd, choice);
  const gherkin = await loadGherkin(io.cwd);
  const language = languageOf(choice.config, gherkin);
  for (const [index, uri] of uris.entries()) {
    if (index % filesPerBreath === 0) await setImmediate();
    if (io.signal.aborted) throw new InterruptedError("stopped");
    yield readOpened(openFile(io.cwd, uri), language, gherkin);
  }
}

interface OpenedFile {
  readonly uri: string;
  readonly content: Uint8Array | Error;
}

/** Not in the background: for thousands of small files, switching there and back takes longer than reading. */
function openFile(cwd: string, uri: string): OpenedFile {
  try {
    return { uri, content: readFileSync(resolve(cwd, uri)) };
  } catch (error) {
    return { uri, content: toError(error) };
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function readOpened(
  { uri, content }: OpenedFile,
  language: string,
  gherkin: Gherkin,
): ProjectFeature {
  if (content instanceof Error) return { uri, text: "", reading: refuse(uri, content) };
  const decoded = decodeFeature(content);
  const text = typeof decoded === "string" ? decoded : "";
  const reading = readFeature({ uri, content: text === "" ? content : text, language }, gherkin);
  return { uri, text, reading };
}

function refuse(uri: string, error: Error): FeatureReading {
  const message = `the file cannot be opened (${"code" in error ? error.code : error.message})`;
  const wayOut = "See that it is there and may be read.";
  return { kind: "unreadable", uri, problems: [{ uri, line: 1, column: 1, message, wayOut }] };
}

function languageOf(config: ProjectConfig, { dialects }: Gherkin): string {
  const configured = config.kind === "read" ? config.options.cucumber?.language : undefined;
  if (configured === undefined || Object.hasOwn(dialects, configured)) return configured ?? "en";
  throw new UsageError(
    `cucumber.language: gherkin has no language "${configured}". Write its code, such as "de".`,
  );
}

async function listFeatures(
  cwd: string,
  { paths, config }: FeatureChoice,
): Promise<readonly string[]> {
  const configured = config.kind === "read" ? config.options.features : undefined;
  const wanted = paths.length > 0 ? paths : (configured ?? usualFeatures);
  const patterns = await Promise.all(wanted.map((path) => findPattern(cwd, path)));
  const found = await glob([...patterns], {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore,
  });
  if (found.length === 0) throw new UsageError(explainNothing(wanted, paths.length > 0));
  const uris = found.map((path) => relative(cwd, path).replaceAll("\\", "/"));
  return [...new Set(uris)].sort();
}

const ignore = ["**/node_modules/**"];

/** What is there under this very name is meant, even if the name looks like a glob. */
async function findPattern(cwd: string, path: string): Promise<string> {
  for (const name of [path, path.replace(/(?::\d+)+$/, "")]) {
    const known = await stat(resolve(cwd, name)).catch(() => undefined);
    const pattern = toPattern(name);
    if (known?.isDirectory()) return `${pattern.replace(/\/$/, "")}/**/*.{feature,feature.md}`;
    if (known !== undefined) return pattern;
  }
  if (/[*?{[(!]/.test(path)) return path.replaceAll("\\", "/");
  throw new UsageError(`${path}: there is no such file or folder.`);
}

function toPattern(name: string): string {
  const pattern = convertPathToPattern(name);
  return isAbsolute(name) ? pattern : pattern.replace(/^(?:\.\/)+/, "");
}

function explainNothing(wanted: readonly string[], isNamed: boolean): string {
  const what = `no feature file matches ${wanted.join(", ")}.`;
  const wayOut = isNamed
    ? "Name feature files, folders that hold some, or globs."
    : "Name files or folders as arguments, or set `features` in the configuration; `storyproof init` writes an example.";
  return `${what} ${wayOut}`;
}
