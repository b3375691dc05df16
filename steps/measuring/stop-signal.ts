// Ctrl-C while gates are measured: measuring stops, and what was measured is kept. Ending the process is for others.

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does the work with an AbortSignal that aborts when the process is asked to stop. */
export async function whileNotStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  // First of all listeners: the others write reports and end the process.
  for (const signal of signals) process.prependListener(signal, abort);
  try {
    return await work(stop.signal);
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}
