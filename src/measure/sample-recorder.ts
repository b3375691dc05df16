// Takes samples one by one, in bounded memory.
import { BucketFinder } from "./buckets.ts";
import {
  isExcess,
  mostExactSamples,
  type SampleBound,
  type Samples,
  type SampleUnit,
} from "./samples.ts";

/**
 * Keeps the first 2,000 values as they are and after that counts in buckets, whose values are known to within 0.2 %.
 * Excesses over the bounds are counted as values come, so they are exact at any number.
 */
export class SampleRecorder {
  readonly #unit: SampleUnit;
  readonly #bounds: readonly SampleBound[];
  readonly #excesses: number[];
  readonly #finder = new BucketFinder();
  #values: number[] | undefined = [];
  readonly #buckets = new Map<number, number>();
  #count = 0;
  #min = Infinity;
  #max = 0;

  constructor(unit: SampleUnit, bounds: readonly SampleBound[] = []) {
    this.#unit = unit;
    this.#bounds = bounds;
    this.#excesses = bounds.map(() => 0);
  }

  get count(): number {
    return this.#count;
  }

  /** Throws a RangeError for what is no measurement: a negative number, infinity, NaN. */
  record(value: number): void {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${value} is no measurement`);
    this.#count += 1;
    this.#min = Math.min(this.#min, value);
    this.#max = Math.max(this.#max, value);
    this.#countExcesses(value);
    if (this.#values === undefined) this.#put(value);
    else this.#values.push(value);
    if (this.#count === mostExactSamples + 1) this.#pourIntoBuckets();
  }

  /** What was recorded so far, as a value that does not change. */
  snapshot(): Samples {
    const base = {
      unit: this.#unit,
      count: this.#count,
      bounds: this.#bounds.map((bound, at) => ({ ...bound, excesses: this.#excesses[at] ?? 0 })),
    };
    if (this.#values !== undefined) {
      return { kind: "exact", ...base, values: this.#values.toSorted((a, b) => a - b) };
    }
    const buckets = [...this.#buckets].sort(([a], [b]) => a - b);
    return { kind: "bucketed", ...base, min: this.#min, max: this.#max, buckets };
  }

  #countExcesses(value: number): void {
    for (const [at, bound] of this.#bounds.entries()) {
      if (isExcess(bound, value)) this.#excesses[at] = (this.#excesses[at] ?? 0) + 1;
    }
  }

  #pourIntoBuckets(): void {
    for (const value of this.#values ?? []) this.#put(value);
    this.#values = undefined;
  }

  #put(value: number): void {
    const bucket = this.#finder.bucketOf(value);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
  }
}
