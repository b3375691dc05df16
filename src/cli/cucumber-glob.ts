// Finds files as the project's own cucumber does: with the copy of glob that it uses, so that links, dots and braces
// mean the same. A cucumber without one (13 has none) gets tinyglobby. What the files are for is not known here.
import fs from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { findCucumber } from "../story/load-gherkin.ts";

export interface Search {
  /** Absolute. */
  readonly cwd: string;
  /** Ends the search; what was found by then does not count. */
  readonly signal: AbortSignal;
  /** Is told of every folder that cannot be looked into, with Node's code, such as EACCES. */
  readonly onUnreadable: (folder: string, code: string) => void;
}

/** Both give absolute paths in no order, without what is in a folder `node_modules` that is not named itself. */
export interface Globber {
  /** What a pattern matches, folders too. */
  readonly match: (pattern: string, search: Search) => Promise<readonly string[]>;
  /** What lies below these folders, however they are called, and ends so. */
  readonly matchBelow: (
    folders: readonly string[],
    endings: readonly string[],
    search: Search,
  ) => Promise<readonly string[]>;
}

/** As much of the glob package as is needed, from version 9 on. */
interface GlobLibrary {
  glob(patterns: string | string[], options: object): Promise<string[]>;
  escape(text: string, options: object): string;
}

interface Entry {
  readonly name: string;
}

/** @param cwd absolute path of the project's folder */
export async function loadGlobber(cwd: string): Promise<Globber> {
  const requireGlob = createRequire(findCucumber(cwd));
  const { dependencies } = requireGlob("./package.json") as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  // Another's glob may lie above it, of any version.
  if (dependencies?.["glob"] === undefined) return await loadTinyglobby();
  const { default: library }: { readonly default: GlobLibrary } = await import(
    pathToFileURL(requireGlob.resolve("glob")).href
  );
  return useGlob(library);
}

function useGlob({ glob, escape: escapePath }: GlobLibrary): Globber {
  const isPackages = ({ name }: Entry): boolean => name === "node_modules";
  const optionsOf = ({ cwd, signal, onUnreadable }: Search) => ({
    cwd,
    signal,
    absolute: true,
    windowsPathsNoEscape: true,
    ignore: { ignored: isPackages, childrenIgnored: isPackages },
    fs: watchFolders(onUnreadable),
  });
  return {
    match: (pattern, search) => glob(pattern, optionsOf(search)),
    matchBelow: (folders, endings, search) => {
      const patterns = folders.flatMap((folder) => {
        const escaped = escapePath(folder, { windowsPathsNoEscape: true });
        return endings.map((ending) => `${escaped}/**/*${ending}`);
      });
      return glob(patterns, { ...optionsOf(search), nobrace: true });
    },
  };
}

/** Links to folders are not followed: there it would go round in circles. */
export async function loadTinyglobby(): Promise<Globber> {
  const { convertPathToPattern, glob } = await import("tinyglobby");
  const optionsOf = ({ cwd, signal, onUnreadable }: Search) => ({
    cwd,
    signal,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
    fs: watchFolders(onUnreadable),
  });
  return {
    match: (pattern, search) =>
      glob(pattern.replaceAll("\\", "/"), { ...optionsOf(search), onlyFiles: false }),
    matchBelow: (folders, endings, search) => {
      const patterns = folders.flatMap((folder) => {
        const escaped = convertPathToPattern(folder).replace(/\/$/, "");
        return endings.map((ending) => `${escaped}/**/*${ending}`);
      });
      return glob(patterns, optionsOf(search));
    },
  };
}

/** Not there, or no folder: that is what a search is for. */
const harmless: readonly (string | undefined)[] = ["ENOENT", "ENOTDIR", "ELOOP"];

type Listed = (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void;

/** Libraries of globs pass over what they may not read. */
function watchFolders(onUnreadable: Search["onUnreadable"]): { readdir: typeof fs.readdir } {
  const readdir = (path: string, options: { withFileTypes: true }, listed: Listed): void => {
    fs.readdir(path, options, (error, entries) => {
      if (error !== null && !harmless.includes(error.code)) {
        onUnreadable(path, error.code ?? error.message);
      }
      listed(error, entries);
    });
  };
  return { readdir: readdir as typeof fs.readdir };
}
