// What the command needs to know of its own package.json: it is found by walking up, because the sources and the
// compiled files lie at different depths below it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface PackageFacts {
  readonly version: string;
  /** Absolute path of the package's folder. */
  readonly folder: string;
  /** Where defects are reported; absent when package.json names no place. */
  readonly reportTo: string | undefined;
}

/** Facts of the storyproof package that this file is part of. Throws when there is none, which is a broken install. */
export function readPackage(from: string = fileURLToPath(import.meta.url)): PackageFacts {
  const folder = dirname(from);
  if (folder === from) throw new Error("package.json of storyproof was not found above its files");
  const found = readPackageFile(join(folder, "package.json"));
  if (found?.name !== "storyproof") return readPackage(folder);
  const bugs = typeof found.bugs === "string" ? found.bugs : found.bugs?.url;
  return { version: found.version, folder, reportTo: bugs ?? found.homepage };
}

interface PackageFile {
  readonly name?: string;
  readonly version: string;
  readonly homepage?: string;
  readonly bugs?: string | { readonly url?: string };
}

function readPackageFile(path: string): PackageFile | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
