// The feature files of a project, read one after the other. Only one text is held at a time, so that memory does not
// grow with the number of files; what is done with a story is not known here.
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { FeatureReading } from "../story/feature-reading.ts";
import type { Gherkin } from "../story/gherkin.ts";
import { loadGherkin } from "../story/load-gherkin.ts";
import { decodeFeature, readFeature } from "../story/read-feature.ts";
import { readPlainConfig } from "./cucumber-config.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import { findFeatures } from "./feature-search.ts";
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
export const filesPerBreath = 32;

type ReadingIo = Pick<CommandIo, "cwd" | "env" | "signal" | "stderr">;

/** The files of a project, none of them open yet. */
export interface FeatureFiles {
  /** Sorted by path. */
  readonly uris: readonly string[];
  /** Folders that cannot be looked into. */
  readonly unreadable: readonly ProjectFeature[];
  /** Gherkin's name of the language of files that name none. */
  readonly language: string;
  readonly gherkin: Gherkin;
}

/**
 * Finds the chosen feature files. What was named and holds no feature is told on stderr.
 * @throws UsageError when a path is not there or no file is found; InterruptedError when the command is stopped
 */
export async function findFeatureFiles(
  io: ReadingIo,
  { paths, config }: FeatureChoice,
): Promise<FeatureFiles> {
  const configured = await readConfigured(io, config);
  const wanted = paths.length > 0 ? paths : configured.features;
  const { uris, unreadable } = await findFeatures(io, { wanted, isNamed: paths.length > 0 });
  const refused = [...unreadable].map(([uri, code]) => {
    return { uri, text: "", reading: refuse(uri, `the folder cannot be opened (${code})`) };
  });
  const gherkin = await loadGherkin(io.cwd);
  const language = checkLanguage(configured.language, gherkin);
  return { uris, unreadable: refused, language, gherkin };
}

/** One of them, opened and read. */
export function readFeatureFile(
  cwd: string,
  uri: string,
  { language, gherkin }: Pick<FeatureFiles, "language" | "gherkin">,
): ProjectFeature {
  return readOpened(openFile(cwd, uri), language, gherkin);
}

/** Reads the chosen feature files, unreadable folders first; throws as findFeatureFiles does. */
export async function* readProjectFeatures(
  io: ReadingIo,
  choice: FeatureChoice,
): AsyncGenerator<ProjectFeature, void, undefined> {
  const files = await findFeatureFiles(io, choice);
  yield* files.unreadable;
  for (const [index, uri] of files.uris.entries()) {
    if (index % filesPerBreath === 0) await setImmediate();
    if (io.signal.aborted) throw new InterruptedError("stopped");
    yield readFeatureFile(io.cwd, uri, files);
  }
}

interface Configured {
  readonly features: readonly string[];
  readonly language: string | undefined;
}

/** What cucumber would run, in which language: of defineConfig, else of cucumber's own configuration. */
async function readConfigured(io: ReadingIo, config: ProjectConfig): Promise<Configured> {
  if (config.kind === "read") {
    const { features, cucumber } = config.options;
    return { features: features ?? usualFeatures, language: cucumber?.language };
  }
  const plain = config.kind === "none" ? await readPlainConfig(io, config.file) : undefined;
  const features = plain?.paths.filter((path) => path !== "") ?? [];
  return { features: features.length > 0 ? features : usualFeatures, language: plain?.language };
}

interface OpenedFile {
  readonly uri: string;
  /** Or why there is none. */
  readonly content: Uint8Array | string;
}

/** Not in the background: for thousands of small files, switching there and back takes longer than reading. */
function openFile(cwd: string, uri: string): OpenedFile {
  try {
    return { uri, content: readPlainFile(resolve(cwd, uri)) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // A socket cannot even be opened.
    if (code === "ENXIO") return { uri, content: noText };
    return { uri, content: `the file cannot be opened (${code ?? message})` };
  }
}

const noText = "it is not a file with text in it";

/** A pipe may have no end, and nothing could stop the wait for it: it is opened without waiting, and not read. */
function readPlainFile(path: string): Uint8Array | string {
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NONBLOCK);
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : noText;
  } finally {
    closeSync(file);
  }
}

function readOpened(
  { uri, content }: OpenedFile,
  language: string,
  gherkin: Gherkin,
): ProjectFeature {
  if (typeof content === "string") return { uri, text: "", reading: refuse(uri, content) };
  const decoded = decodeFeature(content);
  const text = typeof decoded === "string" ? decoded : "";
  const reading = readFeature({ uri, content: text === "" ? content : text, language }, gherkin);
  return { uri, text, reading };
}

function refuse(uri: string, message: string): FeatureReading {
  const wayOut = "See that it is there and may be read.";
  return { kind: "unreadable", uri, problems: [{ uri, line: 1, column: 1, message, wayOut }] };
}

function checkLanguage(configured: string | undefined, { dialects }: Gherkin): string {
  if (configured === undefined || Object.hasOwn(dialects, configured)) return configured ?? "en";
  throw new UsageError(
    `cucumber.language: gherkin has no language "${configured}". Write its code, such as "de".`,
  );
}
