// Whether a series gets slower or faster all along.
import { autocorrelationTime } from "./autocorrelation.ts";
import { rank } from "./ranks.ts";

export interface Drift {
  readonly direction: "rising" | "falling";
  /** Medians of the first and of the last third. */
  readonly fromMedian: number;
  readonly toMedian: number;
  /** The autocorrelation time of what the line leaves. */
  readonly samplesPerIndependentOne: number;
}

/**
 * A straight line through the ranks over their order, believed when its slope is beyond chance at one in a thousand.
 * Neighbours that depend on each other make chance slopes, so the error of the slope is widened by the autocorrelation
 * time of what the line leaves (Santer et al. 2000). Undefined when no drift is seen, or when fewer than ten independent
 * samples' worth are there to see it. It lies about a change that returns to where it began.
 */
export function findDrift(values: readonly number[]): Drift | undefined {
  const n = values.length;
  const ranks = rank(values);
  const middle = (n - 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  const slope = ranks.reduce((sum, value, at) => sum + (at - middle) * value, 0) / spread;
  const rest = ranks.map((value, at) => value - (n + 1) / 2 - slope * (at - middle));
  const time = autocorrelationTime(rest);
  const worth = n / time;
  if (worth < 10) return undefined;
  const variance = rest.reduce((sum, value) => sum + value * value, 0) / (n - 2 * time);
  const error = Math.sqrt((variance * time) / spread);
  if (Math.abs(slope) <= 3.29 * error) return undefined;
  const third = Math.floor(n / 3);
  return {
    direction: slope > 0 ? "rising" : "falling",
    fromMedian: median(values.slice(0, third)),
    toMedian: median(values.slice(n - third)),
    samplesPerIndependentOne: time,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
