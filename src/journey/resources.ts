// Things that are opened on first use and closed together: a mail server, a stream, whatever a pack brings.
// It knows nothing of what they are, only that they can be closed.

export interface Closable {
  close(): void | Promise<void>;
}

/** Each kind under a name of its own. Closing is in the reverse order of opening; one that fails does not stop others. */
export class Resources {
  /** Made with the first: most actors open nothing. */
  #opened: Map<string, Closable> | undefined;
  #hasEnded = false;

  get isEmpty(): boolean {
    return this.#opened === undefined || this.#opened.size === 0;
  }

  /** The one of that name, opened on first use. Of one name all calls must ask for the same type. */
  of<T extends Closable>(name: string, open: () => T): T {
    const known = this.#opened?.get(name);
    // The name stands for the type: whoever opens is whoever asks.
    if (known !== undefined) return known as T;
    if (this.#hasEnded) throw new Error(`The scenario is over: "${name}" is not opened any more.`);
    const opened = open();
    this.#opened ??= new Map();
    this.#opened.set(name, opened);
    return opened;
  }

  /** The one of that name, if it was opened. */
  opened<T extends Closable>(name: string): T | undefined {
    return this.#opened?.get(name) as T | undefined;
  }

  /** Closes all for good; undefined where there is nothing to wait for. What goes wrong meanwhile is not told. */
  end(): Promise<void> | undefined {
    this.#hasEnded = true;
    if (this.isEmpty) return undefined;
    const closing = this.#take();
    // Most have nothing to wait for, and a journey that runs again and again waits for nothing that it need not.
    const pending = closing.flatMap((one) => closeQuietly(one) ?? []);
    return pending.length === 0 ? undefined : Promise.all(pending).then(() => {});
  }

  /** Closes all; safe to call twice. Throws the first error after everything was tried. */
  async close(): Promise<void> {
    const closing = this.#take();
    const results = await Promise.allSettled(closing.map(async (one) => await one.close()));
    const failed = results.find((result) => result.status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  }

  /** All, the last one first; nothing is left. */
  #take(): readonly Closable[] {
    const all = [...(this.#opened?.values() ?? [])].reverse();
    this.#opened = undefined;
    return all;
  }
}

function closeQuietly(one: Closable): Promise<void> | undefined {
  try {
    return one.close()?.catch(() => {});
  } catch {
    return undefined;
  }
}
