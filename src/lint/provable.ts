// How many samples a share needs before any test can call it proven.

/** Of a proof: one wrong in twenty. */
const confidence = 0.95;

/** A rounding error must not demand one sample more. */
const tolerance = 1e-9;

/**
 * The least number of samples with which any test can prove that a share `q` of all keeps a bound: when every one of n
 * samples keeps it, the claim "less than q keep it" is refuted at 95 % once q^n <= 5 %. 59 for p95, 299 for p99.
 * Assumes independent samples (Wilks 1941, Annals of Mathematical Statistics 12:91). A test that may look after every
 * sample needs more: about 66 to 80 at p95. Infinity for a share of all, which no number of samples proves.
 */
export function leastSamples(share: number): number {
  if (share >= 1) return Number.POSITIVE_INFINITY;
  return Math.ceil(Math.log(1 - confidence) / Math.log(share) - tolerance);
}
