// What gates need of one run of a journey: how it ended and what it took. They do not know how it is made to run.
import type { ReplayOutcome } from "../journey/replay-outcome.ts";

/** A replay's outcome; with the web vitals of its pages where they were asked for. */
export type JourneyRun = ReplayOutcome & {
  /** True when there were exchanges and they were not kept: threads tell those of a few journeys. */
  readonly hasExchangesLeftOut?: boolean;
};

/** One journey as a sample. */
export interface Sample {
  readonly run: JourneyRun;
  /** When it was to start, in ms from the beginning of the loop; left out, it is told from when it ended. */
  readonly atMs?: number;
  /** How much later than intended it was started, in ms: a customer would have waited that long as well. */
  readonly lateMs: number;
  /** How long the whole of it took, hooks and Given included, in ms. */
  readonly tookMs: number;
}
