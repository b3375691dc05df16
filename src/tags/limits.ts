// How small and how large the values of tags may be. The parser and the published schema both read it.

interface Range {
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

/** A day: no run waits longer, and a longer timer would overflow. */
const dayMs = 86_400_000;
/** More is no quality gate of one machine, but a slip of the finger. */
const mostRuns = 1_000_000;

export const limits = {
  quantile: { exclusiveMinimum: 0, exclusiveMaximum: 1 },
  durationMs: { exclusiveMinimum: 0, maximum: dayMs },
  /** Of a layout shift: above 1 a page has moved by more than itself, and tools count up to a few. */
  shift: { exclusiveMinimum: 0, maximum: 100 },
  /** 100,000 starts a second. */
  perMinute: { minimum: 1, maximum: 6_000_000 },
  /** `<=100%` would bound nothing; `<100%` demands one success. */
  errorShare: { minimum: 0, maximum: 1 },
  availableShare: { exclusiveMinimum: 0, maximum: 1 },
  samples: { minimum: 1, maximum: mostRuns },
  warmup: { minimum: 0, maximum: mostRuns },
  runs: { minimum: 1, maximum: mostRuns },
  /** What fast-check takes: 32 bits with a sign. */
  seed: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
} as const satisfies Record<string, Range>;

export function isWithin(value: number, range: Range): boolean {
  return (
    value >= (range.minimum ?? -Infinity) &&
    value > (range.exclusiveMinimum ?? -Infinity) &&
    value <= (range.maximum ?? Infinity) &&
    value < (range.exclusiveMaximum ?? Infinity)
  );
}
