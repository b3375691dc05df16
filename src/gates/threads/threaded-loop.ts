// A load that several threads offer together, each its part of one schedule, counted here as if one had offered it.
import { setTimeout } from "node:timers/promises";
import type { GeneratorUse } from "../../measure/generator-watch.ts";
import { mergeLoads } from "../../measure/merge-loads.ts";
import { mergeUses } from "../../measure/merge-uses.ts";
import { KeepingUp } from "../keeping-up.ts";
import { PacedCount } from "../paced-count.ts";
import type { PacedEnd, PacedLoop } from "../paced-loop.ts";
import { BatchReader } from "./ended-batch.ts";
import type {
  LoadThread,
  OpenedThreads,
  SharedArrivals,
  ShareEnd,
  ShareNews,
} from "./load-threads.ts";

export interface ThreadedLoop
  extends Pick<
    PacedLoop,
    "tally" | "budget" | "ratePerMinute" | "signal" | "onJourney" | "patienceMs"
  > {
  readonly opened: OpenedThreads;
  readonly arrivals: SharedArrivals;
}

export type ThreadedEnd =
  | (PacedEnd & {
      /** The worst of all threads. */
      readonly use: GeneratorUse;
      /** Why threads were lost, a sentence each: then it was another load than was asked for. */
      readonly lost: readonly string[];
    })
  | { readonly kind: "lost"; readonly lost: readonly string[] };

/** Until then every thread has its order. */
const leadMs = 100;
/** After its time a thread that says nothing is ended. */
const overtimeMs = 5_000;

/** Never rejects, but with what `onJourney` throws. The threads are left open. */
export async function runThreadedLoop(loop: ThreadedLoop): Promise<ThreadedEnd> {
  return new ThreadedRun(loop).run();
}

class ThreadedRun {
  readonly #loop: ThreadedLoop;
  readonly #threads: readonly LoadThread[];
  readonly #beginMs: number;
  readonly #count: PacedCount;
  readonly #keepingUp = new KeepingUp();
  /** The last that each thread told. */
  readonly #news = new Map<number, ShareNews>();
  #fault: { readonly error: unknown } | undefined;

  constructor(loop: ThreadedLoop) {
    const { nowMs, threads } = loop.opened;
    this.#loop = loop;
    this.#threads = threads;
    this.#beginMs = nowMs() + leadMs;
    this.#count = new PacedCount({ ...loop, nowMs, beginMs: this.#beginMs }, threads.length);
  }

  async run(): Promise<ThreadedEnd> {
    const isOver = new AbortController();
    const running = Promise.all(this.#threads.map((thread, part) => this.#runPart(thread, part)));
    const stop = (): void => {
      for (const thread of this.#threads) thread.stop();
    };
    this.#count.signal.addEventListener("abort", stop);
    if (this.#count.signal.aborted) stop();
    void this.#stopInTime(isOver.signal);
    const ends = await running;
    isOver.abort();
    this.#count.signal.removeEventListener("abort", stop);
    const kind = this.#count.end();
    if (this.#fault !== undefined) throw this.#fault.error;
    return this.#merge(kind, ends);
  }

  async #runPart(thread: LoadThread, index: number): Promise<ShareEnd> {
    const { budget, ratePerMinute, arrivals, patienceMs = 10_000 } = this.#loop;
    const reader = new BatchReader();
    const order = {
      ratePerMinute,
      durationMs: budget.mostMs,
      arrivals,
      part: { index, of: this.#threads.length },
      beginAtMs: this.#beginMs,
      patienceMs,
    };
    const end = await thread.run(order, (news) => this.#take(news, index, reader));
    const isOwnWill = this.#count.signal.aborted;
    // The others alone would offer another load than was asked for.
    if (end.kind === "lost" && !isOwnWill) this.#count.giveUp();
    this.#count.endPart(index);
    return end.kind === "lost" && isOwnWill ? { kind: "lost", reason: "" } : end;
  }

  #take(news: ShareNews, part: number, reader: BatchReader): void {
    this.#news.set(part, news);
    this.#noteUnderWay();
    try {
      this.#count.take(reader.read(news.batch), part);
    } catch (error) {
      this.#fault ??= { error };
      this.#count.giveUp();
    }
  }

  #noteUnderWay(): void {
    const news = [...this.#news.values()];
    if (news.length < this.#threads.length || !news.every(({ isOffering }) => isOffering)) return;
    const sum = (read: (one: ShareNews) => number) => news.reduce((all, one) => all + read(one), 0);
    this.#keepingUp.note({
      atMs: this.#loop.opened.nowMs() - this.#beginMs,
      started: sum(({ started }) => started),
      inFlight: sum(({ underWay }) => underWay),
    });
  }

  /** Whatever the threads do: a measurement ends. */
  async #stopInTime(isOver: AbortSignal): Promise<void> {
    const { budget, patienceMs = 10_000 } = this.#loop;
    const mostMs = leadMs + budget.mostMs + patienceMs + overtimeMs;
    const isLate = await setTimeout(mostMs, true, { signal: isOver }).catch(() => false);
    if (isLate) for (const thread of this.#threads) thread.stop();
  }

  #merge(kind: PacedEnd["kind"], ends: readonly ShareEnd[]): ThreadedEnd {
    const lost = ends.flatMap((end) => (end.kind === "lost" && end.reason ? [end.reason] : []));
    const [first, ...others] = ends.filter((end) => end.kind === "done");
    if (first === undefined) return { kind: "lost", lost };
    return {
      kind,
      load: others.map(({ load }) => load).reduce(mergeLoads, first.load),
      pileUp: this.#keepingUp.findPileUp(),
      use: mergeUses(first.use, ...others.map(({ use }) => use)),
      lost,
    };
  }
}
