// Threads that run a journey with the support code of the run, for a rate that one thread cannot offer: made, told and
// ended. It implements the port of src/gates with workers of Node, and measures nothing.
import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type {
  LoadThread,
  LoadThreads,
  OpenedThreads,
  ShareEnd,
  ShareNews,
  ThreadsRefused,
} from "../src/gates/threads/load-threads.ts";
import type { Journey } from "../src/journey/journey.ts";
import { readSupportCoordinates } from "../src/journey/load-support.ts";
import type { FromThread, LoadTask, ToThread } from "./load-messages.ts";
import { sharedNowMs } from "./shared-time.ts";

export interface LoadThreadsOptions {
  /** Of each run of the journey, in milliseconds. */
  readonly deadlineMs: number;
  /** Default: as many as the machine has cores for. This thread only counts meanwhile. */
  readonly most?: number;
}

/** How long threads may take; what takes longer is ended. */
const limits = { readyMs: 60_000, closeMs: 10_000, stopMs: 2_000 };

/** Threads for that journey. None is made before they are needed. */
export function loadThreads(journey: Journey, options: LoadThreadsOptions): LoadThreads {
  return {
    most: options.most ?? availableParallelism(),
    open: (count, signal) => openThreads(journey, options, count, signal),
  };
}

async function openThreads(
  journey: Journey,
  { deadlineMs }: LoadThreadsOptions,
  count: number,
  outer: AbortSignal,
): Promise<OpenedThreads | ThreadsRefused> {
  // Each thread listens to it; Node warns of a leak from the eleventh on.
  const signal = AbortSignal.any([outer]);
  setMaxListeners(0, signal);
  const packed = journey.pack();
  if (packed.kind === "not-portable") return refuse(packed.reason);
  const coordinates = readSupportCoordinates();
  if (coordinates === undefined) return refuse("This cucumber does not tell what it has loaded.");
  const threads: WorkerThread[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.close(signal)));
  };
  try {
    const task = { coordinates, journey: packed, deadlineMs };
    for (let made = 0; made < count; made += 1) threads.push(new WorkerThread(task));
    await Promise.all(threads.map((thread) => thread.ready(signal)));
    return { kind: "opened", threads, nowMs: sharedNowMs, close };
  } catch (error) {
    await close();
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(reason: string): ThreadsRefused {
  return { kind: "refused", reason };
}

class WorkerThread implements LoadThread {
  readonly #worker: Worker;
  /** What became of it, once it has ended. */
  #lost: string | undefined;
  #waiting: ((message?: FromThread) => void) | undefined;
  #onNews: ((news: ShareNews) => void) | undefined;

  /** Throws when what is given to it cannot be posted. */
  constructor(task: LoadTask) {
    this.#worker = makeWorker(task);
    this.#worker.on("message", (message: FromThread) => this.#take(message));
    this.#worker.on("error", (error) => this.#lose(String(error)));
    this.#worker.on("messageerror", (error) => this.#lose(String(error)));
    this.#worker.on("exit", (code) => this.#lose(`It ended with code ${code}.`));
  }

  /** Rejects with the reason when it cannot be used. */
  async ready(signal: AbortSignal): Promise<void> {
    const message = await this.#next(limits.readyMs, signal);
    if (message?.kind === "ready") return;
    if (message?.kind === "unusable") throw new Error(message.reason);
    const why = signal.aborted ? "Measuring was stopped." : "A thread was not ready in time.";
    throw new Error(this.#lost ?? why);
  }

  readonly run: LoadThread["run"] = async (order, onNews): Promise<ShareEnd> => {
    this.#onNews = onNews;
    const done = this.#next();
    this.#post({ kind: "run", order });
    const message = await done;
    this.#onNews = undefined;
    if (message?.kind === "done") return message.end;
    return { kind: "lost", reason: `A load thread was lost. ${this.#lost ?? ""}`.trim() };
  };

  readonly stop = (): void => {
    this.#post({ kind: "stop" });
    // Only who is waited for may be given up: after `run` it is `close` that ends it.
    const waiting = this.#waiting;
    setTimeout(() => {
      if (waiting !== undefined && this.#waiting === waiting) void this.#terminate();
    }, limits.stopMs).unref();
  };

  /** Gives the AfterAll hooks their time, less when all was stopped, and ends it whatever they do. */
  async close(signal: AbortSignal): Promise<void> {
    if (this.#lost === undefined) {
      const closed = signal.aborted
        ? this.#next(limits.stopMs)
        : this.#next(limits.closeMs, signal);
      this.#post({ kind: "close" });
      await closed;
    }
    await this.#terminate();
  }

  async #terminate(): Promise<void> {
    this.#lose("It did not end in time and was ended.");
    await this.#worker.terminate().catch(() => undefined);
  }

  /** What it says next that is no news; undefined when it ends, the time is over, or the signal aborts. */
  #next(mostMs?: number, signal?: AbortSignal): Promise<FromThread | undefined> {
    if (this.#lost !== undefined || signal?.aborted === true) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const end = (message?: FromThread): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        this.#waiting = undefined;
        resolve(message);
      };
      const onAbort = (): void => end();
      const timer = mostMs === undefined ? undefined : setTimeout(end, mostMs);
      signal?.addEventListener("abort", onAbort);
      this.#waiting = end;
    });
  }

  #post(message: ToThread): void {
    if (this.#lost === undefined) this.#worker.postMessage(message);
  }

  #take(message: FromThread): void {
    if (message.kind === "news") this.#onNews?.(message.news);
    else this.#waiting?.(message);
  }

  #lose(reason: string): void {
    this.#lost ??= reason;
    this.#waiting?.();
  }
}

const entry = new URL(
  `./load-thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/**
 * With the options and the environment that this process has now, so that a loader which a configuration put into
 * NODE_OPTIONS reads the support code there as well. Options that only a process can have are refused by Node; then
 * the thread gets those that this process began with.
 */
function makeWorker(task: LoadTask): Worker {
  const env = { ...process.env };
  try {
    return new Worker(entry, { workerData: task, env, execArgv: process.execArgv });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_INVALID_EXEC_ARGV") throw error;
    return new Worker(entry, { workerData: task });
  }
}
