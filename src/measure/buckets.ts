// Log-linear histogram buckets, as HdrHistogram has them: each doubling is cut into 256 equal parts, so a bucket is at
// most 1/256 as wide as what it holds is large, whatever the size. It counts nothing.

/** A value is known to within 1/512 of itself, below 0.2 %, when the middle of its bucket stands for it. */
export const relativeErrorBound = 1 / 512;

/** The low bits of a double's upper half that are left out: 20 bits of mantissa there, 8 are kept. */
const bitsLeftOut = 12;

/** Beyond it there is only infinity. */
export const lastBucket = 2047 * 256 - 1;

/** Finds the buckets of values; one of these for each recorder, since it holds scratch memory. */
export class BucketFinder {
  readonly #value = new Float64Array(1);
  readonly #words = new Uint32Array(this.#value.buffer);
  readonly #upper = littleEndian() ? 1 : 0;

  /** The number of the bucket that holds a value of zero or more; larger values have the same or a larger one. */
  bucketOf(value: number): number {
    // -0 has a sign bit of its own.
    this.#value[0] = value + 0;
    return (this.#words[this.#upper] ?? 0) >>> bitsLeftOut;
  }

  /** The middle of a bucket. Bucket 0 holds zero, and what is too small to be told from it. */
  middleOf(bucket: number): number {
    if (bucket === 0) return 0;
    return (this.#startOf(bucket) + this.#startOf(bucket + 1)) / 2;
  }

  #startOf(bucket: number): number {
    this.#value[0] = 0;
    this.#words[this.#upper] = bucket << bitsLeftOut;
    return this.#value[0];
  }
}

function littleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
