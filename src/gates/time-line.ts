// How a quantity went while it was measured: a bounded number of windows, which grow as measuring lasts. It knows no gates.
import { BucketFinder } from "../measure/buckets.ts";
import type { SampleUnit } from "../measure/samples.ts";
import type { WebVital } from "../tags/tag-value.ts";

export interface TimeWindow {
  /** Milliseconds from the beginning of measuring. */
  readonly startMs: number;
  /** Journeys that were to start in it and have ended, those of the warm-up included. */
  readonly count: number;
  readonly failures: number;
  /** Of the journeys that had a value, known to within 1.6 %; left out when none had. */
  readonly p50?: number;
  readonly max?: number;
}

export interface TimeLine {
  readonly quantity: "latency" | WebVital;
  readonly unit: SampleUnit;
  /** Of each window, in milliseconds. */
  readonly widthMs: number;
  /** By their start, at most 120; those without a journey are left out. */
  readonly windows: readonly TimeWindow[];
  /** When the last journey of the warm-up had started; left out without one. */
  readonly warmUpMs?: number;
}

/** More than a report has pixels for side by side is not seen. */
export const mostWindows = 120;
/** Of the first windows: with doublings, five minutes end in windows of 2.6 s. */
const firstWidthMs = 10;
/** Of the 256 parts of a doubling that buckets have, 8 together: medians of few samples are no more exact than that. */
const coarseness = 3;

interface Window {
  count: number;
  failures: number;
  min: number;
  max: number;
  readonly buckets: Map<number, number>;
}

export class TimeLineRecorder {
  readonly #quantity: TimeLine["quantity"];
  readonly #finder = new BucketFinder();
  #widthMs = firstWidthMs;
  #windows: (Window | undefined)[] = [];
  #warmUpMs: number | undefined;

  constructor(quantity: TimeLine["quantity"]) {
    this.#quantity = quantity;
  }

  /** `value` is left out where the journey failed or had none. Journeys may come in any order. */
  take(atMs: number, value: number | undefined, hasFailed: boolean): void {
    const window = this.#windowAt(Math.max(0, atMs));
    window.count += 1;
    if (hasFailed) window.failures += 1;
    if (value === undefined) return;
    if (value < window.min) window.min = value;
    if (value > window.max) window.max = value;
    const bucket = this.#finder.bucketOf(value) >>> coarseness;
    window.buckets.set(bucket, (window.buckets.get(bucket) ?? 0) + 1);
  }

  noteWarmUp(atMs: number): void {
    this.#warmUpMs = Math.max(this.#warmUpMs ?? 0, atMs);
  }

  snapshot(): TimeLine {
    return {
      quantity: this.#quantity,
      unit: this.#quantity === "cls" ? "1" : "ms",
      widthMs: this.#widthMs,
      windows: this.#windows.flatMap((window, at) =>
        window === undefined ? [] : [this.#describe(window, at * this.#widthMs)],
      ),
      ...(this.#warmUpMs !== undefined && { warmUpMs: this.#warmUpMs }),
    };
  }

  #windowAt(atMs: number): Window {
    let at = Math.floor(atMs / this.#widthMs);
    while (at >= mostWindows) {
      this.#double();
      at = Math.floor(atMs / this.#widthMs);
    }
    const known = this.#windows[at];
    if (known !== undefined) return known;
    const fresh: Window = { count: 0, failures: 0, min: Infinity, max: -1, buckets: new Map() };
    this.#windows[at] = fresh;
    return fresh;
  }

  #double(): void {
    const half = Math.ceil(this.#windows.length / 2);
    this.#windows = Array.from({ length: half }, (_, at) =>
      join(this.#windows[2 * at], this.#windows[2 * at + 1]),
    );
    this.#widthMs *= 2;
  }

  #describe({ count, failures, min, max, buckets }: Window, startMs: number): TimeWindow {
    if (max < 0) return { startMs, count, failures };
    const p50 = Math.min(max, Math.max(min, this.#medianOf(buckets)));
    return { startMs, count, failures, p50, max };
  }

  #medianOf(buckets: ReadonlyMap<number, number>): number {
    const ascending = [...buckets].sort(([a], [b]) => a - b);
    const total = ascending.reduce((sum, [, count]) => sum + count, 0);
    let counted = 0;
    for (const [bucket, count] of ascending) {
      counted += count;
      if (counted * 2 >= total) return this.#middleOf(bucket);
    }
    return 0;
  }

  #middleOf(bucket: number): number {
    if (bucket === 0) return 0;
    return this.#finder.middleOf((bucket << coarseness) + (1 << (coarseness - 1)));
  }
}

function join(one: Window | undefined, other: Window | undefined): Window | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  for (const [bucket, count] of other.buckets) {
    one.buckets.set(bucket, (one.buckets.get(bucket) ?? 0) + count);
  }
  one.count += other.count;
  one.failures += other.failures;
  one.min = Math.min(one.min, other.min);
  one.max = Math.max(one.max, other.max);
  return one;
}
