// One request sent again and again, so many at once, until all are answered, too many were late, or time is up.
// It knows no sentences; what is within is said to it.
import { setMaxListeners } from "node:events";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import type { Clock } from "../../src/measure/clock.ts";
import { SampleRecorder } from "../../src/measure/sample-recorder.ts";
import type { Samples } from "../../src/measure/samples.ts";

export interface Repetition {
  readonly count: number;
  readonly atOnce: number;
  /** One more than so many that are late or fail, and it ends: the share cannot be reached any more. */
  readonly mayMiss: number;
  readonly isWithin: (tookMs: number) => boolean;
  /** Why an answer is none that counts; undefined when it is as it should be. */
  readonly refuse: (response: ApiResponse) => string | undefined;
  readonly send: (signal: AbortSignal) => Promise<ApiResponse>;
  /** From the first request to the end of the last. */
  readonly mostMs: number;
  readonly clock: Clock;
}

export interface AnswerSample {
  readonly end: "complete" | "hopeless" | "time";
  readonly answered: number;
  readonly within: number;
  /** By reason, in the order of their first. */
  readonly failures: ReadonlyMap<string, number>;
  readonly failed: number;
  /** In ms, of those that did not fail. */
  readonly times: Samples;
  readonly elapsedMs: number;
}

/** More kinds of failures than a person reads. */
const mostReasons = 5;

/** Never rejects. Those under way at an early end are cancelled and count neither way. */
export async function sampleAnswers(repetition: Repetition): Promise<AnswerSample> {
  return await new Sampling(repetition).run();
}

class Sampling {
  readonly #repetition: Repetition;
  readonly #stop = new AbortController();
  readonly #recorder = new SampleRecorder("ms");
  readonly #failures = new Map<string, number>();
  readonly #beginMs: number;
  #end: AnswerSample["end"] = "complete";
  #begun = 0;
  #within = 0;
  #failed = 0;

  constructor(repetition: Repetition) {
    this.#repetition = repetition;
    this.#beginMs = repetition.clock.nowMs();
    // Each request under way listens to it; Node warns of a leak from the eleventh on.
    setMaxListeners(0, this.#stop.signal);
  }

  async run(): Promise<AnswerSample> {
    const { atOnce, count, mostMs } = this.#repetition;
    const timer = setTimeout(() => this.#stopFor("time"), mostMs);
    try {
      await Promise.all(Array.from({ length: Math.min(atOnce, count) }, () => this.#askInTurn()));
    } finally {
      clearTimeout(timer);
    }
    return {
      end: this.#end,
      answered: this.#recorder.count + this.#failed,
      within: this.#within,
      failures: this.#failures,
      failed: this.#failed,
      times: this.#recorder.snapshot(),
      elapsedMs: this.#elapsedMs(),
    };
  }

  async #askInTurn(): Promise<void> {
    while (this.#begun < this.#repetition.count && !this.#stop.signal.aborted) {
      this.#begun += 1;
      await this.#ask();
    }
  }

  async #ask(): Promise<void> {
    const { send, refuse, clock } = this.#repetition;
    const { signal } = this.#stop;
    const beginMs = clock.nowMs();
    try {
      const response = await send(signal);
      const tookMs = clock.nowMs() - beginMs;
      const reason = refuse(response);
      if (signal.aborted) return;
      if (reason === undefined) this.#take(tookMs);
      else this.#fail(reason);
    } catch (error) {
      if (!signal.aborted) this.#fail(firstLine(error));
    }
  }

  #take(tookMs: number): void {
    this.#recorder.record(tookMs);
    if (this.#repetition.isWithin(tookMs)) this.#within += 1;
    this.#giveUp();
  }

  #fail(reason: string): void {
    const key =
      this.#failures.has(reason) || this.#failures.size < mostReasons ? reason : "other reasons";
    this.#failures.set(key, (this.#failures.get(key) ?? 0) + 1);
    this.#failed += 1;
    this.#giveUp();
  }

  #giveUp(): void {
    const missed = this.#recorder.count + this.#failed - this.#within;
    if (missed > this.#repetition.mayMiss) this.#stopFor("hopeless");
  }

  #stopFor(end: AnswerSample["end"]): void {
    if (this.#stop.signal.aborted) return;
    this.#end = end;
    this.#stop.abort();
  }

  #elapsedMs(): number {
    return this.#repetition.clock.nowMs() - this.#beginMs;
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? "";
}
