// Puts a report where it belongs, at once and as a whole: a run that is being killed has no time for streams.
import { ftruncateSync, lstatSync, mkdirSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Why a report could not be written and what helps, in words for the person who waits for it; undefined when it was. */
export type WriteFailure = string | undefined;

/** Writes a file, making its folder first. */
export function writeReportFile(path: string, text: string): WriteFailure {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    return describeFailure(path, error);
  }
}

/** Removes a plain file if it is there; writing will say what is wrong with the place. */
export function discardReportFile(path: string): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) rmSync(path);
  } catch {
    // A place that cannot be written.
  }
}

/** Replaces all that an open file holds; may be called again with a fuller report. */
export function replaceOpenFile(fileDescriptor: number, text: string): WriteFailure {
  const bytes = Buffer.from(text);
  try {
    ftruncateSync(fileDescriptor, 0);
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(fileDescriptor, bytes, at, bytes.length - at, at);
    }
    return undefined;
  } catch (error) {
    return describeFailure("the formatter's file", error);
  }
}

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: make room, or let reports.folder name another place.",
  EACCES: "Writing is not allowed there: change that, or let reports.folder name another place.",
  EPERM: "Writing is not allowed there: change that, or let reports.folder name another place.",
  EROFS: "That place is read-only: let reports.folder name another.",
  ENOTDIR:
    "A file stands where a folder should be: remove it, or let reports.folder name another place.",
  EEXIST:
    "A file stands where a folder should be: remove it, or let reports.folder name another place.",
  EISDIR: "A folder has the name of the report: rename one of them.",
};

function describeFailure(path: string, error: unknown): string {
  const { code = "", message = String(error) } = error as NodeJS.ErrnoException;
  return [
    `the report could not be written to ${path} (${code === "" ? message : code}).`,
    ...(remedies[code] === undefined ? [] : [`  ${remedies[code]}`]),
  ].join("\n");
}
