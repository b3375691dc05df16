// What came of running a journey again: times and exchanges, and how it ended.
import type { Vital, Vitals } from "./browser/vitals.ts";
import type { Exchange } from "./exchange.ts";

export interface StepTime {
  /** The step as the feature says it, values of outlines filled in. */
  readonly text: string;
  readonly durationMs: number;
}

export interface ReplayTrace {
  /** What the customer waited for: the time of each When and of the Then steps after it, without hooks. Milliseconds. */
  readonly actionTimeMs: number;
  /** The steps that ended, in order, Given included. */
  readonly steps: readonly StepTime[];
  /** The last 20 exchanges of each actor, oldest first; made when asked for. They hold secrets. */
  readonly exchanges: readonly Exchange[];
  /** The worst of each over all pages of all actors, where they were asked for and the journey was completed. */
  readonly vitals?: Vitals;
}

export type ReplayEnd =
  | { readonly kind: "completed" }
  | {
      readonly kind: "failed";
      readonly error: Error;
      /** The step that failed, or whose hook did; undefined in hooks around the scenario. */
      readonly step?: string;
    }
  | {
      readonly kind: "timed-out";
      readonly deadlineMs: number;
      /** The step that was under way. */
      readonly step?: string;
    }
  | { readonly kind: "aborted"; readonly step?: string };

export type ReplayOutcome = ReplayTrace & ReplayEnd;

export interface ReplayOptions {
  /** Milliseconds until whatever is still under way is ended. */
  readonly deadlineMs: number;
  /** Ends the replay early, as its deadline would. */
  readonly signal?: AbortSignal;
  /** What is to be measured on the pages of its browsers; that costs each some milliseconds. */
  readonly vitals?: readonly Vital[];
  /** What its `any` steps are to remember, in their order; they make up values of their own without. */
  readonly given?: readonly unknown[];
}
