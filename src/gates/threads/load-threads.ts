// The port to threads that offer a load together. Who implements it loads the journey into them; gates know no threads.
import type { GeneratorUse } from "../../measure/generator-watch.ts";
import type { OpenLoopResult } from "../../measure/open-loop.ts";
import type { EndedBatch } from "./ended-batch.ts";

export interface LoadThreads {
  /** At most so many are of use: as many as the machine has cores for. */
  readonly most: number;
  /** Makes so many ready to run the journey. Never rejects. */
  readonly open: (count: number, signal: AbortSignal) => Promise<OpenedThreads | ThreadsRefused>;
}

export interface ThreadsRefused {
  readonly kind: "refused";
  /** A sentence or several. */
  readonly reason: string;
}

export interface OpenedThreads {
  readonly kind: "opened";
  readonly threads: readonly LoadThread[];
  /** Milliseconds of a clock that all of them share. */
  readonly nowMs: () => number;
  /** Ends all of them, whatever they do. Never rejects. */
  readonly close: () => Promise<void>;
}

export interface LoadThread {
  /** Offers its part of the load once. Never rejects. */
  readonly run: (order: LoadOrder, onNews: (news: ShareNews) => void) => Promise<ShareEnd>;
  /** Ends the load at once: `run` settles within the time that stopping may take. */
  readonly stop: () => void;
}

/** What a thread is told to do. Plain JSON. */
export interface LoadOrder {
  readonly ratePerMinute: number;
  readonly durationMs: number;
  readonly arrivals: SharedArrivals;
  /** Which starts of the schedule are this thread's. */
  readonly part: { readonly index: number; readonly of: number };
  /** In the time that all share. */
  readonly beginAtMs: number;
  readonly patienceMs: number;
}

/** What a thread tells many times a second. Can be posted; see `EndedBatch` for what should change hands. */
export interface ShareNews {
  /** Journeys that ended since the last news. */
  readonly batch: EndedBatch;
  readonly started: number;
  readonly underWay: number;
  /** False when only what is under way is waited for. */
  readonly isOffering: boolean;
}

/** Poisson arrivals are the same in all threads, each making its part of them, since they come from one seed. */
export type SharedArrivals =
  | { readonly kind: "constant" }
  | { readonly kind: "poisson"; readonly seed: number };

export type ShareEnd =
  | { readonly kind: "done"; readonly load: OpenLoopResult; readonly use: GeneratorUse }
  /** The thread ended, or was ended, before it could say what it had done. */
  | { readonly kind: "lost"; readonly reason: string };
