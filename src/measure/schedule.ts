// When journeys are to start: computed from time alone, never from answers.

export interface Schedule {
  readonly ratePerMinute: number;
  /** How long starts are offered, the ramp included. */
  readonly durationMs: number;
  /** The rate grows evenly from 0 to the full one during this time; 0 when left out. */
  readonly rampMs?: number;
  /** `constant`: evenly. `poisson`: at random, as independent customers come; `random` is uniform in [0, 1). */
  /** Only each `of`-th start, from the `index`-th on: workers with the same schedule share it without overlap. */
  readonly part?: { readonly index: number; readonly of: number };
  readonly arrivals:
    | { readonly kind: "constant" }
    | { readonly kind: "poisson"; readonly random: () => number };
}

/**
 * The intended starts, in milliseconds after the beginning, ascending and below `durationMs`. The first constant one is
 * at 0. Poisson arrivals are made of exponential steps of mean 1, and both are mapped through the inverse of the
 * expected number of starts (time change; Çinlar 1975), which makes the ramp right for either. Throws a RangeError
 * when the rate is not above 0, or a time is negative or endless.
 */
export function* intendedStarts(schedule: Schedule): Generator<number, void, undefined> {
  const { arrivals, durationMs, part = { index: 0, of: 1 } } = schedule;
  refuseEndless(schedule);
  const isPoisson = arrivals.kind === "poisson";
  const step = isPoisson ? () => -Math.log(1 - arrivals.random()) : () => 1;
  let expected = isPoisson ? step() : 0;
  for (let number = 0; ; number += 1, expected += step()) {
    const atMs = timeOfExpected(schedule, expected);
    if (atMs >= durationMs) return;
    if (number % part.of === part.index) yield atMs;
  }
}

/** How many starts the schedule offers, all its parts together: exact when constant, in the mean when Poisson. */
export function expectedStarts(schedule: Schedule): number {
  const { durationMs, rampMs = 0 } = schedule;
  const perMs = schedule.ratePerMinute / 60_000;
  if (durationMs < rampMs) return (perMs * durationMs ** 2) / (2 * rampMs);
  return perMs * (durationMs - rampMs / 2);
}

function timeOfExpected({ ratePerMinute, rampMs = 0 }: Schedule, expected: number): number {
  const perMs = ratePerMinute / 60_000;
  const inRamp = (perMs * rampMs) / 2;
  if (expected < inRamp) return Math.sqrt((2 * rampMs * expected) / perMs);
  return rampMs + (expected - inRamp) / perMs;
}

function refuseEndless({ ratePerMinute, durationMs, rampMs = 0 }: Schedule): void {
  const isPossible = ratePerMinute > 0 && durationMs >= 0 && rampMs >= 0;
  if (!isPossible || !Number.isFinite(ratePerMinute + durationMs + rampMs)) {
    throw new RangeError(`no schedule of ${ratePerMinute} starts a minute during ${durationMs} ms`);
  }
}
