// One listener on an AbortSignal for however many wait for it: thousands of replays share one signal, and taking one
// listener of thousands off again means looking through all of them.
import { Crowd, type Member } from "./crowd.ts";

interface Waiting extends Member {
  readonly stop: () => void;
}

export class AbortWatch {
  readonly #waiting = new WeakMap<AbortSignal, Crowd<Waiting>>();

  /** Calls `stop` when the signal is aborted; answers how to end that. */
  add(signal: AbortSignal, stop: () => void): () => void {
    const all = this.#waiting.get(signal) ?? this.#listen(signal);
    const waiting: Waiting = { stop, place: -1 };
    all.add(waiting);
    return () => void all.remove(waiting);
  }

  #listen(signal: AbortSignal): Crowd<Waiting> {
    const crowd = new Crowd<Waiting>();
    this.#waiting.set(signal, crowd);
    const onAbort = (): void => {
      this.#waiting.delete(signal);
      for (const { stop } of crowd.all) stop();
    };
    signal.addEventListener("abort", onAbort, { once: true });
    return crowd;
  }
}
