// Whether a measurement can be believed as far as the machine that measured goes. It knows no product.
import type { GeneratorUse } from "./generator-watch.ts";
import type { OpenLoopResult } from "./open-loop.ts";
import { percentile } from "./percentile.ts";

/** What a healthy generator keeps. */
export interface GeneratorLimits {
  /** The event loop's own delay adds to every latency: at most so much for 99 of 100. */
  readonly loopDelayP99Ms: number;
  /** Starts later than this make another load than the one that was asked for. */
  readonly startLatenessP99Ms: number;
  /** Share of starts that may be dropped because the generator was late. */
  readonly lateShare: number;
}

export type GeneratorVerdict =
  | { readonly kind: "healthy" }
  /** One reason or several, with numbers, each a sentence. */
  | { readonly kind: "starved"; readonly reasons: readonly string[] };

/**
 * The limits for what is bounded by `boundMs`: what the generator adds is at most a tenth of it, not
 * less than 5 ms, since no shared machine keeps less, and not more than 50 ms, beyond which a person would wonder.
 */
export function generatorLimits(boundMs = 200): GeneratorLimits {
  const addedMs = Math.min(50, Math.max(5, boundMs / 10));
  return { loopDelayP99Ms: addedMs, startLatenessP99Ms: addedMs, lateShare: 0.001 };
}

/**
 * Healthy when it kept every limit. `load` is left out where nothing was scheduled. Starts that were dropped because
 * too many were in flight do not count: they are the product's. Of several threads `use` is the worst; see `mergeUses`.
 *
 * It lies about delays shorter than 10 ms between two looks of the watch, and about a product on the same machine: what
 * the generator takes from it is not seen here.
 */
export function judgeGenerator(
  use: GeneratorUse,
  load: OpenLoopResult | undefined,
  limits: GeneratorLimits,
  threads = 1,
): GeneratorVerdict {
  const reasons = [
    ...judgeLoop(use, limits),
    ...(load === undefined ? [] : judgeLoad(load, limits)),
  ];
  if (reasons.length === 0) return { kind: "healthy" };
  return { kind: "starved", reasons: [...reasons, explain(use, threads)] };
}

function judgeLoop({ loopDelay }: GeneratorUse, { loopDelayP99Ms }: GeneratorLimits): string[] {
  if (loopDelay.p99Ms <= loopDelayP99Ms) return [];
  return [
    `The event loop was held up by ${inMs(loopDelay.p99Ms)} at p99 (at most ${inMs(loopDelayP99Ms)}), ${inMs(loopDelay.maxMs)} at worst.`,
  ];
}

function judgeLoad(
  { lateness, dropped, offered }: OpenLoopResult,
  { startLatenessP99Ms, lateShare }: GeneratorLimits,
): string[] {
  const reasons: string[] = [];
  const p99Ms = percentile(lateness, 0.99) ?? 0;
  if (p99Ms > startLatenessP99Ms)
    reasons.push(`Starts were ${inMs(p99Ms)} late at p99 (at most ${inMs(startLatenessP99Ms)}).`);
  if (dropped.late > lateShare * offered)
    reasons.push(
      `${dropped.late} of ${offered} starts were not made, because their time was over.`,
    );
  return reasons;
}

/**
 * True when the thread worked nearly all the time: it can offer no more, and others beside it can, even where something
 * else has the machine, since the system shares processors out by threads.
 */
export function isThreadFull({ loopShare }: GeneratorUse): boolean {
  return loopShare > 0.8;
}

/** Where the time went: a thread that is full needs more threads, one that waits for the machine needs a quieter one. */
function explain(use: GeneratorUse, threads: number): string {
  const { loopShare, processorShare } = use;
  const isOne = threads === 1;
  const who = isOne ? "its thread" : `the busiest of its ${threads} threads`;
  const had = isOne ? "had" : "they had";
  const of = isOne ? "of a core" : "of a core each";
  const shares = `${who} worked ${percent(loopShare)} of the time and ${had} ${percent(processorShare)} ${of}`;
  // It was busy more than it had the processor: somebody else had it.
  return loopShare - processorShare > 0.2
    ? `Something else had the machine: ${shares}.`
    : isThreadFull(use)
      ? `${isOne ? "One thread is" : `${threads} threads are`} too little for this load: ${shares}.`
      : `${isOne ? "The thread was" : "Threads were"} held up in pieces: ${shares}.`;
}

function inMs(value: number): string {
  return `${value >= 10 ? Math.round(value) : Number(value.toFixed(1))} ms`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
