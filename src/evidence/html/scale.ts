// From numbers to places on an axis, and the numbers that are written beside it. It draws nothing.

export interface Scale {
  readonly isLogarithmic: boolean;
  /** From 0 at the low end to 1 at the high one; what lies outside is put at the end. */
  readonly place: (value: number) => number;
  /** The value at a place. */
  readonly valueAt: (place: number) => number;
  /** Two to seven round numbers within it. */
  readonly ticks: readonly number[];
}

/** So much larger than what is usual, and a linear axis would show nothing else. */
const farAway = 12;
/** Ends of a logarithmic axis are at most so many doublings of ten apart. */
const mostDecades = 5;

/** `low` and `high` are the ends of what is to be seen, `usual` where most of it is. */
export function scaleFor(low: number, high: number, usual: number): Scale {
  const isLogarithmic = usual > 0 && low > 0 && high / usual > farAway;
  return isLogarithmic ? logarithmic(low, high) : linear(high);
}

function linear(highest: number): Scale {
  const high = highest > 0 ? highest * 1.05 : 1;
  const step = roundStep(high / 5);
  return {
    isLogarithmic: false,
    place: (value) => clamp(value / high),
    valueAt: (place) => place * high,
    ticks: listUntil((at) => at * step, high),
  };
}

function logarithmic(lowest: number, highest: number): Scale {
  const high = Math.log10(highest * 1.15);
  const low = Math.max(high - mostDecades, Math.log10(lowest / 1.15));
  const span = high - low;
  return {
    isLogarithmic: true,
    place: (value) => clamp((Math.log10(Math.max(value, Number.MIN_VALUE)) - low) / span),
    valueAt: (place) => 10 ** (low + place * span),
    ticks: listDecades(10 ** low, 10 ** high, span > 2.5 ? [1] : [1, 3]),
  };
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place));
}

/** 1, 2 or 5 with zeros, at least as large as asked. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least * 0.999) ?? 10);
}

function listUntil(value: (at: number) => number, high: number): readonly number[] {
  const ticks: number[] = [];
  for (let at = 0; value(at) <= high; at += 1) ticks.push(Number(value(at).toPrecision(6)));
  return ticks;
}

function listDecades(low: number, high: number, factors: readonly number[]): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power += 1) {
    for (const factor of factors) ticks.push(Number((factor * 10 ** power).toPrecision(6)));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}
