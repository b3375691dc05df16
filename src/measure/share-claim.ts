// The claim that at most a share of all samples are excesses, and what counts of them say about it, however often one
// looks. It knows no latency: an excess is a sample over its bound, a failed journey, or a missing answer.
import { logBetaTails } from "./incomplete-beta.ts";

export interface ShareClaim {
  /** 0.05 for a p95: what share of samples may be excesses. At 0 (`max`) one excess refutes, and nothing proves. */
  readonly allowedShare: number;
  /** 0.95: a true claim is refuted, and a false one proven, in at most 5 % of measurements each. */
  readonly confidence: number;
}

export interface Counts {
  readonly samples: number;
  readonly excesses: number;
}

/** With so many more, each of them an excess. */
export function addExcesses({ samples, excesses }: Counts, more: number): Counts {
  return { samples: samples + more, excesses: excesses + more };
}

export type Decision =
  | { readonly kind: "proven" }
  | { readonly kind: "refuted" }
  /** `needed` more samples without an excess would prove it; left out where no number would. */
  | { readonly kind: "undecided"; readonly needed?: number };

/** More than this nobody measures; it also ends the search. */
const mostNeeded = 1e12;

/**
 * What the counts say. May be asked after every sample: the answer that is acted on is wrong with probability at most
 * 1 − confidence each way, whenever one stops (Ville's inequality).
 *
 * The evidence is a likelihood ratio against the limit, averaged over a prior on the side of the limit that would be
 * proven: a one-sided beta-binomial mixture (Robbins 1970; Howard, Ramdas, McAuliffe, Sekhon 2021, Ann. Statist. 49).
 * Each ratio in the average falls in the mean for every true share beyond the limit, not only at it, so the whole
 * composite hypothesis is covered. Counts need not be whole: batched samples count as parts (see `effectiveCounts`).
 *
 * Assumes samples that do not depend on each other and come from one unchanging product. It lies when they do: see
 * `reviewDecision`.
 */
export function decideShare(claim: ShareClaim, counts: Counts): Decision {
  if (isRefuted(claim, counts)) return { kind: "refuted" };
  const needed = countNeeded(claim, counts);
  if (needed === 0) return { kind: "proven" };
  return { kind: "undecided", ...(needed !== undefined && { needed }) };
}

export function isRefuted(claim: ShareClaim, counts: Counts): boolean {
  if (claim.allowedShare <= 0) return counts.excesses > 0;
  return logEvidenceAgainst(claim.allowedShare, counts) >= logThreshold(claim);
}

/**
 * How many more samples without an excess prove the claim: 0 when it is proven, undefined when none ever would. Who
 * knows that it is more than `above` saves half of the search.
 */
export function countNeeded(claim: ShareClaim, counts: Counts, above = -1): number | undefined {
  if (claim.allowedShare <= 0) return undefined;
  const proves = (more: number) =>
    logEvidenceFor(claim.allowedShare, { ...counts, samples: counts.samples + more }) >=
    logThreshold(claim);
  // Each sample within adds evidence, so the first number that proves is found by halving.
  let low = above;
  let high = above + 1;
  // An excess costs one or two times as many samples as the limit has one in.
  for (let step = Math.ceil(1 / claim.allowedShare); !proves(high); step *= 2) {
    if (high > mostNeeded) return undefined;
    low = high;
    high += step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (proves(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function logThreshold({ confidence }: ShareClaim): number {
  return -Math.log(1 - confidence);
}

/**
 * ln of the mean likelihood ratio over shares below the limit with density ∝ p^(−1/2), a Beta(1/2, 1) cut at the
 * limit. The weight near zero is what most products deserve: at p95 without an excess it proves after 74 samples,
 * where a flat density needs 87 and the least possible is 59; shares close to the limit keep enough weight.
 */
function logEvidenceFor(limit: number, { samples, excesses }: Counts): number {
  // No share below the limit explains so many better than the limit does.
  if (samples <= 0 || excesses >= samples * limit) return -Infinity;
  const within = samples - excesses;
  const { below, whole } = logBetaTails(limit, excesses + 0.5, within + 1);
  const prior = Math.log(2 * Math.sqrt(limit));
  return below + whole - prior - logAtLimit(limit, excesses, within);
}

/**
 * The same over shares above the limit with density ∝ 1/p: a product that breaks its bound may do so by any factor,
 * so each factor has the same weight. Half over a p95 is refuted after about six samples.
 */
function logEvidenceAgainst(limit: number, { samples, excesses }: Counts): number {
  if (excesses <= samples * limit) return -Infinity;
  const within = samples - excesses;
  const { above, whole } = logBetaTails(limit, excesses, within + 1);
  const prior = Math.log(-Math.log(limit));
  return above + whole - prior - logAtLimit(limit, excesses, within);
}

function logAtLimit(limit: number, excesses: number, within: number): number {
  return excesses * Math.log(limit) + within * Math.log1p(-limit);
}
