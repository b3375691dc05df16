// A scenario as a value that can be run again, any number of times at once.
// It knows nothing of gates, of how often it is run, or of what its times are good for.
import { AbortWatch } from "./abort-watch.ts";
import { toError } from "./code.ts";
import { DeadlineQueue } from "./deadline-queue.ts";
import type { NotPortable, PortableJourney } from "./portable-journey.ts";
import { Replay, type ReplaySetting } from "./replay.ts";
import type { ReplayEnd, ReplayOptions, ReplayOutcome } from "./replay-outcome.ts";

export interface JourneyStep {
  readonly text: string;
  /** True when its time counts as action time. */
  readonly isAction: boolean;
}

/** The requests of one run, by actor: methods, addresses and statuses as text. */
export type RequestLines = readonly string[];

export class Journey {
  readonly kind = "journey";
  readonly steps: readonly JourneyStep[];
  /** What the first run asked the product for. */
  readonly firstRequests: RequestLines;
  readonly #setting: ReplaySetting;
  readonly #aborts = new AbortWatch();
  #deadlines: DeadlineQueue | undefined;
  #open = 0;
  #onIdle: (() => void) | undefined;

  readonly #pack: () => PortableJourney | NotPortable;

  /** @param pack Answers it as plain data; made only when asked for. */
  constructor(
    setting: ReplaySetting,
    firstRequests: RequestLines,
    pack: () => PortableJourney | NotPortable = () => unpacked,
  ) {
    this.#setting = setting;
    this.#pack = pack;
    this.firstRequests = firstRequests;
    this.steps = setting.plan.calls.flatMap((call) =>
      call.kind === "step" ? [{ text: call.step, isAction: call.isAction }] : [],
    );
  }

  /** False when nobody acts in it: then there is nothing that a customer waits for, and no latency to speak of. */
  get hasActionTime(): boolean {
    return this.steps.some(({ isAction }) => isAction);
  }

  /** For threads that have loaded the same support code; or why they cannot run it. */
  pack(): PortableJourney | NotPortable {
    return this.#pack();
  }

  /** Runs it once more, in a World of its own. Never rejects. What it opened is closed when the promise resolves. */
  replay({ deadlineMs, signal, ...wishes }: ReplayOptions): Promise<ReplayOutcome> {
    if (signal?.aborted === true) return Promise.resolve(neverBegun({ kind: "aborted" }));
    return new Promise((resolve) => {
      const settle = (outcome: ReplayOutcome) => {
        this.#open -= 1;
        if (this.#open === 0) this.#onIdle?.();
        resolve(outcome);
      };
      this.#open += 1;
      try {
        const replay = new Replay(this.#setting, this.#deadlinesOf(deadlineMs), settle, wishes);
        if (signal !== undefined) this.#watch(replay, signal);
        replay.start();
      } catch (error) {
        // The team's World could not even be made.
        settle(neverBegun({ kind: "failed", error: toError(error) }));
      }
    });
  }

  /**
   * Resolves when no run of it is under way any more, at the latest after so many milliseconds: runs that were cut still
   * take down what they made, and would do so in the middle of whatever comes next.
   */
  async settled(atMostMs: number): Promise<void> {
    if (this.#open === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, atMostMs);
      this.#onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#onIdle = undefined;
  }

  /** Whoever measures gives all replays the same; those under way keep their own. */
  #deadlinesOf(deadlineMs: number): DeadlineQueue {
    if (this.#deadlines?.durationMs !== deadlineMs) this.#deadlines = new DeadlineQueue(deadlineMs);
    return this.#deadlines;
  }

  #watch(replay: Replay, signal: AbortSignal): void {
    replay.onSettled = this.#aborts.add(signal, () => replay.stop({ kind: "aborted" }));
  }
}

const unpacked: NotPortable = {
  kind: "not-portable",
  reason: "It was made by hand, and not from a scenario.",
};

function neverBegun(end: ReplayEnd): ReplayOutcome {
  return { ...end, actionTimeMs: 0, steps: [], exchanges: [] };
}
