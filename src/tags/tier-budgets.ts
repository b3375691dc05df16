// How long measuring may take in a tier. It is what lint and policy hold stories to; no run is cut off by it.

/**
 * Milliseconds that one scenario of a smoke run may spend on measuring: the run is asked for before every merge, and
 * thirty measured scenarios of ten seconds are the five minutes that people still wait for.
 */
export const smokeScenarioMs = 10_000;
