// One folder for everything temporary of a run, so that one removal cleans up after crashed workers too.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const name = /^storyproof-(\d+)-/;

/** Makes the folder below `root`, after removing those of runs that are no more. */
export function makeTemporaryFolder(root: string, pid: number): string {
  for (const entry of readdirSync(root)) {
    const owner = name.exec(entry)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removeTemporaryFolder(join(root, entry));
  }
  return mkdtempSync(join(root, `storyproof-${pid}-`));
}

/** Removes it with all it holds; never throws, since a run must not fail for its rubbish. */
export function removeTemporaryFolder(path: string): void {
  try {
    // A browser that was just killed may still be writing for a moment.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // The next run's sweep takes it.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
