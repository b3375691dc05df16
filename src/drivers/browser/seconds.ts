/** Milliseconds as a message says them: "1.5 s". */
export function describeSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(1))} s`;
}
