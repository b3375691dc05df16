// Things that are opened on first use and closed together: a mail server, a stream, whatever a pack brings.
// It knows nothing of what they are, only that they can be closed.

export interface Closable {
  close(): void | Promise<void>;
}

/** Each kind under a name of its own. Closing is in the reverse order of opening; one that fails does not stop others. */
export class Resources {
  readonly #opened = new Map<string, Closable>();

  get isEmpty(): boolean {
    return this.#opened.size === 0;
  }

  /** The one of that name, opened on first use. Of one name all calls must ask for the same type. */
  of<T extends Closable>(name: string, open: () => T): T {
    const known = this.#opened.get(name);
    // The name stands for the type: whoever opens is whoever asks.
    if (known !== undefined) return known as T;
    const opened = open();
    this.#opened.set(name, opened);
    return opened;
  }

  /** The one of that name, if it was opened. */
  opened<T extends Closable>(name: string): T | undefined {
    return this.#opened.get(name) as T | undefined;
  }

  /** Closes all; safe to call twice. Throws the first error after everything was tried. */
  async close(): Promise<void> {
    const closing = [...this.#opened.values()].reverse();
    this.#opened.clear();
    const results = await Promise.allSettled(closing.map(async (one) => await one.close()));
    const failed = results.find((result) => result.status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  }
}
