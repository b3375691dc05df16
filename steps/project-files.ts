// Files that a feature names. Only those of the project: a specification must not be able to send anything else.
import { readFileSync, realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

/** The absolute path of a file below the folder of the run. Throws when it lies elsewhere or is not there. */
export function projectFile(path: string): string {
  const root = realpathSync(process.cwd());
  const absolute = realPath(resolve(root, path));
  if (absolute === undefined) {
    throw new Error(`There is no file ${path}. Paths are seen from ${root}.`);
  }
  const below = relative(root, absolute);
  if (below.startsWith("..") || isAbsolute(below)) {
    throw new Error(
      `The file ${path} lies outside the project (${root}); only files below it can be sent.`,
    );
  }
  return absolute;
}

export function readProjectFile(path: string): Uint8Array {
  return readFileSync(projectFile(path));
}

/** Links are followed, so that one inside the project cannot lead out of it. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
