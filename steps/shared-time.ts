// A clock that all threads of a process share: `performance.now()` counts from the start of its own thread.

/** Milliseconds with fractions since some moment before the process began; never goes back. */
export function sharedNowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
