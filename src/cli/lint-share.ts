// Files of one pass that several threads lint at the same time: each takes the next few when it is done with the last, so
// that no one waits for another whose files are larger.
import {
  type FeatureFiles,
  filesPerBreath,
  type ProjectFeature,
  readFeatureFile,
} from "./project-features.ts";

/** Plain data, but for the count: all threads look at the same. */
export interface SharedFiles {
  readonly cwd: string;
  readonly uris: readonly string[];
  readonly language: string;
  /** How many files were taken by any thread: one number of 32 bits. */
  readonly taken: SharedArrayBuffer;
}

export function shareFiles(cwd: string, { uris, language }: FeatureFiles): SharedFiles {
  return { cwd, uris, language, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
}

/** How many files were taken by now. */
export function countTaken({ uris, taken }: SharedFiles): number {
  return Math.min(uris.length, Atomics.load(new Int32Array(taken), 0));
}

export interface FileTaker {
  /** Given each file that was taken, and its place among all. */
  readonly lintFile: (file: ProjectFeature, place: number) => void;
  readonly gherkin: FeatureFiles["gherkin"];
}

/** Takes the next few files; false when all were taken before. */
export function takeFew(files: SharedFiles, { lintFile, gherkin }: FileTaker): boolean {
  const { cwd, uris, language } = files;
  const from = Atomics.add(new Int32Array(files.taken), 0, filesPerBreath);
  for (const [index, uri] of uris.slice(from, from + filesPerBreath).entries()) {
    lintFile(readFeatureFile(cwd, uri, { language, gherkin }), from + index);
  }
  return from < uris.length;
}
