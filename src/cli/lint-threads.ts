// Further threads for a pass over many files. This is the one place that starts threads; what they do stands in
// lint-thread.ts, and how files are shared out in lint-share.ts.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Severity } from "../lint/finding.ts";
import type { PlainSteps } from "../lint/known-steps.ts";
import type { LintPart } from "../lint/lint-part.ts";
import type { RuleContext } from "../lint/rule.ts";
import { InterruptedError } from "./errors.ts";
import type { SharedFiles } from "./lint-share.ts";

/** All that a thread is told, as plain data. */
export interface ThreadWork {
  readonly files: SharedFiles;
  /** Of the rules that run, by id. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly context: Pick<RuleContext, "vagueWords" | "isPartial">;
  readonly steps?: PlainSteps;
}

export interface ThreadChoice {
  /** With the one that is there; absent: as many as the files are worth. */
  readonly count?: number;
  /** Of Node, such as a loader for sources; absent: those of this process. */
  readonly execArgv?: readonly string[];
}

/** A thread loads its modules for a tenth of a second, and in that time another reads some hundred files. */
const filesWorthAThread = 500;
/** Each has a heap of its own, and a disk that it reads from has one. */
const mostThreads = 4;

/** How many threads lint so many files, the one that is there counted. */
export function countThreads(files: number, cores: number = availableParallelism()): number {
  return Math.min(cores, mostThreads, 1 + Math.floor(files / filesWorthAThread));
}

export interface LintThreads {
  /**
   * What each has found. Rejects with what one of them threw, and with InterruptedError as soon as the command is
   * stopped.
   */
  readonly parts: (signal: AbortSignal) => Promise<readonly LintPart[]>;
  /** Ends those that are not done, at once. */
  readonly end: () => Promise<void>;
}

/** Starts them; they work until all files are taken. */
export function startThreads(
  work: ThreadWork,
  { count, execArgv }: { readonly count: number; readonly execArgv?: readonly string[] },
): LintThreads {
  const options = { workerData: work, ...(execArgv && { execArgv: [...execArgv] }) };
  const workers = Array.from({ length: count }, () => new Worker(threadFile, options));
  const parts = Promise.all(workers.map(waitForPart));
  // Whoever waits hears of it; nobody may.
  parts.catch(() => {});
  return {
    parts: (signal) => untilStopped(parts, signal),
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Compiled in the package, a source in this repository. */
const threadFile = new URL(
  import.meta.url.endsWith(".ts") ? "lint-thread.ts" : "lint-thread.js",
  import.meta.url,
);

async function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const release = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new InterruptedError("stopped"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { signal: release.signal });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    release.abort();
  }
}

function waitForPart(worker: Worker): Promise<LintPart> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A thread of lint ended with ${code}.`)));
  });
}
