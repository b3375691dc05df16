// Whether a series begins with another level than it has later: caches that fill, code that gets compiled.
import { rank } from "./ranks.ts";

/** Samples are averaged in fives before they are judged, as MSER-5 does. */
const batch = 5;

/**
 * How many samples at the beginning are warm-up; 0 when they are like the rest. The place is where the standard error
 * of what remains is smallest (MSER-5; White, Cobb, Spratt 2000), over ranks, so that one slow sample does not decide.
 * It is believed only when a rank-sum test (Mann and Whitney 1947) tells the two parts apart at one in a thousand,
 * since MSER always finds some place. A place at half of the series or later is none: what goes on so long is a drift.
 */
export function findWarmUp(values: readonly number[]): number {
  const ranks = rank(values);
  const cut = batch * cheapestCut(batchMeans(ranks));
  return cut > 0 && isApart(ranks, cut) ? cut : 0;
}

function batchMeans(values: readonly number[]): number[] {
  return Array.from({ length: Math.floor(values.length / batch) }, (_, at) => {
    const part = values.slice(at * batch, (at + 1) * batch);
    return part.reduce((sum, value) => sum + value, 0) / batch;
  });
}

/** Sums from the end make it one pass: MSER(d) = Σ (yᵢ − ȳ)² / (m − d)² over what remains after d batches. */
function cheapestCut(means: readonly number[]): number {
  const half = Math.floor(means.length / 2);
  let sum = 0;
  let squares = 0;
  let cheapest = { cut: 0, error: Infinity };
  for (let cut = means.length - 1; cut >= 0; cut -= 1) {
    const mean = means[cut] ?? 0;
    sum += mean;
    squares += mean * mean;
    const left = means.length - cut;
    const error = (squares - (sum * sum) / left) / (left * left);
    if (cut <= half && error <= cheapest.error) cheapest = { cut, error };
  }
  return cheapest.cut === half ? 0 : cheapest.cut;
}

function isApart(ranks: readonly number[], cut: number): boolean {
  const n = ranks.length;
  const sum = ranks.slice(0, cut).reduce((total, value) => total + value, 0);
  const expected = (cut * (n + 1)) / 2;
  const deviation = Math.sqrt((cut * (n - cut) * (n + 1)) / 12);
  return Math.abs(sum - expected) > 3.29 * deviation;
}
