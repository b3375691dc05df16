// What gates need of one run of a journey: how it ended and what it took. They do not know how it is made to run.
import type { ReplayOutcome } from "../journey/replay-outcome.ts";
import type { WebVital } from "../tags/tag-value.ts";

/** A replay's outcome, with the web vitals of its page where they were measured (times in ms). */
export type JourneyRun = ReplayOutcome & {
  readonly vitals?: Readonly<Partial<Record<WebVital, number>>>;
};

/** One journey as a sample. */
export interface Sample {
  readonly run: JourneyRun;
  /** How much later than intended it was started, in ms: a customer would have waited that long as well. */
  readonly lateMs: number;
  /** How long the whole of it took, hooks and Given included, in ms. */
  readonly tookMs: number;
}
