// One listener on an AbortSignal for however many wait for it: thousands of replays share one signal, and taking one
// listener of thousands off again means looking through all of them.

export class AbortWatch {
  readonly #waiting = new WeakMap<AbortSignal, Set<() => void>>();

  /** Calls `stop` when the signal is aborted; answers how to end that. */
  add(signal: AbortSignal, stop: () => void): () => void {
    const all = this.#waiting.get(signal) ?? this.#listen(signal);
    all.add(stop);
    return () => void all.delete(stop);
  }

  #listen(signal: AbortSignal): Set<() => void> {
    const all = new Set<() => void>();
    this.#waiting.set(signal, all);
    const onAbort = (): void => {
      this.#waiting.delete(signal);
      for (const stop of all) stop();
    };
    signal.addEventListener("abort", onAbort, { once: true });
    return all;
  }
}
