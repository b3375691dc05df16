// Files that a feature names. Only those of the project, and those that the scenario made: a specification must not
// be able to send or read anything else.
import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { StoryError } from "../src/journey/story-error.ts";
import type { StoryWorld } from "../src/journey/world.ts";
import { findMadeFile } from "./made-files.ts";

/** Read as a whole into memory; larger ones are for uploads through a page, which reads them piece by piece. */
const mostBytesRead = 256 * 1024 ** 2;

/** The absolute path of a file of the scenario or below the folder of the run. Throws when it is no such file. */
export function projectFile(path: string, world: StoryWorld): string {
  const found = findProjectFile(path, world);
  if (found !== undefined) return found;
  throw new StoryError(
    `There is no file ${path}. Paths are seen from ${realpathSync(process.cwd())}.`,
  );
}

/** As `projectFile`; undefined when nothing is there. */
export function findProjectFile(path: string, world: StoryWorld): string | undefined {
  const made = findMadeFile(world, path);
  if (made !== undefined) return made;
  const root = realpathSync(process.cwd());
  const absolute = realPath(resolve(root, path));
  // Before it is said whether something is there: what lies outside is nobody's business.
  demandBelow(root, absolute ?? resolve(root, path), path);
  if (absolute !== undefined && !statSync(absolute).isFile()) {
    throw new StoryError(
      `${path} is not a file (it is ${statSync(absolute).isDirectory() ? "a folder" : "a device or a pipe"}).`,
    );
  }
  return absolute;
}

function demandBelow(root: string, absolute: string, path: string): void {
  const below = relative(root, absolute);
  if (!/^\.\.(?:[/\\]|$)/.test(below) && !isAbsolute(below)) return;
  throw new StoryError(
    `The file ${path} lies outside the project (${root}); only files below it can be sent or read.`,
  );
}

export function readProjectFile(path: string, world: StoryWorld): Uint8Array {
  const absolute = projectFile(path, world);
  const { size } = statSync(absolute);
  if (size <= mostBytesRead) return readFileSync(absolute);
  throw new StoryError(
    `The file ${path} has ${size} bytes; at most ${mostBytesRead} (256 MB) are read for a request or a check.`,
  );
}

/** Links are followed, so that one inside the project cannot lead out of it. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
