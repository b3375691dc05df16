// How much neighbours in a series have to do with each other. It knows numbers in order, and no bounds.

/** Estimated correlations at distances 1 to `lags`, the usual biased ones; zeros for a constant series. */
export function autocorrelations(values: readonly number[], lags: number): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const variance = centred.reduce((sum, value) => sum + value * value, 0);
  return Array.from({ length: lags }, (_, at) =>
    variance === 0 ? 0 : productsAt(centred, at + 1) / variance,
  );
}

function productsAt(centred: readonly number[], lag: number): number {
  let sum = 0;
  for (let at = lag; at < centred.length; at += 1) {
    sum += (centred[at] ?? 0) * (centred[at - lag] ?? 0);
  }
  return sum;
}

/**
 * Whether the first correlations together are more than chance: Ljung and Box (1978), at one false alarm in a hundred.
 * Over few lags it sees neighbours, over many what returns later; `lags` is 5 or 20 in practice. Assumes finite
 * variance, so it is given ranks or zeros and ones.
 */
export function isAutocorrelated(values: readonly number[], lags: number): boolean {
  const n = values.length;
  const sum = autocorrelations(values, lags).reduce(
    (total, correlation, at) => total + correlation ** 2 / (n - at - 1),
    0,
  );
  return n * (n + 2) * sum > chiSquareQuantile99(lags);
}

/** The 99 % point of χ² by Wilson and Hilferty (1931): within 1 % of the table from two degrees on. */
function chiSquareQuantile99(degrees: number): number {
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + 2.326348 * Math.sqrt(spread)) ** 3;
}

/**
 * The autocorrelation time τ: n samples are worth n / τ independent ones, and it is the length that batches need. By
 * the initial positive sequence (Geyer 1992): correlations are added up in pairs until a pair is not positive.
 * At least 1. It lies when the series is shorter than some 20 τ: then it is too small.
 */
export function autocorrelationTime(values: readonly number[]): number {
  const most = Math.min(values.length - 1, Math.max(10, Math.floor(values.length / 3)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const variance = productsAt(centred, 0);
  if (variance === 0) return 1;
  let time = -1;
  for (let lag = 0; lag + 1 <= most; lag += 2) {
    const pair = (productsAt(centred, lag) + productsAt(centred, lag + 1)) / variance;
    if (pair <= 0) break;
    time += 2 * pair;
  }
  return Math.max(1, time);
}
