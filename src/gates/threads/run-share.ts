// In a thread: its part of a load, and what becomes of it, told many times a second. It knows no worker and no messages.
import type { Clock } from "../../measure/clock.ts";
import { type GeneratorWatch, watchGenerator } from "../../measure/generator-watch.ts";
import { type EndedStart, type OpenLoopResult, runOpenLoop } from "../../measure/open-loop.ts";
import type { Schedule } from "../../measure/schedule.ts";
import { seededRandom } from "../../measure/seeded-random.ts";
import { type ReplayJourney, replaySafely } from "../closed-loop.ts";
import type { JourneyRun } from "../journey-run.ts";
import { BatchWriter } from "./ended-batch.ts";
import type { LoadOrder, SharedArrivals, ShareEnd, ShareNews } from "./load-threads.ts";

export interface Share {
  readonly order: LoadOrder;
  readonly replay: ReplayJourney;
  readonly clock: Clock;
  /** Now, in the time that all threads share. */
  readonly sharedNowMs: () => number;
  readonly signal: AbortSignal;
  readonly post: (news: ShareNews) => void;
  /** Default: this thread. */
  readonly watch?: () => GeneratorWatch;
}

/** Twenty messages a second cost nothing, and progress and decisions are not late by more than a person notices. */
const newsEachMs = 50;
/** As many as one thread alone may have under way. */
const mostInFlight = 1_000;

/** Rejects only with what `post` throws; what was begun then goes on until the signal aborts. */
export async function runShare(share: Share): Promise<Extract<ShareEnd, { kind: "done" }>> {
  return new ShareRun(share).run();
}

class ShareRun {
  readonly #share: Share;
  readonly #writer = new BatchWriter();
  readonly #offsetMs: number;
  #started = 0;
  #underWay = 0;

  constructor(share: Share) {
    this.#share = share;
    this.#offsetMs = share.sharedNowMs() - share.clock.nowMs();
  }

  async run(): Promise<Extract<ShareEnd, { kind: "done" }>> {
    const watch = (this.#share.watch ?? watchGenerator)();
    const isOver = new AbortController();
    const offering = this.#offer().finally(() => isOver.abort());
    const [load] = await Promise.all([offering, this.#tellUntil(isOver.signal)]);
    this.#tell();
    return { kind: "done", load, use: watch.stop() };
  }

  async #tellUntil(isOver: AbortSignal): Promise<void> {
    const { clock } = this.#share;
    await clock.waitUntil(clock.nowMs() + newsEachMs, isOver);
    while (!isOver.aborted) {
      this.#tell();
      await clock.waitUntil(clock.nowMs() + newsEachMs, isOver);
    }
  }

  #offer(): Promise<OpenLoopResult> {
    const { order, replay, clock, signal } = this.#share;
    const { arrivals, beginAtMs, patienceMs, ...schedule } = order;
    return runOpenLoop<JourneyRun>({
      schedule: { ...schedule, arrivals: arrivalsFrom(arrivals) },
      start: (_, __, own) => {
        this.#started += 1;
        this.#underWay += 1;
        return replaySafely(replay, own);
      },
      onEnd: (ended) => this.#take(ended),
      clock,
      beginMs: beginAtMs - this.#offsetMs,
      maxInFlight: Math.max(1, Math.floor(mostInFlight / order.part.of)),
      patienceMs,
      signal,
    });
  }

  #take(ended: EndedStart<JourneyRun>): void {
    this.#underWay -= 1;
    this.#writer.add(ended, this.#offsetMs);
  }

  #tell(): void {
    const { order, sharedNowMs, post } = this.#share;
    post({
      batch: this.#writer.take(),
      started: this.#started,
      underWay: this.#underWay,
      isOffering: sharedNowMs() < order.beginAtMs + order.durationMs,
    });
  }
}

function arrivalsFrom(arrivals: SharedArrivals): Schedule["arrivals"] {
  return arrivals.kind === "constant"
    ? arrivals
    : { kind: "poisson", random: seededRandom(arrivals.seed) };
}
