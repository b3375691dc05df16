// The binomial distribution: how many of `trials` independent trials succeed when each does with probability `share`.
import { logBetaTails } from "./incomplete-beta.ts";

/** P(at most `successes` of `trials`), exact: it is the incomplete beta I_{1−share}(trials − successes, successes + 1). */
export function binomialAtMost(successes: number, trials: number, share: number): number {
  if (successes < 0) return 0;
  if (successes >= trials || share <= 0) return 1;
  if (share >= 1) return 0;
  return Math.exp(logBetaTails(1 - share, trials - successes, successes + 1).below);
}

/** The least number k with P(at most k) ≥ `probability`, for a probability above 0 and below 1. */
export function binomialQuantile(probability: number, trials: number, share: number): number {
  let low = 0;
  let high = trials;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialAtMost(middle, trials, share) >= probability) high = middle;
    else low = middle + 1;
  }
  return low;
}
