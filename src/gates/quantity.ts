// Numbers as people read them: with a unit, and no more digits than mean something.

/** `0.82 ms`, `8.4 ms`, `212 ms`, `1.24 s`. */
export function showTime(valueMs: number): string {
  return valueMs < 999.5 ? `${sensible(valueMs)} ms` : `${sensible(valueMs / 1_000)} s`;
}

export function showValue(value: number, unit: "ms" | "1"): string {
  return unit === "ms" ? showTime(value) : sensible(value);
}

/** `5 %`, `0.1 %`. */
export function showShare(share: number): string {
  return `${sensible(share * 100)} %`;
}

/** `600/min`. */
export function showRate(perMinute: number): string {
  return `${whole(perMinute)}/min`;
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** Three digits, more where a whole number has them. */
function sensible(value: number): string {
  return value >= 1_000
    ? whole(value)
    : String(Number(value.toPrecision(value >= 100 ? 3 : 2 + Number(value >= 1))));
}
