// What arrives by itself (messages, events, mails), kept until a sentence expects it.
// It knows neither where things come from nor what is asked of them.

/** Undefined when it is the one that is waited for, else why it is not. */
export type JudgeArrival<T> = (item: T) => string | undefined;

export type Taken<T> = { readonly kind: "taken"; readonly item: T } | Missed;

/** None came in time. */
export interface Missed {
  readonly kind: "missed";
  /** Why the last that was judged is not it. */
  readonly failure: string | undefined;
  /** Why it does not follow that none came in that time: nothing more could come, or not all that came were judged. */
  readonly gap?: "ended" | "unjudged" | undefined;
}

export interface InboxOptions<T> {
  readonly sizeOf: (item: T) => number;
  /** Default: 10,000. */
  readonly mostItems?: number;
  /** Default: 32 MiB. */
  readonly mostBytes?: number;
}

/** What came just before the time was up is still judged, for so long. */
const spareMs = 100;

interface Arrival<T> {
  readonly number: number;
  readonly item: T;
}

/** Keeps what was not expected yet, in order. A flood costs no more memory than the limits: the oldest go first. */
export class Inbox<T> {
  readonly #sizeOf: (item: T) => number;
  readonly #mostItems: number;
  readonly #mostBytes: number;
  readonly #waiting = new Set<() => void>();
  #arrivals: Arrival<T>[] = [];
  #bytes = 0;
  #received = 0;
  #dropped = 0;
  #newest: T | undefined;
  #ended = false;

  constructor({ sizeOf, mostItems = 10_000, mostBytes = 32 * 1024 * 1024 }: InboxOptions<T>) {
    this.#sizeOf = sizeOf;
    this.#mostItems = mostItems;
    this.#mostBytes = mostBytes;
  }

  /** What came and was not taken yet, oldest first. */
  get unread(): readonly T[] {
    return this.#arrivals.map(({ item }) => item);
  }

  /** How many ever came. */
  get received(): number {
    return this.#received;
  }

  /** How many were let go unread because there were too many, since it was last cleared. */
  get dropped(): number {
    return this.#dropped;
  }

  /** What came last, taken or not. */
  get newest(): T | undefined {
    return this.#newest;
  }

  /** True when nothing more can come. */
  get ended(): boolean {
    return this.#ended;
  }

  put(item: T): void {
    if (this.#ended) return;
    this.#received += 1;
    this.#newest = item;
    this.#arrivals.push({ number: this.#received, item });
    this.#bytes += this.#sizeOf(item);
    while (this.#arrivals.length > this.#mostItems || this.#bytes > this.#mostBytes) {
      this.#remove(0);
      this.#dropped += 1;
    }
    this.#wake();
  }

  /** Nothing more will come: whoever waits is told at once. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Forgets what was not taken. */
  clear(): void {
    this.#arrivals = [];
    this.#bytes = 0;
    this.#dropped = 0;
  }

  /** Takes the oldest that passes, waiting for it. With 0 ms only what is there is looked at. */
  async take(judge: JudgeArrival<T>, withinMs: number): Promise<Taken<T>> {
    const endMs = performance.now() + withinMs;
    let judged = 0;
    let failure: string | undefined;
    for (;;) {
      for (let at = this.#indexAfter(judged); at < this.#arrivals.length; at += 1) {
        const arrival = this.#arrivals[at];
        if (arrival === undefined) break;
        judged = arrival.number;
        failure = judge(arrival.item);
        if (failure === undefined) {
          this.#remove(at);
          return { kind: "taken", item: arrival.item };
        }
        // Judging thousands may take longer than there is time.
        const isLate = withinMs > 0 && performance.now() > endMs + spareMs;
        if (isLate && at < this.#arrivals.length - 1) {
          return { kind: "missed", failure, gap: "unjudged" };
        }
      }
      if (await this.#change(endMs)) continue;
      // What came together with the end of the time has not been looked at.
      if (this.#indexAfter(judged) < this.#arrivals.length) continue;
      const hasEnded = this.#ended && performance.now() < endMs;
      return { kind: "missed", failure, ...(hasEnded && { gap: "ended" }) };
    }
  }

  /** Waits until `holds` is true; false when it was not in time, or cannot become so. */
  async until(holds: () => boolean, withinMs: number): Promise<boolean> {
    const endMs = performance.now() + withinMs;
    while (!holds()) {
      if (!(await this.#change(endMs))) return holds();
    }
    return true;
  }

  /** True when something changed before the time was up. */
  async #change(endMs: number): Promise<boolean> {
    const leftMs = endMs - performance.now();
    if (this.#ended || leftMs <= 0) return false;
    return await new Promise((resolve) => {
      const finish = (changed: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve(changed);
      };
      // Not at once: of a flood the whole batch is then judged together, and deadlines get their turn.
      const wake = (): void => void setImmediate(finish, true);
      const timer = setTimeout(finish, leftMs, false);
      this.#waiting.add(wake);
    });
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  #indexAfter(number: number): number {
    return this.#arrivals.findLastIndex((arrival) => arrival.number <= number) + 1;
  }

  #remove(at: number): void {
    for (const { item } of this.#arrivals.splice(at, 1)) this.#bytes -= this.#sizeOf(item);
  }
}
