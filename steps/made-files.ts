// Files that a scenario makes for itself ("a file "x.csv" with the content: …"), in a folder that ends with it.
// Sentences name them like files of the project; of one name, the one that was made is meant.
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { StoryError } from "../src/journey/story-error.ts";
import type { StoryWorld } from "../src/journey/world.ts";

/** Enough for any limit on uploads; a full disk would fail every scenario of the run. */
const mostBytes = 1024 ** 3;

class MadeFiles {
  readonly #paths = new Map<string, string>();
  #folder: string | undefined;

  /** Where the file of that name lies; undefined when none was made. */
  find(name: string): string | undefined {
    return this.#paths.get(normalize(name));
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.#place(name), content);
  }

  /** A file of so many bytes, all zero. It takes no room on most disks. */
  writeSized(name: string, bytes: number): void {
    if (bytes > mostBytes) {
      throw new StoryError(
        `A file of ${bytes} bytes is too large to be made here; the most is 1 GB.`,
      );
    }
    const file = openSync(this.#place(name), "w");
    try {
      ftruncateSync(file, bytes);
    } finally {
      closeSync(file);
    }
  }

  /** True when there was one. */
  remove(name: string): boolean {
    const path = this.find(name);
    if (path === undefined) return false;
    rmSync(path, { force: true });
    return this.#paths.delete(normalize(name));
  }

  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  #place(name: string): string {
    const below = normalize(name);
    if (name.trim() === "" || isAbsolute(below) || below.startsWith("..") || below.endsWith("/")) {
      throw new StoryError(
        `"${name}" cannot be the name of a file that a scenario makes; write one such as "invoices/may.csv".`,
      );
    }
    const base = process.env["STORYPROOF_TEMPORARY_FOLDER"] ?? tmpdir();
    if (this.#folder === undefined) mkdirSync(base, { recursive: true });
    this.#folder ??= mkdtempSync(join(base, "files-"));
    const path = join(this.#folder, below);
    mkdirSync(dirname(path), { recursive: true });
    this.#paths.set(below, path);
    return path;
  }
}

const name = "made files";

export function madeFiles(world: StoryWorld): MadeFiles {
  return world.resources.of(name, () => new MadeFiles());
}

/** Where a file that the scenario made lies; undefined when it made none of that name. */
export function findMadeFile(world: StoryWorld, file: string): string | undefined {
  return world.resources.opened<MadeFiles>(name)?.find(file);
}
