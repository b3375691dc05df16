// Which feature files are meant: by arguments, else by the configuration. It opens none of them.
import { stat } from "node:fs/promises";
import { extname, relative, resolve } from "node:path";
import { showPlain } from "../lint/excerpt.ts";
import { type Globber, loadGlobber, type Search } from "./cucumber-glob.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import type { CommandIo } from "./io.ts";

export interface FeatureSearch {
  /** Files, folders or globs, relative to `io.cwd`; at least one. */
  readonly wanted: readonly string[];
  /** As arguments: then each should hold something, and a folder holds Markdown too. */
  readonly isNamed: boolean;
}

export interface FoundFeatures {
  /** Relative to `io.cwd`, with forward slashes, each once, sorted. */
  readonly uris: readonly string[];
  /** Folders that cannot be looked into, in the same way, with Node's code: EACCES. */
  readonly unreadable: ReadonlyMap<string, string>;
}

type SearchIo = Pick<CommandIo, "cwd" | "signal" | "stderr">;

/**
 * Looks for the files, and tells on stderr what was named and holds none.
 * @throws UsageError when a path is empty or not there, or there is nothing at all; InterruptedError as soon as the
 *   command is stopped
 */
export async function findFeatures(io: SearchIo, search: FeatureSearch): Promise<FoundFeatures> {
  const { cwd, signal, stderr } = io;
  const toUri = (path: string): string => relative(cwd, path).replaceAll("\\", "/") || ".";
  const unreadable = new Map<string, string>();
  const onUnreadable = (folder: string, code: string) => {
    unreadable.set(toUri(folder), code);
  };
  const globber = await loadGlobber(cwd);
  const finder = { globber, search: { cwd, signal, onUnreadable }, isNamed: search.isNamed };
  const found = await untilStopped(
    Promise.all(search.wanted.map((path) => findWanted(path, finder))),
    signal,
  );
  const uris = [...new Set(found.flat().map(toUri))].sort();
  if (uris.length + unreadable.size === 0) throw new UsageError(explainNothing(search));
  for (const [index, path] of search.wanted.entries()) {
    const isTold = found[index]?.length !== 0 || unreadable.has(toUri(resolve(cwd, path)));
    if (search.isNamed && !isTold) {
      stderr.write(`storyproof: no feature file matches ${showPlain(path)}.\n`);
    }
  }
  return { uris, unreadable };
}

/** A folder on a disk that does not answer is not waited for. */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new InterruptedError("stopped");
  const release = new AbortController();
  const abort = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(stopped);
    signal.addEventListener("abort", () => reject(stopped), { signal: release.signal });
  });
  try {
    const result = await Promise.race([work, abort]);
    // tinyglobby gives what it has by then.
    if (signal.aborted) throw stopped;
    return result;
  } catch (error) {
    throw signal.aborted ? stopped : error;
  } finally {
    release.abort();
  }
}

interface Finder {
  readonly globber: Globber;
  readonly search: Search;
  readonly isNamed: boolean;
}

/** What is there under this very name is meant, even if the name looks like a glob. */
async function findWanted(path: string, finder: Finder): Promise<readonly string[]> {
  const { cwd, onUnreadable } = finder.search;
  if (path.trim() === "") {
    throw new UsageError(
      'a path is empty: "". Leave it out for the features of the configuration, or name one.',
    );
  }
  for (const name of new Set([path, path.replace(/(?::\d+)+$/, "")])) {
    const absolute = resolve(cwd, name);
    const known = await look(absolute);
    if (known === "folder") return await findBelow([absolute], finder);
    if (known === "file") return [absolute];
    if (known !== undefined) {
      onUnreadable(absolute, known.code);
      return [];
    }
  }
  if (/[*?{[(!]/.test(path)) return await findMatching(path, finder);
  throw new UsageError(`${showPlain(path)}: there is no such file or folder.`);
}

type Look = "folder" | "file" | { readonly code: string } | undefined;

/** What is there; its code when that cannot be told, and undefined when nothing is. */
async function look(path: string): Promise<Look> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : { code };
  }
}

async function findBelow(folders: readonly string[], { globber, search, isNamed }: Finder) {
  // In a folder of its configuration, cucumber runs no Markdown.
  const endings = isNamed ? [".feature", ".feature.md"] : [".feature"];
  return folders.length === 0 ? [] : await globber.matchBelow(folders, endings, search);
}

/** As cucumber does it: what has no ending is a folder, and holds features or nothing. */
async function findMatching(pattern: string, finder: Finder): Promise<readonly string[]> {
  const matches = await finder.globber.match(pattern, finder.search);
  const folders = matches.filter((path) => extname(path) === "");
  const files = matches.filter((path) => extname(path) !== "");
  return [...files, ...(await findBelow(folders, finder))];
}

function explainNothing({ wanted, isNamed }: FeatureSearch): string {
  const what = `no feature file matches ${wanted.map(showPlain).join(", ")}.`;
  const wayOut = isNamed
    ? "Name feature files, folders that hold some, or globs."
    : "Name files or folders as arguments, or set `features` in the configuration; `storyproof init` writes an example.";
  return `${what} ${wayOut}`;
}
